/// The schedule of one card.
public struct CardSchedule: Hashable, Sendable {
  public enum Phase: Hashable, Sendable {
    /// New: repeated within minutes, at a learning step.
    case learning(step: Int)
    /// Repeated after days.
    case review
    /// Forgotten: repeated within minutes, at a relearning step.
    case relearning(step: Int)
  }

  public var phase: Phase
  /// The memory; nil before the first review.
  public var memory: Memory?
  /// The due time, in seconds since 1970 UTC.
  public var due: Int
  /// The time of the latest review, in seconds since 1970 UTC.
  public var lastReview: Int?
  public var reviewCount = 0
  /// The number of times it was forgotten in the review phase.
  public var lapseCount = 0

  /// A new card.
  public init(createdAt time: Int) {
    phase = .learning(step: 0)
    due = time
  }
}

/// The FSRS-6 scheduler.
///
/// The caller passes elapsed days: the program counts local days, the reference implementation whole periods of 86,400
/// seconds.
public struct Scheduler: Hashable, Sendable {
  /// The range of valid desired retentions, as in Anki.
  public static let retentions = 0.7...0.99

  private var model: MemoryModel
  /// The chance of recall at which a card becomes due, between 0 and 1.
  public private(set) var desiredRetention: Double
  private let learningSteps: [Int]
  private let relearningSteps: [Int]
  private let maximumInterval: Int
  private var reviewsLapsesNextDay: Bool

  /// Validates the settings.
  ///
  /// - Parameters:
  ///   - parameters: The weights.
  ///   - desiredRetention: 0.7 to 0.99, as in Anki.
  ///   - learningSteps: Seconds between the first reviews of a new card.
  ///   - relearningSteps: Seconds between the first reviews of a forgotten card.
  ///   - maximumInterval: Days, at least 1.
  ///   - reviewsLapsesNextDay: Whether a forgotten card is due again one day after its relearning steps, whatever its
  ///     stability.
  /// - Throws: `SchedulerError` for values out of bounds.
  public init(
    parameters: SchedulerParameters = .standard, desiredRetention: Double = 0.9,
    learningSteps: [Int] = [60, 600], relearningSteps: [Int] = [600], maximumInterval: Int = 36500,
    reviewsLapsesNextDay: Bool = false
  ) throws(SchedulerError) {
    guard Self.retentions.contains(desiredRetention) else {
      throw .retentionOutOfBounds(desiredRetention)
    }
    guard maximumInterval >= 1 else { throw .intervalOutOfBounds(maximumInterval) }
    model = MemoryModel(parameters)
    self.desiredRetention = desiredRetention
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.maximumInterval = maximumInterval
    self.reviewsLapsesNextDay = reviewsLapsesNextDay
  }

  private init(standard model: MemoryModel) {
    self.model = model
    desiredRetention = 0.9
    learningSteps = [60, 600]
    relearningSteps = [600]
    maximumInterval = 36500
    reviewsLapsesNextDay = false
  }

  /// This scheduler with other weights.
  func with(_ parameters: SchedulerParameters) -> Scheduler {
    var changed = self
    changed.model = MemoryModel(parameters)
    return changed
  }

  /// This scheduler with another desired retention; an invalid one changes nothing.
  func with(retention: Double) -> Scheduler {
    var changed = self
    if Self.retentions.contains(retention) { changed.desiredRetention = retention }
    return changed
  }

  /// The published weights, retention 90 %, steps of 1 and 10 minutes.
  public static let standard = Scheduler(standard: MemoryModel(.standard))

  /// The published scheduler, with a make-up review on the day after a card was forgotten.
  ///
  /// - Source: Matuschak & Nielsen, "Quantum Country": readers who forget a prompt forget it steeply afterwards, and a
  ///   review on the next day does better than one after five days.
  public static let withMakeUpReviews: Scheduler = {
    var changed = standard
    changed.reviewsLapsesNextDay = true
    return changed
  }()

  /// The chance that a card is remembered now, 0 for a new card.
  public func retrievability(of card: CardSchedule, elapsedDays: Int) -> Double {
    card.memory.map { model.retrievability($0, elapsedDays: elapsedDays) } ?? 0
  }

  /// The chance of recall after some days.
  func retrievability(of memory: Memory, elapsedDays: Int) -> Double {
    model.retrievability(memory, elapsedDays: elapsedDays)
  }

  /// The card after an answer.
  ///
  /// - Parameters:
  ///   - card: The card before.
  ///   - rating: The grade.
  ///   - time: Now, in seconds since 1970 UTC.
  ///   - elapsedDays: Days since the previous review; less than 1 means the same day.
  ///   - fuzz: A number in [0, 1) that spreads long intervals; nil for none.
  /// - Returns: The card with its new memory, phase and due time.
  public func review(
    _ card: CardSchedule, rating: Rating, at time: Int, elapsedDays: Int, fuzz: Double? = nil
  ) -> CardSchedule {
    var next = card
    let memory = model.next(card.memory, rating: rating, elapsedDays: elapsedDays)
    next.memory = memory
    next.lastReview = time
    next.reviewCount += 1
    if rating == .again, card.phase == .review { next.lapseCount += 1 }
    let delay: Int?
    (next.phase, delay) = step(from: card.phase, rating: rating)
    let isLapse = if case .relearning = card.phase { true } else { false }
    let days =
      isLapse && reviewsLapsesNextDay ? 1 : days(stability: memory.stability, fuzz: fuzz)
    next.due = time + (delay ?? 86400 * days)
    return next
  }

  /// Seconds until a card would be due, for each rating.
  public func previewIntervals(
    of card: CardSchedule, at time: Int, elapsedDays: Int
  ) -> [Rating: Int] {
    Dictionary(
      uniqueKeysWithValues: Rating.allCases.map { rating in
        (rating, review(card, rating: rating, at: time, elapsedDays: elapsedDays).due - time)
      })
  }

  /// The interval for a stability in whole days, rounded half to even.
  func days(stability: Double, fuzz: Double? = nil) -> Int {
    let ideal = model.interval(stability: stability, retention: desiredRetention)
    let days = Int(min(max(ideal.rounded(.toNearestOrEven), 1), Double(maximumInterval)))
    guard let fuzz else { return days }
    return fuzzed(days, by: fuzz)
  }

  /// The range of days from which fuzz chooses.
  func fuzzRange(_ days: Int) -> ClosedRange<Int> {
    guard Double(days) >= 2.5 else { return days...days }
    let interval = Double(days)
    let delta =
      1 + 0.15 * max(min(interval, 7) - 2.5, 0) + 0.1 * max(min(interval, 20) - 7, 0)
      + 0.05 * max(interval - 20, 0)
    let high = min(Int((interval + delta).rounded(.toNearestOrEven)), maximumInterval)
    let low = max(2, Int((interval - delta).rounded(.toNearestOrEven)))
    return min(low, high)...high
  }

  /// Chooses a day of the range uniformly.
  ///
  /// In py-fsrs, the ends are half as likely and the range is one day longer.
  func fuzzed(_ days: Int, by fuzz: Double) -> Int {
    let range = fuzzRange(days)
    return min(range.lowerBound + Int(fuzz * Double(range.count)), range.upperBound)
  }

  /// The next phase, and the seconds to wait; nil seconds if the interval is in days.
  private func step(from phase: CardSchedule.Phase, rating: Rating) -> (CardSchedule.Phase, Int?) {
    switch phase {
    case .learning(let step):
      return climb(learningSteps, step, rating) { .learning(step: $0) }
    case .relearning(let step):
      return climb(relearningSteps, step, rating) { .relearning(step: $0) }
    case .review:
      guard rating == .again, let first = relearningSteps.first else { return (.review, nil) }
      return (.relearning(step: 0), first)
    }
  }

  private func climb(
    _ steps: [Int], _ step: Int, _ rating: Rating, _ phase: (Int) -> CardSchedule.Phase
  ) -> (CardSchedule.Phase, Int?) {
    if steps.isEmpty || (step >= steps.count && rating >= .hard) { return (.review, nil) }
    switch rating {
    case .again: return (phase(0), steps[0])
    case .hard:
      if step > 0 { return (phase(step), steps[step]) }
      return (phase(0), steps.count == 1 ? steps[0] * 3 / 2 : (steps[0] + steps[1]) / 2)
    case .good:
      return step + 1 >= steps.count ? (.review, nil) : (phase(step + 1), steps[step + 1])
    case .easy: return (.review, nil)
    }
  }
}
