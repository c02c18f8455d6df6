import Lessons
import Testing

@testable import Practice

private let day = 86400

private func review(_ id: String, _ time: Int, _ card: String, _ rating: Rating = .good)
  -> LearnerEvent
{
  LearnerEvent(id: id, time: time, utcOffset: 0, fact: .review(card: card, rating: rating))
}

/// Grades of cards that were merged into others.
struct HeirTests {
  private static let heirs = Heirs(of: [
    RetiredCard(id: "old", heir: "new"), RetiredCard(id: "gaps", heir: "new"),
    RetiredCard(id: "gone"),
  ])

  private static func learner(_ events: [LearnerEvent]) -> Learner {
    var learner = Learner(events: events)
    learner.passOn(to: heirs)
    return learner
  }

  /// The schedule of a single card with these grades.
  private static func schedule(_ events: [LearnerEvent]) -> CardSchedule? {
    let events = events.map { event in
      guard case .review(_, let rating) = event.fact else { return event }
      return review(event.id, event.time, "one", rating)
    }
    return Learner(events: events).schedule(of: "one")
  }

  @Test func theHeirContinuesTheReviews() {
    let old = [review("1", 0, "old", .easy), review("2", 9 * day, "gaps#c1")]
    let learner = Self.learner(old)
    #expect(learner.schedule(of: "new") == Self.schedule(old))
    #expect(learner.daysRemembered("new") == 2)
    #expect(learner.mastery(of: "new", on: LocalDay(number: 10)) == .known)
    #expect(learner.isDue("new", at: 400 * day, utcOffset: 0))
  }

  /// The first grade of its own continues the schedule; later grades of the merged card change nothing.
  @Test func ownGradesFollowThoseOfTheMergedCard() {
    let events = [review("1", 0, "old", .easy), review("2", 9 * day, "new")]
    let learner = Self.learner(events + [review("3", 12 * day, "old", .again)])
    #expect(learner.schedule(of: "new") == Self.schedule(events))
    let rating = Rating.good
    #expect(
      learner.schedule(of: "new", after: rating, at: 60 * day, utcOffset: 0)
        == Self.schedule(events + [review("4", 60 * day, "new", rating)]))
  }

  @Test func aCardThatWasReviewedBeforeKeepsItsSchedule() {
    let own = [review("1", 0, "new", .easy), review("4", 9 * day, "new")]
    let learner = Self.learner(
      own + [review("2", day, "old", .again), review("3", 2 * day, "old", .again)])
    #expect(learner.schedule(of: "new") == Self.schedule(own))
  }

  @Test func theOrderOfEventsDoesNotMatter() {
    let events = [
      review("1", 0, "old"), review("2", day, "gaps#c1"), review("3", 3 * day, "new"),
      LearnerEvent(id: "4", time: 4 * day, utcOffset: 0, fact: .weights([])),
      review("5", 9 * day, "new", .hard),
      LearnerEvent(id: "6", time: 9 * day + 1, utcOffset: 0, fact: .undo(event: "2")),
    ]
    let expected = Self.schedule([events[0], events[2], events[4]])
    for events in [events, events.reversed()] {
      var stepwise = Learner()
      stepwise.passOn(to: Self.heirs)
      for event in events { stepwise.apply(event) }
      #expect(stepwise.schedule(of: "new") == expected)
      #expect(Self.learner(events).schedule(of: "new") == expected)
    }
  }

  @Test func undoingTheOnlyGradeEndsTheHistory() {
    var learner = Self.learner([review("1", 0, "old")])
    #expect(learner.schedule(of: "new") != nil)
    learner.apply(LearnerEvent(id: "2", time: 1, utcOffset: 0, fact: .undo(event: "1")))
    #expect(learner.schedule(of: "new") == nil)
  }

  /// Retired cards stay in the history but not in any count of a deck.
  @Test func theHistoryKeepsTheNamesOfRetiredCards() {
    let learner = Self.learner([review("1", 0, "old"), review("2", 1, "gone")])
    #expect(learner.reviewCount == 2)
    #expect(learner.reviewLog.map(\.card) == ["old", "gone"])
    #expect(Set(learner.begunCards) == ["old", "gone"])
    let deck = Deck(
      id: "d", title: "D",
      cards: [
        Card(
          id: "new", section: "s", form: .basic(front: "f", back: "b"), explanation: "e")
      ], retired: [RetiredCard(id: "old", heir: "new"), RetiredCard(id: "gone")])
    let counts = MasteryCounts(of: deck.flashcards, learner, on: LocalDay(number: 0))
    #expect(counts.total == 1 && counts.learning == 1)
  }

  @Test func withoutHeirsNothingChanges() {
    var learner = Self.learner([review("1", 0, "old")])
    learner.passOn(to: Heirs())
    #expect(learner.schedule(of: "new") == nil && learner.schedule(of: "old") != nil)
  }
}
