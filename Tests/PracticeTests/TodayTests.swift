import Lessons
import Testing

@testable import Practice

/// The plan of a day.
struct TodayTests {
  private static let now = 1_800_000_000
  private static let day = LocalDay(unixSeconds: now, utcOffsetSeconds: 0)
  private static let text = Array(repeating: "word", count: 320).joined(separator: " ")

  private static let lesson = Lesson(
    id: "lesson", title: "Lesson", edition: "1",
    sections: ["one", "two"].map { id in
      Section(
        id: id, title: id, blocks: [.paragraph([Span(text)]), .paragraph([Span(text)])],
        checks: ["q-\(id)", "r-\(id)"])
    })

  private static func cards(_ section: String, _ count: Int) -> [Card] {
    (0..<count).map { number in
      Card(
        id: "\(section)-\(number)", section: section,
        form: .basic(front: "front \(number)", back: "back"), explanation: "")
    }
  }

  private static let deck = Deck(
    id: "deck", title: "", cards: cards("one", 60) + cards("two", 3))

  private static func learner(_ facts: [(day: Int, fact: Fact)]) -> Learner {
    var learner = Learner()
    for (number, (ago, fact)) in facts.enumerated() {
      learner.apply(
        LearnerEvent(
          id: "event-\(1000 + number)", time: now - ago * 86_400 + number, utcOffset: 0, fact: fact)
      )
    }
    return learner
  }

  private static func today(_ learner: Learner, newCards: Int = 12) -> Today {
    let session = CardSession(
      deck: deck, learner: learner, at: now, utcOffset: 0, newCards: newCards,
      sections: ["one", "two"])
    return Today(learner, lesson, session, on: day)
  }

  @Test func aNewLearnerReads() {
    // 640 words at 160 a minute, and half a minute for each question.
    #expect(Self.today(Learner()).steps == [.section(0, open: 2, minutes: 5)])
  }

  @Test func onlyTheRestOfASectionIsCounted() {
    let learner = Self.learner([
      (0, .position(ReadingPosition(section: "one", block: 1, offset: 0))),
      (0, .answer(question: "q-one", isRight: false, mode: .check, milliseconds: 0)),
    ])
    #expect(Self.today(learner).steps == [.section(0, open: 1, minutes: 3)])
  }

  @Test func dueCardsComeFirstAndTheDailyChallengeLast() {
    let reviews = (0..<18).map { (5, Fact.review(card: "one-\($0)", rating: .good)) }
    let learner = Self.learner([(5, .sectionRead("one"))] + reviews)
    let today = Self.today(learner, newCards: 0)
    #expect(
      today.steps == [
        .cards(due: 18, new: 0, minutes: 4), .section(1, open: 2, minutes: 5), .daily,
      ])
    #expect(today.cardsDone == 0 && today.daysAway == nil)
  }

  @Test func newCardsAloneWaitForTheSection() {
    let learner = Self.learner([(1, .sectionRead("one"))])
    #expect(
      Self.today(learner, newCards: 4).steps == [
        .section(1, open: 2, minutes: 5), .cards(due: 0, new: 4, minutes: 1), .daily,
      ])
  }

  @Test func whatWasDoneIsTicked() {
    let learner = Self.learner([
      (0, .sectionRead("one")), (0, .sectionRead("two")),
      (0, .review(card: "one-1", rating: .good)),
      (0, .review(card: "one-1", rating: .good)), (0, .review(card: "one-2", rating: .again)),
    ])
    let today = Self.today(learner, newCards: 0)
    #expect(today.cardsDone == 2)
    #expect(!today.steps.contains { if case .section = $0 { true } else { false } })
    #expect(today.week[Self.day.weekday].isActive)
    #expect(today.week.map(\.day.weekday) == Array(0..<7))
  }

  @Test func afterTwoWeeksASessionBeginsWithFewCards() {
    let reviews = (0..<60).map { (21, Fact.review(card: "one-\($0)", rating: .good)) }
    let learner = Self.learner([(21, .sectionRead("one"))] + reviews)
    let today = Self.today(learner)
    #expect(today.daysAway == 21)
    #expect(
      today.steps.first
        // At the learner's own pace, which was quick.
        == .cards(due: Today.cardsAfterBreak, new: 0, minutes: 2))
    var back = learner
    back.apply(
      LearnerEvent(
        id: "later", time: Self.now, utcOffset: 0, fact: .review(card: "one-1", rating: .good)))
    // The rest can be asked on the same day.
    #expect(Self.today(back).daysAway == nil)
    #expect(Self.today(back).steps.first.map { $0 != today.steps.first } == true)
  }

  @Test func theFirstOfTheCardsIsNext() {
    let learner = Self.learner([
      (0, .review(card: "one-1", rating: .easy)), (0, .review(card: "one-2", rating: .again)),
    ])
    func next(_ cards: [String]) -> SessionSummary.Time? {
      learner.nextDue(of: cards, at: Self.now, utcOffset: 0)
    }
    #expect(next(["one-3"]) == nil)
    guard case .days(let days) = next(["one-1"]) else {
      Issue.record("not in days")
      return
    }
    #expect(days > 1)
    guard case .minutes(1...10) = next(["one-1", "one-2"]) else {
      Issue.record("not in minutes")
      return
    }
  }

  @Test func theFirstDayOf1970WasAThursday() {
    #expect(LocalDay(number: 0).weekday == 3)
    #expect(LocalDay(number: -4).weekday == 6)
    #expect(LocalDay(number: 4).weekday == 0)
  }
}
