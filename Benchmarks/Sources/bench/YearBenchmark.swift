import Practice

/// A simulated year with 100 cards, ten new ones per day, at most one session per day: its cost and the knowledge at
/// the end.
///
/// The schedulers do not know the simulated memory. There are two kinds: one follows FSRS's formulas (with weights that
/// are off by 30 %), the other does not.
enum YearBenchmark {
  static let cards = 100
  static let days = 365
  static let learners = 40

  static func run() {
    print(
      "a simulated year, \(learners) learners of each kind, \(cards) cards: answers given (repeats on "
        + "the same day included), recall on the last day, mean recall on all days once begun, answers for "
        + "each card remembered on the last day")
    for kind in MemoryKind.allCases {
      for method in Method.allCases {
        var sum = YearResult()
        for seed in 0..<UInt64(learners) { sum.add(year(kind, method, seed: seed)) }
        let share = Double(learners * cards)
        let answers = Double(sum.answers) / Double(learners)
        print(
          "  \(kind.rawValue)  \(method.rawValue)  \(Int(answers)) answers  "
            + "recall \(percent(sum.remembered / share))  "
            + "mean \(percent(sum.recallSum / Double(max(1, sum.recallDays))))  "
            + "\(tenths(Double(sum.answers) / sum.remembered)) answers a card")
      }
    }
  }

  private static func percent(_ share: Double) -> String { "\(tenths(share * 100)) %" }
  private static func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }

  private struct YearResult {
    var answers = 0
    var remembered = 0.0
    var recallSum = 0.0
    var recallDays = 0

    mutating func add(_ other: YearResult) {
      answers += other.answers
      remembered += other.remembered
      recallSum += other.recallSum
      recallDays += other.recallDays
    }
  }

  private static func year(_ kind: MemoryKind, _ method: Method, seed: UInt64) -> YearResult {
    var random = SeededGenerator(seed: seed)
    var truth = (0..<cards).map { _ in TrueMemory(kind, &random) }
    var plans = (0..<cards).map { _ in method.plan }
    var result = YearResult()
    for day in 0..<days {
      for card in 0..<min(cards, (day + 1) * 10) {
        if plans[card].due <= day {
          let isKnown = random.unit() < truth[card].recall(on: day)
          truth[card].answer(isKnown, on: day, &random)
          result.answers += plans[card].answer(isKnown, on: day)
        }
        result.recallSum += truth[card].recall(on: day)
        result.recallDays += 1
      }
    }
    result.remembered = truth.reduce(0) { $0 + $1.recall(on: days) }
    return result
  }
}

extension SeededGenerator {
  /// Uniform in [0, 1).
  fileprivate mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}

// MARK: Memories

private enum MemoryKind: String, CaseIterable {
  case fsrs = "power-law forgetting, weights 30 % off"
  case halfLife = "exponential forgetting, half-life    "
}

/// The simulated learner's memory of one card.
private struct TrueMemory {
  private var schedule = CardSchedule(createdAt: 0)
  private var last = -1
  private var halfLife: Double
  private let ease: Double
  private let model: Scheduler?

  init(_ kind: MemoryKind, _ random: inout SeededGenerator) {
    // Cards differ in difficulty.
    ease = 0.5 + random.unit()
    halfLife = 3 * ease
    guard kind == .fsrs else {
      model = nil
      return
    }
    let published = SchedulerParameters.standard.weights
    var parameters = SchedulerParameters.standard
    for _ in 0..<100 {
      let moved = published.map { $0 * (0.7 + 0.6 * random.unit()) }
      guard let valid = try? SchedulerParameters(moved) else { continue }
      parameters = valid
      break
    }
    model = try? Scheduler(parameters: parameters, learningSteps: [], relearningSteps: [])
  }

  func recall(on day: Int) -> Double {
    guard last >= 0 else { return 0 }
    if let model { return model.retrievability(of: schedule, elapsedDays: day - last) }
    var recall = 1.0
    let lives = Double(day - last) / halfLife
    // Two to the power of minus `lives`, by parts.
    for _ in 0..<Int(min(lives, 60)) { recall /= 2 }
    let rest = lives - lives.rounded(.down)
    return recall * (1 - 0.6931 * rest + 0.2402 * rest * rest - 0.0483 * rest * rest * rest)
  }

  /// Testing strengthens the memory, the more the nearer it was to being forgotten.
  mutating func answer(_ isKnown: Bool, on day: Int, _ random: inout SeededGenerator) {
    let before = recall(on: day)
    if let model {
      schedule = model.review(
        schedule, rating: isKnown ? .good : .again, at: 0,
        elapsedDays: last < 0 ? 0 : day - last)
    } else if last >= 0 {
      halfLife = isKnown ? halfLife * (1 + ease * (0.3 + 3 * (1 - before))) : max(1, halfLife * 0.4)
    }
    last = day
  }
}

// MARK: Schedulers

private enum Method: String, CaseIterable {
  case fsrs = "FSRS-6 "
  case sm2 = "SM-2   "
  case leitner = "Leitner"

  var plan: any Plan {
    switch self {
    case .fsrs: FSRSPlan()
    case .sm2: SM2Plan()
    case .leitner: LeitnerPlan()
    }
  }
}

/// A scheduler of one card.
private protocol Plan {
  var due: Int { get }
  /// Processes an answer; returns the number of answers including repetitions on the same day.
  mutating func answer(_ isKnown: Bool, on day: Int) -> Int
}

/// The tutor's scheduler, with its learning steps; a card just seen is known when repeated.
private struct FSRSPlan: Plan {
  private var schedule = CardSchedule(createdAt: 0)
  private var last: Int?
  var due = 0

  mutating func answer(_ isKnown: Bool, on day: Int) -> Int {
    var (answers, elapsed) = (1, last.map { day - $0 } ?? 0)
    schedule = Scheduler.standard.review(
      schedule, rating: isKnown ? .good : .again, at: day * 86400, elapsedDays: elapsed)
    while schedule.phase != .review {
      elapsed = 0
      answers += 1
      schedule = Scheduler.standard.review(
        schedule, rating: .good, at: day * 86400, elapsedDays: elapsed)
    }
    (due, last) = (schedule.due / 86400, day)
    return answers
  }
}

/// Woźniak 1990, "Optimization of learning", SM-2: grade 4 for known, 2 for not, which is repeated on the same day.
private struct SM2Plan: Plan {
  private var ease = 2.5
  private var interval = 0.0
  private var repetitions = 0
  var due = 0

  mutating func answer(_ isKnown: Bool, on day: Int) -> Int {
    let grade = isKnown ? 4.0 : 2.0
    ease = max(1.3, ease + 0.1 - (5 - grade) * (0.08 + (5 - grade) * 0.02))
    repetitions = isKnown ? repetitions + 1 : 0
    switch repetitions {
    case 0, 1: interval = 1
    case 2: interval = 6
    default: interval = (interval * ease).rounded(.up)
    }
    due = day + Int(interval)
    return isKnown ? 1 : 2
  }
}

/// Five boxes of 1, 2, 4, 8 and 16 days; a forgotten card goes to the first and is repeated on the same day.
private struct LeitnerPlan: Plan {
  private var box = 0
  var due = 0

  mutating func answer(_ isKnown: Bool, on day: Int) -> Int {
    box = isKnown ? min(4, box + 1) : 0
    due = day + [1, 2, 4, 8, 16][box]
    return isKnown ? 1 : 2
  }
}
