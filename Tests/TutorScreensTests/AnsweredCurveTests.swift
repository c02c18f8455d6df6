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
    _ question: AskedQuestion, chosen: Choice?, revealsAnswer: Bool = true
  ) throws -> [String] {
    var progress = AnswerInProgress()
    progress.choice = chosen?.id
    return QuestionView(
      question: question, progress: progress,
      verdict: chosen.map { $0.isCorrect ? .right : .wrong($0.feedback) },
      context: try context(), revealsAnswer: revealsAnswer
    ).lines(width: 72, rows: 26).lines.map { $0.map(\.text).joined() }
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

  @Test func theReadPointIsMarkedAndThePlotStaysInPlace() throws {
    let questions = questions("reading")
    #expect(!questions.isEmpty)
    for question in questions {
      let before = try lines(question, chosen: nil)
      #expect(!before.joined().contains("●"))
      for choice in question.choices {
        let after = try lines(question, chosen: choice)
        #expect(after.joined().contains("●"))
        func axis(_ lines: [String]) -> Int? { lines.firstIndex { $0.contains("└") } }
        #expect(axis(before) != nil && axis(before) == axis(after))
      }
    }
  }
}
