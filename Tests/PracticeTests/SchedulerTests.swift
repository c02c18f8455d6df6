import Foundation
import TestSupport
import Testing

@testable import Practice

/// The reference vectors of FSRS-6, generated with py-fsrs 6.3.2; the file's header explains them.
private struct Vectors: Decodable {
  struct Config: Decodable {
    var parameters: String
    var desiredRetention: Double
    var learningStepsS: [Int]
    var relearningStepsS: [Int]
    var maximumInterval: Int
  }
  struct Review: Decodable {
    var at: Int
    var rating: Int
    var retrievability: Double
    var state: Int
    var step: Int?
    var stability: Double
    var difficulty: Double
    var due: Int
  }
  struct Sequence: Decodable {
    var id: String
    var config: Int
    var configByReview: [Int]?
    var created: Int
    var reviews: [Review]
  }
  struct Unit: Decodable {
    var initial: [[String: Field]]
    var nextDifficulty: [[String: Field]]
    var shortTermStability: [[String: Field]]
    var recallStability: [[String: Field]]
    var forgetStability: [[String: Field]]
    var retrievability: [[String: Field]]
    var nextInterval: [[String: Field]]
    var fuzz: [[String: Field]]
  }
  enum Field: Decodable {
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }
  var parameterSets: [String: [Double]]
  var configs: [Config]
  var sequences: [Sequence]
  var unit: Unit

  static func read() throws -> Vectors {
    let file = Repository.file("Tests/PracticeTests/Fixtures/fsrs_vectors.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Vectors.self, from: Data(contentsOf: file))
  }

  func scheduler(_ index: Int) throws -> Scheduler {
    let config = configs[index]
    return try Scheduler(
      parameters: parameters(config.parameters), desiredRetention: config.desiredRetention,
      learningSteps: config.learningStepsS, relearningSteps: config.relearningStepsS,
      maximumInterval: config.maximumInterval)
  }

  func parameters(_ name: String) throws -> SchedulerParameters {
    // The snake-case strategy also converts dictionary keys.
    let plain = name.filter { $0 != "_" }.lowercased()
    let found = parameterSets.first { $0.key.filter { $0 != "_" }.lowercased() == plain }
    return try SchedulerParameters(try #require(found?.value))
  }
}

extension [String: Vectors.Field] {
  fileprivate func number(_ name: String) -> Double {
    if case .number(let number) = self[name] { return number }
    return .nan
  }
  fileprivate var parameters: String {
    if case .text(let text) = self["parameters"] { return text }
    return ""
  }
  fileprivate func rating(_ name: String = "rating") -> Rating {
    Rating(rawValue: Int(number(name))) ?? .again
  }
}

private func agrees(_ value: Double, _ reference: Double) -> Bool {
  abs(value - reference) <= 1e-9 * abs(reference)
}

struct SchedulerVectorTests {
  @Test func schedulesMatchTheReference() throws {
    let vectors = try Vectors.read()
    var count = 0
    for sequence in vectors.sequences {
      var card = CardSchedule(createdAt: sequence.created)
      for (index, review) in sequence.reviews.enumerated() {
        let scheduler = try vectors.scheduler(sequence.configByReview?[index] ?? sequence.config)
        let elapsed = card.lastReview.map {
          Int((Double(review.at - $0) / 86400).rounded(.down))
        }
        let recall = scheduler.retrievability(of: card, elapsedDays: elapsed ?? 0)
        #expect(agrees(recall, review.retrievability), "\(sequence.id) \(index)")
        card = scheduler.review(
          card, rating: try #require(Rating(rawValue: review.rating)), at: review.at,
          elapsedDays: elapsed ?? 0)
        let memory = try #require(card.memory)
        #expect(agrees(memory.stability, review.stability), "\(sequence.id) \(index)")
        #expect(agrees(memory.difficulty, review.difficulty), "\(sequence.id) \(index)")
        #expect(card.due == review.due, "\(sequence.id) \(index)")
        switch card.phase {
        case .learning(let step): #expect(review.state == 1 && review.step == step)
        case .review: #expect(review.state == 2 && review.step == nil)
        case .relearning(let step): #expect(review.state == 3 && review.step == step)
        }
        count += 1
      }
    }
    #expect(count == 2384)
  }

  @Test func everyFormulaAgreesWithTheReference() throws {
    let vectors = try Vectors.read()
    func model(_ row: [String: Vectors.Field]) throws -> MemoryModel {
      MemoryModel(try vectors.parameters(row.parameters))
    }
    func memory(_ row: [String: Vectors.Field]) -> Memory {
      Memory(stability: row.number("stability"), difficulty: row.number("difficulty"))
    }
    for row in vectors.unit.initial {
      let model = try model(row)
      #expect(agrees(model.initialStability(row.rating()), row.number("stability")))
      let difficulty = model.initialDifficulty(row.rating())
      #expect(agrees(difficulty, row.number("difficulty_unclamped")))
      #expect(agrees(model.clampedDifficulty(difficulty), row.number("difficulty")))
    }
    for row in vectors.unit.nextDifficulty {
      let next = try model(row).nextDifficulty(row.number("difficulty"), row.rating())
      #expect(agrees(next, row.number("result")))
    }
    for row in vectors.unit.shortTermStability {
      let next = try model(row).sameDayStability(row.number("stability"), row.rating())
      #expect(agrees(next, row.number("result")))
    }
    for row in vectors.unit.recallStability {
      let next = try model(row).stabilityAfterRecall(
        memory(row), retrievability: row.number("retrievability"), row.rating())
      #expect(agrees(next, row.number("result")))
    }
    for row in vectors.unit.forgetStability {
      let next = try model(row).stabilityAfterLapse(
        memory(row), retrievability: row.number("retrievability"))
      #expect(agrees(next, row.number("result")))
    }
    for row in vectors.unit.retrievability {
      let recall = try model(row).retrievability(
        Memory(stability: row.number("stability"), difficulty: 5),
        elapsedDays: Int(row.number("elapsed_days")))
      #expect(agrees(recall, row.number("result")))
    }
    for row in vectors.unit.nextInterval {
      let scheduler = try Scheduler(
        parameters: try vectors.parameters(row.parameters),
        desiredRetention: row.number("desired_retention"),
        maximumInterval: Int(row.number("maximum_interval")))
      #expect(scheduler.days(stability: row.number("stability")) == Int(row.number("result")))
    }
  }

  @Test func fuzzedIntervalsAreInTheReferenceRange() throws {
    for row in try Vectors.read().unit.fuzz {
      let scheduler = try Scheduler(maximumInterval: Int(row.number("maximum_interval")))
      let days = Int(row.number("interval_days"))
      let range = scheduler.fuzzRange(days)
      // The reference may choose one day beyond its own range.
      #expect((range.lowerBound...(range.upperBound + 1)).contains(Int(row.number("result_days"))))
      if row.number("u") == 0 { #expect(scheduler.fuzzed(days, by: 0) == range.lowerBound) }
      #expect(range.contains(scheduler.fuzzed(days, by: row.number("u"))))
    }
  }
}

struct SchedulerTests {
  @Test func invalidSettingsAreRefused() throws {
    let good = SchedulerParameters.standard.weights
    #expect(throws: SchedulerError.weightCount(20)) {
      try SchedulerParameters(Array(good.dropLast()))
    }
    for bad in [Double.nan, .infinity, -1] {
      var weights = good
      weights[4] = bad
      #expect(throws: SchedulerError.self) { try SchedulerParameters(weights) }
    }
    #expect(throws: SchedulerError.self) { try Scheduler(desiredRetention: 1) }
    #expect(throws: SchedulerError.self) { try Scheduler(maximumInterval: 0) }
  }

  @Test func firstDelaysAreTheRamp() {
    let card = CardSchedule(createdAt: 0)
    let delays = Scheduler.standard.previewIntervals(of: card, at: 0, elapsedDays: 0)
    #expect(delays == [.again: 60, .hard: 330, .good: 600, .easy: 8 * 86400])
  }

  @Test func aDayBeginsAtFour() {
    func day(_ hour: Int, offset: Int = 0) -> Int {
      LocalDay(unixSeconds: 86400 * 10 + hour * 3600, utcOffsetSeconds: offset).number
    }
    #expect(day(3) == 9)
    #expect(day(4) == 10)
    #expect(day(27) == 10)
    #expect(day(28) == 11)
    #expect(day(12, offset: -9 * 3600) == 9)
    #expect(LocalDay(unixSeconds: -1, utcOffsetSeconds: 0).number == -1)
  }

  @Test func aReviewTwentyThreeHoursLaterIsOnTheNextDay() {
    let evening = LocalDay(unixSeconds: 20 * 3600, utcOffsetSeconds: 0)
    let nextDay = LocalDay(unixSeconds: 43 * 3600, utcOffsetSeconds: 0)
    #expect(nextDay.days(since: evening) == 1)
  }

  @Test func aForwardClockChangeLosesNoDay() {
    // Berlin, 29 March 2026: the offset changes from one hour to two at 01:00 UTC.
    let saturday = LocalDay(unixSeconds: 1_774_724_400, utcOffsetSeconds: 3600)
    let sunday = LocalDay(unixSeconds: 1_774_724_400 + 23 * 3600, utcOffsetSeconds: 7200)
    #expect(sunday.days(since: saturday) == 1)
  }

  @Test func stabilityStaysFinite() throws {
    var weights = SchedulerParameters.standard.weights
    (weights[17], weights[18], weights[19]) = (2, 2, 1e-9)
    let scheduler = try Scheduler(parameters: SchedulerParameters(weights))
    var card = CardSchedule(createdAt: 0)
    for time in 0..<300 {
      let rating: Rating = time.isMultiple(of: 50) ? .again : .easy
      card = scheduler.review(card, rating: rating, at: time, elapsedDays: 0)
      #expect(card.memory?.stability.isFinite == true && card.due > time)
    }
  }

  @Test func betterRatingsNeverMakeShorterIntervals() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      var card = CardSchedule(createdAt: 0)
      card = Scheduler.standard.review(card, rating: .easy, at: 0, elapsedDays: 0)
      var day = 0
      for _ in 0..<8 {
        let elapsed = Int.random(in: 1...60, using: &generator)
        day += elapsed
        let delays = Scheduler.standard.previewIntervals(
          of: card, at: day * 86400, elapsedDays: elapsed)
        #expect((delays[.hard] ?? 0) <= (delays[.good] ?? 0))
        #expect((delays[.good] ?? 0) <= (delays[.easy] ?? 0))
        let rating = Rating.allCases.randomElement(using: &generator) ?? .good
        card = Scheduler.standard.review(
          card, rating: rating, at: day * 86400, elapsedDays: elapsed)
        #expect(card.due > day * 86400)
        #expect((1...10).contains(card.memory?.difficulty ?? 0))
      }
    }
  }

  @Test func aForgottenCardCanBeDueOnTheNextDay() throws {
    func daysAfterLapse(_ scheduler: Scheduler) -> Int {
      var card = CardSchedule(createdAt: 0)
      var day = 0
      for elapsed in [0, 8, 60] {
        day += elapsed
        card = scheduler.review(card, rating: .easy, at: day * 86400, elapsedDays: elapsed)
      }
      day += 300
      card = scheduler.review(card, rating: .again, at: day * 86400, elapsedDays: 300)
      #expect(card.due == day * 86400 + 600)
      card = scheduler.review(card, rating: .good, at: day * 86400 + 600, elapsedDays: 0)
      return (card.due - day * 86400 - 600) / 86400
    }
    #expect(daysAfterLapse(.standard) > 1)
    #expect(daysAfterLapse(try Scheduler(reviewsLapsesNextDay: true)) == 1)
  }
}
