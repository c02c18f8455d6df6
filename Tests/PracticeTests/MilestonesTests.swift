import Lessons
import Testing

@testable import Practice

struct MilestonesTests {
  private static let now = 1_800_000_000
  private static let today = LocalDay(unixSeconds: now, utcOffsetSeconds: 0)
  private static let ids = ["a", "b", "c"]

  private static let bundle = LessonBundle(
    lesson: Lesson(
      id: "lesson", title: "Lesson", edition: "1",
      sections: [Section(id: "s", title: "S", blocks: [])]),
    deck: Deck(
      id: "deck", title: "",
      cards: ids.map { id in
        Card(
          id: id, section: "s", tags: [id == "c" ? "elu" : "relu"],
          form: .basic(front: id, back: "back"), explanation: "")
      }))

  /// A learner who graded cards some days ago, in order.
  private static func learner(_ grades: [(card: String, ago: Int)], good: Bool = true) -> Learner {
    var learner = Learner()
    for (number, (card, ago)) in grades.enumerated() {
      learner.apply(
        LearnerEvent(
          id: "event-\(1000 + number)", time: now - ago * 86_400 + number, utcOffset: 0,
          fact: .review(card: card, rating: good ? .good : .again)))
    }
    return learner
  }

  private static func milestones(_ before: Learner, _ after: Learner) -> Milestones {
    let end = now + 100
    return Milestones(
      since: .init(before, of: bundle, on: today, at: now), after, of: bundle, on: today, at: end)
  }

  @Test func aTagIsKnownWithItsLastCard() {
    let before = Self.learner([("a", 3), ("b", 3), ("c", 3), ("a", 0)])
    #expect(Self.milestones(before, before).knownTags.isEmpty)
    let after = Self.learner([("a", 3), ("b", 3), ("c", 3), ("a", 0), ("b", 0)])
    #expect(Self.milestones(before, after).knownTags == ["relu"])
    // Known before, so nothing is new.
    #expect(Self.milestones(after, after).knownTags.isEmpty)
  }

  @Test func duesAreDoneWhenSomeWereDueAndNoneIsLeft() {
    let before = Self.learner([("a", 30), ("b", 30)])
    #expect(!Self.milestones(before, before).areAllDueDone)
    let one = Self.learner([("a", 30), ("b", 30), ("a", 0)])
    #expect(!Self.milestones(before, one).areAllDueDone)
    // Right after a month away, a card is due again on a later day.
    let both = Self.learner([("a", 30), ("b", 30), ("a", 0), ("b", 0), ("a", 0), ("b", 0)])
    #expect(Self.milestones(before, both).areAllDueDone)
    #expect(!Self.milestones(both, both).areAllDueDone)
  }

  @Test(arguments: [
    // Days ago with study before today, and the streak that is told today.
    ([2, 1], 3), ([1], nil), ([9, 8, 7, 6, 1], nil), ([12, 11, 6, 5, 4], nil),
    ([12, 11, 4, 3, 2], 4),
    // Two days off are free.
    ([6, 3], 3),
  ]) func aStreakCountsIfItIsTheLongest(days: [Int], told: Int?) {
    let past = days.map { ("a", $0) }
    let before = Self.learner(past)
    let after = Self.learner(past + [("a", 0)])
    #expect(Self.milestones(before, after).bestStreak == told)
    #expect(Self.milestones(after, after).bestStreak == nil)
  }

  @Test func theLongestStreakIsComputedUpToADay() {
    let learner = Self.learner([("a", 20), ("a", 19), ("a", 17), ("a", 5), ("a", 4), ("a", 0)])
    #expect(learner.longestStreak(upTo: Self.today) == 3)
    #expect(learner.longestStreak(upTo: LocalDay(number: Self.today.number - 19)) == 2)
    #expect(Learner().longestStreak(upTo: Self.today) == 0)
  }
}
