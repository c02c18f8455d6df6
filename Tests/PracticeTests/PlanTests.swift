import Lessons
import Testing

@testable import Practice

private let day = 86400

struct StudyPlanTests {
  private let cards = (0..<40).map { "c\($0)" }
  /// Noon of a learner's day.
  private let now = 20_000 * day + 16 * 3600

  private func plan(_ learner: Learner, days: Int) -> StudyPlan? {
    StudyPlan(learner, cards: cards, exam: LocalDay(number: 20_000 + days), at: now, utcOffset: 0)
  }

  @Test func newCardsAreSpreadWithTheLastTwoDaysForReviews() throws {
    let plan = try #require(self.plan(Learner(), days: 12))
    #expect(plan.days.map(\.day.number) == Array(20_000..<20_012))
    #expect(plan.days.map(\.new) == Array(repeating: 4, count: 10) + [0, 0])
    #expect(plan.recall > 0.85 && plan.recallOtherwise == 0)
    // Cards started today are asked again within the twelve days.
    #expect(plan.days.dropFirst().reduce(0) { $0 + $1.reviews } >= 40)
  }

  @Test func cardsBegunTodayCountForToday() throws {
    var learner = Learner()
    for number in 0..<3 {
      learner.apply(
        LearnerEvent(
          id: "e\(number)", time: now - 60, utcOffset: 0,
          fact: .review(card: "c\(number)", rating: .good)))
    }
    let plan = try #require(self.plan(learner, days: 12))
    #expect(plan.days[0].new == 1)
    #expect(plan.days.reduce(0) { $0 + $1.new } == 37)
  }

  @Test func aPlanNeedsAFutureDay() {
    #expect(plan(Learner(), days: 0) == nil && plan(Learner(), days: -1) == nil)
    #expect(plan(Learner(), days: 10_000) == nil)
    #expect(plan(Learner(), days: 1)?.days.map(\.new) == [40])
  }

  @Test func aClockThatWasAheadGivesNoNegativeIntervals() throws {
    let ahead = LearnerEvent(
      id: "e", time: now + 3650 * day, utcOffset: 0, fact: .review(card: "c0", rating: .good))
    let plan = try #require(self.plan(Learner(events: [ahead]), days: 30))
    #expect(plan.days.allSatisfy { $0.new >= 0 && $0.reviews >= 0 })
    #expect((0...1).contains(plan.recall) && (0...1).contains(plan.recallOtherwise))
  }
}

struct WeightFitTests {
  /// Histories of a learner whose memory follows FSRS with other weights, asked when FSRS schedules it.
  private func histories(
    _ weights: SchedulerParameters, cards: Int, reviews: Int = 9, apart: Int = 2, seed: UInt64 = 11
  ) -> [ReviewHistory] {
    let truth = MemoryModel(weights)
    var random = SeededGenerator(seed: seed)
    return (0..<cards).map { card in
      var memory: Memory?
      var (steps, today) = ([ReviewHistory.Step](), card * apart)
      var elapsed = 0
      for _ in 0..<reviews {
        let recall = memory.map { truth.retrievability($0, elapsedDays: elapsed) } ?? 0.5
        let isRemembered = Double(random.next() % 10_000) / 10_000 < recall
        let rating = isRemembered ? Rating.good : .again
        steps.append(
          ReviewHistory.Step(rating: rating, elapsedDays: elapsed, time: today * day + card))
        memory = truth.next(memory, rating: rating, elapsedDays: elapsed)
        elapsed = 1 + Int(random.next() % 12)
        today += elapsed
      }
      return ReviewHistory(steps)
    }
  }

  @Test func fittedWeightsAreBetterForAFastForgetter() throws {
    var weights = SchedulerParameters.standard.weights
    for index in 0..<4 { weights[index] /= 4 }
    weights[8] = 1
    let data = histories(try SchedulerParameters(weights), cards: 120)
    let fit = try #require(WeightFit(data, fitting: .all, steps: 25))
    #expect(WeightFit.usable(data) == 960)
    #expect(fit.fitted.reviews + fit.heldOut.reviews == 960)
    #expect((185...199).contains(fit.heldOut.reviews))
    #expect(fit.helps && fit.fitted.after < fit.fitted.before - 0.02)
    // The result is valid.
    #expect(throws: Never.self) { try SchedulerParameters(fit.weights.weights) }
  }

  @Test func fittedWeightsAreNotWorseForAnAverageLearner() throws {
    let fit = try #require(WeightFit(histories(.standard, cards: 120), fitting: .all, steps: 25))
    #expect(fit.fitted.after <= fit.fitted.before)
    #expect(fit.heldOut.after < fit.heldOut.before + 0.01)
  }

  @Test func tooFewReviewsGiveNoFit() throws {
    // 56, 64, 192 and 200 reviews.
    #expect(WeightFit.best(histories(.standard, cards: 7), steps: 2) == nil)
    #expect(WeightFit.best([]) == nil)
    let few = histories(.standard, cards: 8)
    #expect(WeightFit(few, fitting: .initialStabilities, steps: 2)?.part == .initialStabilities)
    #expect(WeightFit.best(few, steps: 2)?.part == .initialStabilities)
    #expect(WeightFit(histories(.standard, cards: 24), fitting: .all, steps: 2) == nil)
    #expect(WeightFit(histories(.standard, cards: 25), fitting: .all, steps: 2)?.part == .all)
  }

  @Test(arguments: [
    // The fall of the loss for each fitted and each held-out review.
    (WeightFit.Part.all, 0.04, 0.002, true), (.all, 0.03, 0.01, false), (.all, 0.04, 0.0005, false),
    (.all, 0.04, -0.01, false), (.initialStabilities, 0.01, 0.002, true),
    (.initialStabilities, 0.005, 0.01, false),
  ])
  func aFitHelpsIfTheLossFallsByMoreThanChance(
    part: WeightFit.Part, fitted: Double, heldOut: Double, helps: Bool
  ) {
    func losses(_ reviews: Int, _ fall: Double) -> WeightFit.Losses {
      WeightFit.Losses(reviews: reviews, before: 0.3, after: 0.3 - fall)
    }
    #expect(part.helps(fitted: losses(160, fitted), heldOut: losses(40, heldOut)) == helps)
  }

  @Test func aFitOfTheInitialStabilitiesKeepsTheOtherWeights() throws {
    let data = histories(.standard, cards: 12)
    let fit = try #require(WeightFit(data, fitting: .initialStabilities, steps: 10))
    let published = SchedulerParameters.standard.weights
    #expect(fit.weights.weights.dropFirst(4) == published.dropFirst(4))
    #expect(fit.weights.weights.prefix(4) != published.prefix(4))
  }

  /// Of twenty learners with 96 reviews each, the number for whom a fit is offered.
  private func offers(_ weights: SchedulerParameters) -> Int {
    (1...20).count { seed in
      let data = histories(weights, cards: 32, reviews: 4, apart: 3, seed: UInt64(seed))
      return WeightFit.best(data, steps: 20)?.helps == true
    }
  }

  @Test func aFitToFewReviewsIsOfferedToFastForgettersAndSeldomToOthers() throws {
    var weights = SchedulerParameters.standard.weights
    for index in 0..<4 { weights[index] /= 16 }
    #expect(offers(try SchedulerParameters(weights)) >= 12)
    // Chance seldom makes a fit look better by so much.
    #expect(offers(.standard) <= 1)
  }

  @Test func newWeightsAffectOnlyLaterGrades() throws {
    var weights = SchedulerParameters.standard.weights
    weights[3] = 2
    func event(_ id: String, _ time: Int, _ fact: Fact) -> LearnerEvent {
      LearnerEvent(id: id, time: time, utcOffset: 0, fact: fact)
    }
    let learner = Learner(events: [
      event("1", day, .review(card: "a", rating: .easy)), event("2", 2 * day, .weights(weights)),
      event("3", 3 * day, .review(card: "b", rating: .easy)),
      event("4", 4 * day, .weights([])), event("5", 5 * day, .review(card: "c", rating: .easy)),
      event("6", 6 * day, .weights([1, 2, 3])),
    ])
    #expect(learner.schedule(of: "a")?.due == 9 * day && learner.schedule(of: "b")?.due == 5 * day)
    #expect(learner.schedule(of: "c")?.due == 13 * day)
    #expect(learner.scheduler == .withMakeUpReviews)
  }
}

struct LearnerFactTests {
  private func event(_ id: String, _ time: Int, _ fact: Fact, offset: Int = 0) -> LearnerEvent {
    LearnerEvent(id: id, time: time, utcOffset: offset, fact: fact)
  }

  @Test func decisionsOfAClockAheadCanBeRevised() {
    var clock = EventClock()
    let ahead = clock.next(at: 2_100_000_000_000, random: 0)
    var later = EventClock()
    later.pass("no id of ours")
    later.pass(ahead)
    let back = later.next(at: 1_800_000_000_000, random: 0)
    #expect(back > ahead)
    let learner = Learner(events: [
      event(ahead, 2_100_000_000, .note(section: "s", text: "ahead")),
      event(back, 1_800_000_000, .note(section: "s", text: "now")),
    ])
    #expect(learner.notes["s"] == "now")
  }

  @Test func studyTimeExcludesBreaks() {
    let times = [0, 10, 70, 70 + 300, 1000, 1100]
    let learner = Learner(
      events: times.enumerated().map { event("e\($0)", $1, .sectionRead("s\($0)")) }.reversed())
    #expect(learner.secondsStudied == 470)
  }

  @Test func recallIsCheckedOnLaterDaysOnly() {
    let learner = Learner(events: [
      event("1", day, .review(card: "a", rating: .easy)),
      event("2", day + 60, .review(card: "a", rating: .again)),
      event("3", 3 * day, .review(card: "a", rating: .good)),
      event("4", 9 * day, .review(card: "a", rating: .again)),
    ])
    let checks = learner.recallChecks
    #expect(checks.total == 2 && checks.remembered == 1)
    #expect((0.1..<2).contains(checks.expected))
    #expect(learner.daysRemembered("a") == 2)
  }

  @Test func pastRecallIgnoresLaterGrades() throws {
    let card = Card(
      id: "a", section: "s", form: .basic(front: "f", back: "b"), explanation: "")
    let learner = Learner(events: [
      event("1", 10 * day, .review(card: "a", rating: .good)),
      event("2", 40 * day, .review(card: "a", rating: .good)),
    ])
    func recall(_ number: Int) -> Double? {
      learner.meanRecall(of: card.flashcards, on: LocalDay(number: number))
    }
    #expect(recall(8) == 0)
    #expect(try #require(recall(38)) < #require(recall(41)))
    #expect(try #require(recall(20)) > #require(recall(30)))
  }

  @Test func onlyTheBestLongQuizCounts() {
    func best(_ quizzes: [(Int, Int)]) -> String {
      let learner = Learner(
        events: quizzes.enumerated().map {
          event("\($0)", $0, .quizDone(right: $1.0, total: $1.1))
        })
      return learner.bestQuiz.map { "\($0.right)/\($0.total)" } ?? "none"
    }
    #expect(best([(5, 5), (9, 9)]) == "none")
    #expect(best([(8, 10), (9, 10), (17, 20)]) == "9/10")
    #expect(best([(9, 10), (18, 20)]) == "18/20" && best([(18, 20), (9, 10)]) == "18/20")
    #expect(best([(11, 10), (-1, 10)]) == "none")
  }

  /// Clocks set back and forth, jumps of ten years, time zones and daylight saving in between.
  @Test(arguments: 0..<200 as Range<UInt64>) func dueDatesAreNeverInThePast(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (time, offset) = (1_800_000_000, 0)
    var learner = Learner()
    for number in 0..<60 {
      switch random.next() % 12 {
      case 0: time += 10 * 365 * day
      case 1: time -= 10 * 365 * day
      case 2: offset = (Int(random.next() % 27) - 12) * 3600
      case 3: time -= 3600
      default: time += Int(random.next() % UInt64(20 * day))
      }
      time = max(0, time)
      let rating = Rating.allCases[Int(random.next() % 4)]
      let name = String(1000 + number)
      learner.apply(event(name, time, .review(card: "a", rating: rating), offset: offset))
      let schedule = learner.schedule(of: "a")
      let last = schedule?.lastReview ?? .max
      #expect((schedule?.due ?? 0) >= last + 60)
      #expect((schedule?.memory?.stability ?? 0) > 0)
      #expect((1...10).contains(schedule?.memory?.difficulty ?? 0))
    }
    #expect(learner.secondsStudied >= 0 && learner.recallChecks.expected >= 0)
    #expect(
      learner.forecast(of: ["a"], from: LocalDay(number: 20_000), days: 30, utcOffset: offset)
        .allSatisfy { $0 >= 0 })
  }
}
