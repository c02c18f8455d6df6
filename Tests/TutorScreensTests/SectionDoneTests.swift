import Lessons
import Practice
import TerminalUI
import TestCourse
import Testing
import Words

@testable import TutorScreens

/// The end of a section.
struct SectionDoneTests {
  private static let size = Size(width: 80, height: 24)

  @Test func theLastAnswerShowsWhatTheSectionHasBrought() throws {
    var harness = try ScreenHarness("lesson", Self.size)
    harness.press("G")
    // The first question is missed once; the others are right at once.
    let checks = harness.context.bundle.lesson.sections[0].checks
    for id in checks {
      #expect(!harness.shows(Words.SectionDone.heading(1, of: 3)))
      if id == checks[0] { harness.answer(id, right: false) }
      harness.answer(id, right: true)
    }
    #expect(harness.facts.contains(.sectionRead("words")))
    #expect(harness.shows(Words.SectionDone.heading(1, of: 3)))
    #expect(harness.shows(Words.SectionDone.questions(right: 2, of: 3)))
    // All cards of the section but those that the missed question made due.
    let learner = harness.context.learner
    let unlocked = harness.context.bundle.deck.flashcards.count { card in
      card.card.section == "words" && learner.schedule(of: card.id) == nil
    }
    #expect(unlocked > 2)
    #expect(harness.shows(Words.SectionDone.unlocked(unlocked)))
    #expect(harness.shows(Words.SectionDone.certificate(from: 0, to: 10)))
    harness.context.size = Size(width: 60, height: 20)
    harness.send(.appeared)
    harness.press("G")
    #expect(harness.shows(Words.SectionDone.heading(1, of: 3)))
    harness.press("Space")
    #expect(harness.shows(TestCourse.Heading.blocks))
    // The moment does not come back.
    harness.press("b G")
    #expect(!harness.shows(Words.SectionDone.heading(1, of: 3)))
  }

  @Test func aSectionWithoutQuestionsEndsWithAMoment() throws {
    var harness = try ScreenHarness("lesson", Self.size)
    harness.context.bundle.lesson.sections[2].checks = []
    harness.open(.lesson(.section(2)))
    harness.press("G Space")
    #expect(harness.facts == [.sectionRead("figures")])
    #expect(harness.shows(Words.SectionDone.heading(3, of: 3)))
    harness.press("Space")
    // After the last section the lesson is left.
    #expect(harness.session.top is HomeScreen)
  }

  @Test func contentsSaysWhatASectionStillAsks() throws {
    var harness = try ScreenHarness("contents", Self.size)
    let section = harness.context.bundle.lesson.sections[0]
    let minutes = Today.minutes(of: section, from: 0, harness.context.learner)
    #expect(harness.shows(Words.Contents.minutes(minutes)))
    for (number, id) in section.checks.dropLast().enumerated() {
      let fact = Fact.answer(question: id, isRight: true, mode: .check, milliseconds: 0)
      harness.context.learner.apply(
        LearnerEvent(id: "\(number)", time: harness.context.now, utcOffset: 0, fact: fact))
    }
    #expect(harness.shows(Words.Contents.open(questions: 1)))
    harness.press("2")
    #expect(harness.shows(TestCourse.Heading.blocks))
  }
}

extension ScreenHarness {
  /// Answers the current question of the section by pressing the digit of a choice.
  fileprivate mutating func answer(_ id: String, right isRight: Bool) {
    guard case .choice(let question)? = context.bundle.deck.card(id: id)?.form else {
      Issue.record("no choices")
      return
    }
    for digit in 1...question.choices.count {
      let line = frame.lines.last { $0.hasPrefix("    \(digit)  ") } ?? ""
      let choice = question.choices.first { line.hasSuffix($0.text) }
      guard choice?.isCorrect == isRight else { continue }
      press("\(digit)")
      return
    }
    Issue.record("no such choice")
  }
}
