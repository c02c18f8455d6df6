import Testing

@testable import Practice

private let day = 86400

struct RetentionTests {
  /// Noon of a learner's day.
  private let now = 20_000 * day + 16 * 3600

  private func event(_ id: String, _ time: Int, _ fact: Fact) -> LearnerEvent {
    LearnerEvent(id: id, time: time, utcOffset: 0, fact: fact)
  }

  private func dueDay(_ learner: Learner, _ card: String) -> Int? {
    learner.schedule(of: card).map { $0.due / day }
  }

  @Test func aDesiredRetentionAppliesFromItsTimeOn() {
    let events = [
      event("1", 10 * day, .review(card: "a", rating: .easy)),
      event("2", 11 * day, .retention(percent: 80)),
      event("3", 12 * day, .review(card: "b", rating: .easy)),
      event("4", 13 * day, .retention(percent: 95)),
      event("5", 14 * day, .review(card: "c", rating: .easy)),
    ]
    let learner = Learner(events: events)
    #expect(learner.retentionPercent == 95)
    #expect(dueDay(learner, "a") == 18)
    #expect((dueDay(learner, "b") ?? 0) - 12 > 16)
    #expect((dueDay(learner, "c") ?? 0) - 14 < 8)
    // In whatever order the events arrive.
    for shift in events.indices {
      let other = Learner(events: events[shift...] + events[..<shift])
      #expect(other.retentionPercent == 95)
      for card in ["a", "b", "c"] {
        #expect(other.schedule(of: card) == learner.schedule(of: card))
      }
    }
  }

  @Test func weightsAndRetentionAreChosenIndependently() throws {
    var weights = SchedulerParameters.standard.weights
    weights[3] = 20
    let facts: [Fact] = [.weights(weights), .retention(percent: 80), .weights([])]
    func learner(_ facts: [Fact]) -> Learner {
      Learner(events: facts.enumerated().map { event("\($0)", $0, $1) })
    }
    #expect(learner(facts).scheduler == learner([facts[1]]).scheduler)
    #expect(learner([facts[0], facts[1]]).scheduler == learner([facts[1], facts[0]]).scheduler)
    let both = try Scheduler(
      parameters: SchedulerParameters(weights), desiredRetention: 0.8, reviewsLapsesNextDay: true)
    #expect(learner([facts[0], facts[1]]).scheduler == both)
  }

  @Test(arguments: ["", "1", "0.5", "0.79", "0.951", "nan", "inf", "-0.9", "90"])
  func anImpossibleRetentionOnRecordIsIgnored(value: String) {
    let learner = Learner(events: [event("1", 1, .setting(name: "retention", value: value))])
    #expect(learner.scheduler == .withMakeUpReviews)
  }

  @Test func everyPercentOfTheRangeIsRead() {
    for percent in DesiredRetention.percents {
      let learner = Learner(events: [event("1", 1, .retention(percent: percent))])
      #expect(learner.retentionPercent == percent)
    }
  }

  @Test func moreRetentionCostsMoreReviewsAndIsWorthMoreRecall() throws {
    let cards = (0..<80).map { "c\($0)" }
    let workload = try #require(
      Workload(
        Learner(), cards: cards, until: LocalDay(number: 20_060), at: now, utcOffset: 0))
    #expect(workload.points.map(\.percent) == Array(80...95) && workload.days == 60)
    for (low, high) in zip(workload.points, workload.points.dropFirst(5)) {
      #expect(low.reviewsADay < high.reviewsADay)
    }
    // Between two neighbours it also matters which reviews fall on the last days.
    #expect((workload.points.first?.recall ?? 1) < (workload.points.last?.recall ?? 0))
    // Every card is begun, and answered twice on its first day.
    #expect(workload.points.allSatisfy { $0.reviewsADay > 160.0 / 60 })
    #expect(workload.points.allSatisfy { (0.7...1).contains($0.recall) })
  }

  @Test func aWorkloadNeedsADayToComeAndCards() throws {
    func workload(_ cards: [String], days: Int) -> Workload? {
      Workload(
        Learner(), cards: cards, until: LocalDay(number: 20_000 + days), at: now, utcOffset: 0)
    }
    #expect(workload(["a"], days: 0) == nil && workload(["a"], days: 1000) == nil)
    #expect(workload([], days: 10)?.points.allSatisfy { $0.reviewsADay == 0 } == true)
    #expect(workload(["a"], days: 1)?.points.first?.reviewsADay == 2)
  }
}
