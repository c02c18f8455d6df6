import Lessons
import TestCourse
import TestSupport
import Testing

@testable import LessonReader

/// Questions about a point of a curve in a deck.
struct PointReaderTests {
  private static let plot = #""plot": {"functions": ["gelu"], "x": [-4, 2], "derivative": "none"}"#
  private static let asked = #""target": "minimum", "answer": -0.75"#

  private func card(_ plot: String = plot, _ asked: String = asked) throws(ContentError) -> Card? {
    let text = """
      {"format": "tutor-deck", "version": 1, "deck": {"id": "d", "title": "D"}, "cards": [
      {"id": "p", "type": "point", "section": "s", "explanation": "E.", "front": "Where?",
      \(plot), \(asked)}]}
      """
    return try DeckReader(
      source: SourceText(file: "deck.json", bytes: Array(text.utf8)),
      functions: TestCourse.functions,
      sections: ["s"]
    ).deck().cards.first
  }

  private func question(_ asked: String) throws -> PointQuestion {
    guard case .point(let plot, let question)? = try card(Self.plot, asked)?.form else {
      Issue.record("not a point")
      throw ContentError(file: "", .empty)
    }
    #expect(plot.figure.functions == ["gelu"] && plot.figure.x == -4...2)
    return question
  }

  @Test func allFieldsAreRead() throws {
    let question = try question(
      #""target": {"crosses": 0.5}, "answer": 0.8, "tolerance": 0.3, "#
        + #""mistakes": [{"x": 0.5, "feedback": "F."}]"#)
    #expect(question.front == "Where?" && question.target == .crosses(0.5))
    #expect(question.answer == 0.8 && question.tolerance == 0.3)
    #expect(question.mistakes == [PointQuestion.Mistake(x: 0.5, feedback: "F.")])
  }

  @Test func theToleranceIsAFiftiethOfThePlotUnlessItIsGiven() throws {
    #expect(try abs(question(Self.asked).tolerance - 0.12) < 1e-12)
    #expect(try question(#""target": "zero", "answer": 0"#).target == .crosses(0))
    #expect(try question(#""target": "maximum", "answer": 0"#).target == .maximum)
  }

  @Test(arguments: [
    (#""plot": {"functions": ["gelu", "relu"]}"#, asked, "plot"),
    (#""plot": {"functions": ["gelu"], "derivative": "stacked"}"#, asked, "derivative"),
    (#""plot": {"functions": ["nope"], "derivative": "none"}"#, asked, "nope"),
    (plot, #""answer": 0"#, "target"), (plot, #""target": "minimum""#, "answer"),
    (plot, #""target": "top", "answer": 0"#, "target"),
    (plot, #""target": {"meets": 1}, "answer": 0"#, "crosses"),
    (plot, #""target": "minimum", "answer": 3"#, "answer"),
    (plot, #""target": "minimum", "answer": 0, "tolerance": 0.05"#, "tolerance"),
    (plot, #""target": "minimum", "answer": 0, "mistakes": [{"x": 1}]"#, "feedback"),
  ]) func faultsAreReported(plot: String, asked: String, field: String) {
    do throws(ContentError) {
      _ = try card(plot, asked)
      Issue.record("\(plot) \(asked)")
    } catch {
      #expect("\(error.problem)".contains(field) || field == "plot", "\(error)")
    }
  }
}
