import Lessons
import MathQuestions
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// The curve of a question after the answer.
struct AnsweredCurveTests {
  private func context() throws -> AppContext {
    AppContext(bundle: try TestCourse.small.get(), size: Size(width: 80, height: 30))
  }

  /// The lines of a question, after an answer if a choice is given.
  private func lines(
    _ question: AskedQuestion, chosen: Choice?, revealsAnswer: Bool = true, width: Int = 72,
    rows: Int = 26
  ) throws -> [String] {
    var progress = AnswerInProgress()
    progress.choice = chosen?.id
    return QuestionView(
      question: question, progress: progress,
      verdict: chosen.map { $0.isCorrect ? .right : .wrong($0.feedback) },
      context: try context(), revealsAnswer: revealsAnswer
    ).lines(width: width, rows: rows).lines.map { $0.map(\.text).joined() }
  }

  /// Generated questions of a topic, asked.
  private func questions(_ topic: String) -> [AskedQuestion] {
    let maker = QuestionMaker(Deck(id: "d", title: "D", cards: []))
    var generator = SeededGenerator(seed: 1)
    return (0..<200 as Range<UInt64>).compactMap { maker.question(seed: $0) }
      .filter { $0.id.hasPrefix("maths-\(topic)") }.prefix(5)
      .map { AskedQuestion($0, using: &generator) }
  }

  @Test(arguments: ["curve", "slope-curve", "parameter"])
  func aWrongCurveIsNamedAndComparedUnlessTheQuestionStaysOpen(topic: String) throws {
    let questions = questions(topic)
    #expect(!questions.isEmpty)
    for question in questions {
      let wrong = try #require(question.choices.first { !$0.isCorrect && $0.function != nil })
      let told = try lines(question, chosen: wrong).joined(separator: "\n")
      let difference = [true, false].map { areSlopes in
        Words.Questions.differMost(
          x: anything, (anything, anything), (anything, anything), areSlopes: areSlopes)
      }
      #expect(told.contains("A ⠒") && told.contains("●"))
      #expect(difference.contains { told.shows($0) }, "\(told)")
      let open = try lines(question, chosen: wrong, revealsAnswer: false).joined(separator: "\n")
      #expect(!open.contains("A ⠒") && !difference.contains { open.shows($0) }, "\(open)")
      let right = try #require(question.choices.first { $0.isCorrect })
      #expect(!(try lines(question, chosen: right).joined().contains("B ⠒")))
    }
  }

  /// The rows of a plot with its axes, and the row of its lower axis.
  private func plot(in lines: [String]) -> (levels: [String], axis: Int?) {
    (
      lines.filter { $0.contains("│") || $0.contains("┤") }.map {
        $0.contains("┤") ? String($0.prefix { $0 != "┤" }) : ""
      },
      lines.firstIndex { $0.contains("└") }
    )
  }

  @Test func theReadPointIsMarkedAndThePlotStaysInPlace() throws {
    let questions = questions("reading")
    #expect(!questions.isEmpty)
    for question in questions {
      let before = try lines(question, chosen: nil)
      #expect(!before.joined().contains("●"))
      for choice in question.choices {
        let after = try lines(question, chosen: choice)
        #expect(after.joined().contains("●"))
        let (one, other) = (plot(in: before), plot(in: after))
        #expect(one.axis != nil && one.axis == other.axis && one.levels == other.levels)
      }
    }
  }

  @Test func aReadingOnASmallScreenHasTwoLabelsOnEachAxisAndKeepsItsScale() throws {
    for question in questions("reading") {
      let before = try lines(question, chosen: nil, width: 36, rows: 8)
      let levels = before.filter { $0.contains("┤") }
      let places = before.drop { !$0.contains("└") }.dropFirst().first?.split(separator: " ") ?? []
      #expect(levels.count > 1 && places.count > 1, "\(before)")
      for choice in question.choices {
        let after = try lines(question, chosen: choice, width: 36, rows: 8)
        #expect(plot(in: before).levels == plot(in: after).levels, "\(after)")
        #expect(after.joined().contains("●"))
      }
    }
  }
}
