import Lessons
import TestCourse
import TestSupport
import Testing

@testable import LessonReader

/// Stems and diagnoses in a deck.
struct StemReaderTests {
  private static let question = """
    "cause": {"choices": [{"id": "a", "text": "A", "correct": true},
                          {"id": "b", "text": "B", "feedback": "F."}]},
    "first": {"choices": [{"id": "a", "text": "C", "feedback": "G."},
                          {"id": "b", "text": "D", "correct": true}]}
    """

  private func card(
    stem: String, _ question: String = question
  ) throws(ContentError) -> Card? {
    let text = """
      {"format": "tutor-deck", "version": 1, "deck": {"id": "d", "title": "D"}, "cards": [
      {"id": "p", "type": "diagnose", "section": "s", "explanation": "E.", "front": "Why?",
      "stem": \(stem),
      \(question)}]}
      """
    return try DeckReader(
      source: SourceText(file: "deck.json", bytes: Array(text.utf8)),
      functions: TestCourse.functions,
      sections: ["s"]
    ).deck().cards.first
  }

  @Test func aDiagnosisHasCausesAndRemedies() throws {
    let card = try #require(try card(stem: #"[{"code": ["a = 1", ""]}, {"log": ["loss 2"]}]"#))
    guard case .diagnose(let question) = card.form else {
      Issue.record("not a diagnosis")
      return
    }
    #expect(question.front == "Why?" && question.causes.map(\.text) == ["A", "B"])
    #expect(question.remedies.first?.feedback == "G.")
    #expect(card.stem == [.code(["a = 1", ""]), .log(["loss 2"])])
    #expect(card.rightAnswer == "A → D" && card.isAnsweredByKeys && !card.isFlashcard)
    #expect(card.choiceLists.map(\.count) == [2, 2])
  }

  @Test func measurementsAreRead() throws {
    let card = try #require(
      try card(
        stem: """
          [{"table": [["layer", "dead"], ["1", "87 %"]]},
           {"histogram": {"title": "h", "from": -1, "to": 1, "counts": [3, 0, 4], "above": 2}},
           {"curves": {"title": "loss", "x": "epoch", "at": [1, 5, 9],
             "series": [{"name": "t", "values": [3, 2, 1]}, {"name": "v", "values": [3, 2.5]}]}},
           {"curves": {"title": "loss", "x": "step", "series": [{"name": "t", "values": [3, 2]}]}}]
          """))
    let histogram = Stem.Histogram(title: "h", range: -1...1, counts: [3, 0, 4], above: 2)
    #expect(histogram.total == 9)
    let series = [
      Stem.Curves.Series(name: "t", values: [3, 2, 1]),
      Stem.Curves.Series(name: "v", values: [3, 2.5]),
    ]
    #expect(
      card.stem == [
        .table(Stem.Table(header: ["layer", "dead"], rows: [["1", "87 %"]])),
        .histogram(histogram),
        .curves(Stem.Curves(title: "loss", x: "epoch", places: [1, 5, 9], series: series)),
        .curves(
          Stem.Curves(
            title: "loss", x: "step", places: [1, 2],
            series: [Stem.Curves.Series(name: "t", values: [3, 2])])),
      ])
  }

  /// Every error is in the line of the stem, and names the field.
  @Test(arguments: [
    ("[]", "stem"), (#"[{"poem": []}]"#, "stem"), (#"[{"code": []}]"#, "code"),
    (#"[{"log": [1]}]"#, "log"), (#"[{"table": [["a"], ["b"]]}]"#, "table"),
    (#"[{"table": [["a", "b"]]}]"#, "table"), (#"[{"table": [["a", "b"], ["c"]]}]"#, "table"),
    (#"[{"table": [["a", "b"], 3]}]"#, "table"), (#"[{"table": [["a", "b"], [3, 4]]}]"#, "table"),
    (#"[{"histogram": {"title": "h", "from": 1, "to": 1, "counts": [1, 2]}}]"#, "to"),
    (#"[{"histogram": {"title": "h", "from": 0, "to": 1, "counts": [1]}}]"#, "counts"),
    (#"[{"histogram": {"title": "h", "from": 0, "to": 1, "counts": [0, 0]}}]"#, "counts"),
    (#"[{"histogram": {"title": "h", "from": 0, "to": 1, "counts": [1, -2]}}]"#, "counts"),
    (#"[{"histogram": {"title": "h", "from": 0, "to": 1, "counts": [1, 0.5]}}]"#, "counts"),
    (
      #"[{"histogram": {"title": "h", "from": 0, "to": 1, "counts": [1, 2], "below": -1}}]"#,
      "below"
    ),
    (#"[{"curves": {"title": "c", "x": "x", "series": []}}]"#, "series"),
    (
      #"[{"curves": {"title": "c", "x": "x", "series": [{"name": "n", "values": [1]}]}}]"#, "values"
    ),
    (
      #"[{"curves": {"title": "c", "x": "x", "series": [{"name": "n", "values": [1, 1e13]}]}}]"#,
      "values"
    ),
    (
      #"[{"curves": {"title": "c", "x": "x", "at": [1], "series": [{"name": "n", "values": [1, 2]}]}}]"#,
      "at"
    ),
    (
      #"[{"curves": {"title": "c", "x": "x", "at": [2, 1], "series": [{"name": "n", "values": [1, 2]}]}}]"#,
      "at"
    ),
    (#"[{"curves": {"x": "x", "series": [{"name": "n", "values": [1, 2]}]}}]"#, "title"),
  ]) func faultsAreReportedWithTheirLine(stem: String, field: String) {
    do throws(ContentError) {
      _ = try card(stem: stem)
      Issue.record("\(stem)")
    } catch {
      #expect("\(error.problem)".contains("\"\(field)\""), "\(error)")
      #expect(error.line == 3 && error.column > 1)
    }
  }

  @Test func everyListOfChoicesHasOneRightOne() {
    let question = Self.question.replacing(#"D", "correct": true"#, with: #"D", "feedback": "H.""#)
    do throws(ContentError) {
      _ = try card(stem: #"[{"log": ["x"]}]"#, question)
      Issue.record("no right remedy")
    } catch {
      #expect(error.problem == .correctChoices(0))
    }
  }
}
