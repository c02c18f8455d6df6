import Lessons
import Practice
import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// Marking answers as unsure, in the Speed Challenge and at the end of a section.
struct SurenessTests {
  private let size = Size(width: 80, height: 24)

  private func sureness(_ harness: ScreenHarness) -> [Bool?] {
    harness.facts.compactMap { fact in
      if case .answer(_, _, _, _, _, let isSure, _) = fact { .some(isSure) } else { nil }
    }
  }

  /// A harness whose learner wants to be asked.
  private func harness(_ screen: String, _ size: Size, isAsked: Bool = true) throws -> ScreenHarness
  {
    var harness = try ScreenHarness(screen, size)
    harness.context.learner.apply(
      LearnerEvent(id: "0", time: 0, utcOffset: 0, fact: .asksForSureness(isAsked)))
    return harness
  }

  @Test func aGameRecordsHowSureThePlayerWas() throws {
    var harness = try harness("speed", size)
    harness.begin("4")
    #expect(harness.shows("Tab " + Words.Questions.unsure))
    harness.press("Tab")
    #expect(harness.frame.lines[2].shows(Words.Questions.isUnsure))
    harness.answer(right: true)
    #expect(!harness.frame.lines[2].shows(Words.Questions.isUnsure))
    harness.press("+300")
    harness.miss()
    harness.press("Tab")
    harness.miss()
    // Pressed twice, the mark is gone.
    harness.press("Tab Tab")
    harness.miss()
    #expect(sureness(harness) == [false, true, false, true])
  }

  @Test func sureAndWrongComesFirstAfterAGame() throws {
    var harness = try harness("speed", Size(width: 80, height: 60))
    harness.begin("4")
    for number in 0..<20 {
      if number != 2 { harness.press("Tab") }
      harness.miss()
    }
    harness.press("+1000")
    let misses = try #require(harness.speed?.misses.misses)
    #expect(misses.map(\.isSure) == [true] + Array(repeating: false, count: 19))
    let chosen = try #require(misses[0].chosen)
    #expect(harness.shows(Words.Questions.yourAnswer(chosen.text, wasSure: true)))
  }

  @Test func theMarkFitsOnNarrowScreens() throws {
    var harness = try harness("speed", Size(width: 40, height: 12))
    harness.begin()
    harness.press("Tab")
    #expect(harness.frame.lines[2].contains("?"))
  }

  @Test func aSectionRecordsHowSureTheReaderWas() throws {
    var harness = try harness("lesson", size)
    harness.press("G")
    #expect(harness.shows("Tab " + Words.Questions.unsure))
    harness.press("Tab")
    #expect(harness.shows(Words.Questions.isUnsure))
    let wrong = try #require(
      (1...4).first { key in
        var trial = harness
        trial.press("\(key)")
        return trial.shows(Words.Checks.again)
      })
    harness.press("\(wrong)")
    #expect(sureness(harness) == [false] && !harness.shows(Words.Questions.wasSure))
    harness.open(.lesson(.section(0)))
    harness.press("G")
    // It was met, so that only the screen says that the learner was sure.
    harness.press("\(wrong)")
    #expect(sureness(harness) == [false] && harness.shows(Words.Questions.wasSure))
  }

  @Test(arguments: ["speed", "lesson", "quiz"])
  func withoutTheSettingNothingIsAsked(screen: String) throws {
    var harness = try harness(screen, size, isAsked: false)
    harness.press(screen == "speed" ? "4 +3200" : screen == "lesson" ? "G" : "+1")
    harness.press("Tab")
    #expect(!harness.text.contains(Words.Questions.isUnsure))
    harness.press("1 2 3 Enter")
    #expect(sureness(harness).allSatisfy { $0 == nil } && !sureness(harness).isEmpty)
  }
}
