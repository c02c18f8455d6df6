import Foundation
import LearnerRecord
import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

/// A learner's first day and the days after it, in a real terminal with the clock ahead.
@Suite(.serialized)
struct DayJourneyTests {
  private let record =
    FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)/progress.sqlite"

  private func open(_ arguments: String, day: Int) throws -> Tmux {
    let library = try #require(Preload.library)
    return try Tmux(
      "LD_PRELOAD=\(library) CLOCK_SHIFT=\(day * 86_400) TUTOR_PROGRESS=\(record) "
        + "\(Binary.path) \(arguments)", size: (80, 24))
  }

  /// The key that leaves a finished session.
  private static let leave = KeyNames.usual[.enter] + " " + Words.Cards.leave

  /// Answers all cards of a session and returns its summary.
  private func answerAll(_ terminal: Tmux) throws -> String {
    for _ in 0..<60 where try !terminal.screen().shows(Self.leave) { try terminal.answerCard() }
    return try terminal.wait(for: Self.leave)
  }

  @Test func nothingIsKnownOnTheFirstDayAndSomethingOnTheNext() throws {
    let bundle = try TestCourse.small.get()
    let all = bundle.deck.flashcards.count
    // The first day: a quiz over what was not read, one section, its cards.
    let quiz = try open("quiz", day: 0)
    try quiz.wait(for: Words.Quiz.askWhole)
    try quiz.press("w")
    try quiz.wait(for: Words.Quiz.title(1, of: 10))
    var keys = ["1", "2", "3", "Enter"]
    for _ in 0..<200 {
      let before = try quiz.screen()
      if before.shows(Words.Quiz.newRound) { break }
      try quiz.press(keys[0])
      keys.append(keys.removeFirst())
      // A key that comes after the last answer would open a passage.
      let end = Date().addingTimeInterval(1)
      while try quiz.screen() == before, Date() < end { Thread.sleep(forTimeInterval: 0.02) }
    }
    try quiz.wait(for: Words.Quiz.newRound)
    try quiz.press("w")
    _ = try quiz.wait(for: Words.Quiz.askWhole, or: Words.Quiz.nothingRead(.usual))
    try quiz.press("Escape")
    try quiz.wait(for: Words.Home.read)
    try quiz.press("q")
    try quiz.waitForEnd()
    let missed = try LearnerRecord(path: record).newEvents().compactMap { event in
      if case .review(let card, .again) = event.fact { card } else { nil }
    }
    #expect(!missed.isEmpty)

    let lesson = try open("lesson 1", day: 0)
    try lesson.wait(for: TestCourse.Heading.words)
    try lesson.press("G")
    try lesson.wait(for: Words.Checks.heading)
    for _ in 0..<4 { try lesson.press("1", "2", "3", "4") }
    try lesson.press("Space")
    try lesson.wait(for: TestCourse.Heading.blocks)
    try lesson.press("q")
    try lesson.wait(for: Words.Home.read)
    let first = try lesson.screen()
    #expect(first.shows(Words.Mastery.known(0, of: all)))
    try lesson.press("c")
    try lesson.wait(for: Words.Cards.turn)
    let summary = try answerAll(lesson)
    #expect(!summary.shows(Words.Cards.becameKnown(2)))
    try lesson.press("Enter")
    try lesson.wait(for: Words.Mastery.known(0, of: all))
    try lesson.press("q")
    try lesson.waitForEnd()
    #expect(try RecordReport.of(record).known == 0)

    // A month later: everything is asked again, and what is answered right on a second day is known.
    let later = try open("cards", day: 30)
    try later.wait(for: Words.Cards.turn)
    try later.press("q")
    try later.wait(for: Words.Home.read)
    try later.press("c")
    _ = try answerAll(later)
    try later.press("Enter")
    try later.wait(for: Words.Home.read)
    try later.press("q")
    try later.waitForEnd()
    let events = try LearnerRecord(path: record).newEvents()
    let learner = Learner(events: events)
    let day = LocalDay(unixSeconds: events.last?.time ?? 0, utcOffsetSeconds: 0)
    let read = bundle.deck.flashcards.filter { $0.card.section == "words" }
    let onTwoDays = read.count { learner.daysRemembered($0.id) == 2 }
    #expect(onTwoDays > 0 && MasteryCounts(of: read, learner, on: day).known == onTwoDays)
    // What was missed in sections not read was never asked as a card.
    let locks = SectionLocks(sections: bundle.lesson.sections.map(\.id), learner: learner)
    for card in bundle.deck.flashcards where locks.locks(card.card.section) {
      #expect(learner.daysRemembered(card.id) == 0)
    }
  }

  /// The plan leads from the first start through the next day to a return after three weeks.
  @Test func thePlanLeadsThroughTheFirstDayTheNextAndAReturn() throws {
    let first = try open("", day: 0)
    try first.wait(for: Words.Welcome.turn(.usual))
    try first.press("Right", "r")
    try first.wait(for: Words.Welcome.done(.usual))
    try first.press("Space")
    try first.wait(for: TestCourse.Heading.words)
    try first.press("G")
    try first.wait(for: Words.Checks.heading)
    for _ in 0..<4 { try first.press("1", "2", "3", "4") }
    // The end of the section is a moment, and its keys lead on.
    try first.wait(for: Words.SectionDone.heading(1, of: 3))
    try first.press("q")
    try first.wait(for: Words.Home.today)
    try first.press("Enter")
    _ = try first.wait(for: Words.Cards.turn, or: Words.Cards.showAnswer)
    _ = try answerAll(first)
    try first.press("Enter")
    try first.wait(for: Words.Home.today)
    try first.press("q")
    try first.waitForEnd()

    // The next day begins where the plan says, without the first screen.
    let next = try open("", day: 1)
    let morning = try next.wait(for: Words.Home.today)
    #expect(!morning.shows(Words.Welcome.turn(.usual)))
    try next.press("Enter")
    _ = try next.wait(for: Words.Cards.turn, or: Words.Cards.showAnswer)
    let summary = try answerAll(next)
    #expect(summary.shows(Words.Milestones.allDueDone))
    try next.press("Enter")
    try next.wait(for: Words.Home.today)
    try next.press("q")
    try next.waitForEnd()

    let later = try open("", day: 22)
    try later.wait(for: Words.Home.welcomeBack(days: 21))
    try later.press("Enter")
    _ = try later.wait(for: Words.Cards.turn, or: Words.Cards.showAnswer)
    _ = try answerAll(later)
    try later.press("Enter")
    let home = try later.wait(for: Words.Home.today)
    #expect(!home.shows(Words.Home.welcomeBack(days: 21)))
    try later.press("q")
    try later.waitForEnd()
    // Nothing was lost by the pause.
    let events = try LearnerRecord(path: record).newEvents()
    #expect(Learner(events: events).sectionsRead == ["words"])
    let days = Set(events.map { LocalDay(unixSeconds: $0.time, utcOffsetSeconds: 0).number })
    #expect(days.count == 3)
  }
}
