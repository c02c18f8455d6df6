import Lessons
import Testing

@testable import Practice

/// The numbers that state the learner's knowledge of the lesson.
struct MasteryTests {
  private static let day = 86400

  private static func card(_ id: String) -> Flashcard {
    Card(
      id: id, section: "s", form: .basic(front: "f", back: "b"), explanation: "e"
    ).asFlashcard
  }

  private static let cards = (0..<6).map { card("c\($0)") }

  private static func grade(_ card: String, _ rating: Rating, at time: Int, _ number: Int)
    -> LearnerEvent
  {
    LearnerEvent(
      id: "e\(10_000 + number)", time: time, utcOffset: 0,
      fact: .review(card: card, rating: rating))
  }

  @Test func aCardIsKnownAfterRightAnswersOnTwoDays() {
    var learner = Learner()
    let days = (0..<30).map { LocalDay(number: $0) }
    #expect(learner.mastery(of: "c0", on: days[0]) == .new)
    learner.apply(Self.grade("c0", .again, at: 50_000, 0))
    #expect(learner.mastery(of: "c0", on: days[0]) == .new)
    learner.apply(Self.grade("c0", .good, at: 50_100, 1))
    learner.apply(Self.grade("c0", .good, at: 50_900, 2))
    #expect(learner.mastery(of: "c0", on: days[0]) == .learning)
    // Days alone do not make it known.
    #expect(learner.mastery(of: "c0", on: days[1]) == .learning)
    learner.apply(Self.grade("c0", .good, at: 50_000 + Self.day, 3))
    #expect(learner.mastery(of: "c0", on: days[1]) == .known)
    // It is forgotten in time, and at once by a wrong answer.
    #expect(learner.mastery(of: "c0", on: LocalDay(number: 20_000)) == .learning)
    learner.apply(Self.grade("c0", .again, at: 60_000 + Self.day, 4))
    #expect(learner.mastery(of: "c0", on: days[1]) == .learning)
    #expect(learner.recallIfAsked("c0", on: days[1]) == 0)
    learner.apply(Self.grade("c0", .good, at: 61_000 + Self.day, 5))
    #expect(learner.mastery(of: "c0", on: days[1]) == .known)
  }

  @Test func theFirstDayOnWhichACardCanBeKnown() {
    var learner = Learner()
    let today = LocalDay(number: 0)
    func first(on day: LocalDay) -> LocalDay? {
      learner.firstDayKnown(of: Self.cards, on: day, utcOffset: 0)
    }
    #expect(first(on: today) == nil)
    learner.apply(Self.grade("c0", .again, at: 50_000, 0))
    #expect(first(on: today) == nil)
    learner.apply(Self.grade("c0", .good, at: 50_000, 1))
    // It is due again within minutes, but a second right answer today is not on another day.
    #expect(first(on: today) == LocalDay(number: 1))
    learner.apply(Self.grade("c0", .good, at: 50_700, 2))
    let due = LocalDay(
      unixSeconds: learner.schedule(of: "c0")?.due ?? 0, utcOffsetSeconds: 0)
    #expect(due.number >= 1 && first(on: today) == due)
    #expect(first(on: LocalDay(number: 40)) == LocalDay(number: 40))
    learner.apply(Self.grade("c0", .good, at: 50_000 + due.number * Self.day, 3))
    #expect(first(on: due) == nil)
  }

  /// Random histories, and one wrong answer more at any point.
  @Test(arguments: 0..<40 as Range<UInt64>) func aWrongAnswerRaisesNoNumber(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var learner = Learner()
    var time = 50_000
    for number in 0..<60 {
      let card = "c\(random.next() % 6)"
      time += Int(random.next() % 3) * (random.next() % 4 == 0 ? Self.day : 300)
      let day = LocalDay(unixSeconds: time, utcOffsetSeconds: 0)
      let before = learner
      learner.apply(Self.grade(card, .again, at: time, number))
      for later in [0, 1, 5, 30] {
        let day = LocalDay(number: day.number + later)
        let (old, new) = (
          MasteryCounts(of: Self.cards, before, on: day),
          MasteryCounts(of: Self.cards, learner, on: day)
        )
        #expect(new.known <= old.known && new.known + new.learning <= old.known + old.learning)
        #expect(new.total == 6 && new.level <= old.level)
        #expect(
          learner.meanRecall(of: Self.cards, on: day) ?? 0
            <= before.meanRecall(of: Self.cards, on: day) ?? 0)
      }
      // Usually the answer was another one.
      guard random.next() % 4 != 0 else { continue }
      learner = before
      learner.apply(
        Self.grade(card, Rating.allCases[Int(random.next() % 4)], at: time, number))
    }
  }

  @Test func aFirstSessionMakesNothingKnown() {
    var learner = Learner()
    for number in 0..<40 {
      learner.apply(Self.grade("c\(number % 6)", .easy, at: 50_000 + number * 60, number))
    }
    let counts = MasteryCounts(of: Self.cards, learner, on: LocalDay(number: 0))
    #expect(counts == MasteryCounts(known: 0, learning: 6, new: 0))
    #expect(counts.level == .begun && counts.share == 0)
  }

  @Test func missesInUnreadSectionsAreDeferred() {
    var learner = Learner()
    func locks() -> SectionLocks { SectionLocks(sections: ["s", "t"], learner: learner) }
    learner.apply(Self.grade("c0", .again, at: 50_000, 0))
    let later = 50_000 + 3 * Self.day
    #expect(learner.isDue("c0", at: later, utcOffset: 0))
    #expect(learner.isOnlyMet("c0", in: "s", locks()))
    #expect(!learner.isDue("c0", in: "s", locks(), at: later, utcOffset: 0))
    // A card of no section of the lesson never waits.
    #expect(learner.isDue("c0", in: "elsewhere", locks(), at: later, utcOffset: 0))
    let deck = Deck(id: "d", title: "D", cards: Self.cards.map(\.card))
    func due() -> [String] {
      CardSession(
        deck: deck, learner: learner, at: later, utcOffset: 0, newCards: 0, sections: ["s", "t"]
      ).due.map(\.id)
    }
    #expect(due().isEmpty)
    learner.apply(LearnerEvent(id: "r", time: 60_000, utcOffset: 0, fact: .sectionRead("s")))
    #expect(due() == ["c0"])
    #expect(!learner.isOnlyMet("c0", in: "s", locks()))
  }
}

/// The day after a card was forgotten.
struct MakeUpTests {
  @Test func aForgottenCardIsReviewedTheNextDay() {
    let day = 86_400
    func grade(_ id: String, _ time: Int, _ rating: Rating) -> LearnerEvent {
      LearnerEvent(id: id, time: time, utcOffset: 0, fact: .review(card: "a", rating: rating))
    }
    var learner = Learner()
    // A card that is remembered for months, then forgotten.
    for (number, at) in [0, 8, 40, 160].enumerated() {
      learner.apply(grade("g\(number)", 50_000 + at * day, .easy))
    }
    let time = 50_000 + 500 * day
    learner.apply(grade("h1", time, .again))
    learner.apply(grade("h2", time + 700, .good))
    #expect(learner.schedule(of: "a")?.phase == .review)
    #expect(learner.schedule(of: "a")?.due == time + 700 + day)
    // With fitted weights as well.
    learner.apply(
      LearnerEvent(
        id: "w", time: time - 1, utcOffset: 0,
        fact: .weights(SchedulerParameters.standard.weights.map { $0 * 1.01 })))
    #expect(learner.schedule(of: "a")?.due == time + 700 + day)
    // The published scheduler waits for several days.
    let published = Learner(
      events: [
        grade("a1", 50_000, .easy), grade("a2", 50_000 + 8 * day, .easy),
        grade("a3", 50_000 + 40 * day, .again), grade("a4", 50_700 + 40 * day, .good),
      ], scheduler: .standard)
    #expect((published.schedule(of: "a")?.due ?? 0) > 50_700 + 41 * day)
  }
}
