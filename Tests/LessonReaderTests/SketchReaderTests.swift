import Lessons
import TestCourse
import TestSupport
import Testing

@testable import LessonReader

/// Questions that are answered by a sketch.
struct SketchReaderTests {
  private static let plot =
    #""plot": {"functions": ["gelu"], "x": [-4, 4], "y": [-1, 4], "derivative": "only"}"#

  private func card(_ fields: String) throws(ContentError) -> Card? {
    let text = """
      {"format": "tutor-deck", "version": 1, "deck": {"id": "d", "title": "D"}, "cards": [
      {"id": "p", "type": "sketch", "section": "s", "explanation": "E.", \(fields)}]}
      """
    return try DeckReader(
      source: SourceText(file: "deck.json", bytes: Array(text.utf8)),
      functions: TestCourse.functions, sections: ["s"]
    ).deck().cards.first
  }

  @Test func allFieldsAreRead() throws {
    let card = try #require(try card(#""front": "F", "answer": "A", "# + Self.plot))
    guard case .sketch(let plot, let question) = card.form else {
      Issue.record("not a sketch")
      return
    }
    #expect(plot.figure.functions == ["gelu"] && plot.figure.derivative == .only)
    #expect(plot.figure.x == -4...4 && plot.figure.y == -1...4)
    #expect(question == SketchQuestion(front: "F", answer: "A"))
    #expect(card.prompt == "F" && card.rightAnswer == "A" && !card.isAnsweredByKeys)
    #expect(card.asFlashcard.produced == card)
  }

  @Test func withoutAnAnswerTheCurveIsNamed() throws {
    #expect(try card(#""front": "F", "# + Self.plot)?.rightAnswer == "gelu′")
    let values = Self.plot.replacing("only", with: "none")
    #expect(try card(#""front": "F", "# + values)?.rightAnswer == "gelu")
  }

  @Test(arguments: [
    (plot, "front"), (#""front": "F""#, "plot"),
    (#""front": "F", "plot": {"functions": ["gelu", "relu"]}"#, "functions"),
    (#""front": "F", "plot": {"functions": ["gelu"], "derivative": "stacked"}"#, "derivative"),
    (#""front": "F", "plot": {"functions": ["nope"]}"#, "nope"),
    (#""front": "F", "answer": 1, "# + plot, "answer"),
  ]) func faultsAreReported(fields: String, named: String) {
    do throws(ContentError) {
      _ = try card(fields)
      Issue.record("\(fields)")
    } catch {
      #expect("\(error.problem)".contains(named), "\(error)")
    }
  }
}
