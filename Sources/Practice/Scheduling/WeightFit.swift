#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One card's grades in order.
public struct ReviewHistory: Hashable, Sendable {
  /// A grade.
  public struct Step: Hashable, Sendable {
    /// The grade.
    public var rating: Rating
    /// Local days since the grade before; 0 for the first.
    public var elapsedDays: Int
    /// When, in seconds since 1970 UTC.
    public var time: Int

    /// Makes a step.
    public init(rating: Rating, elapsedDays: Int, time: Int) {
      self.rating = rating
      self.elapsedDays = elapsedDays
      self.time = time
    }
  }

  /// The grades, oldest first.
  public var steps: [Step]

  /// Takes grades.
  public init(_ steps: [Step]) { self.steps = steps }
}

/// FSRS's weights fitted to one learner's reviews, and whether that helps.
///
/// What is fitted is the log-loss: −ln R for what was remembered, −ln(1 − R) for what was forgotten, over
/// reviews at least a day after the one before. The last fifth of them in time is held out: the fit
/// never sees it. A penalty draws the weights to those given, the more the fewer reviews there are.
///
/// - Source: the loss and the reviews that count are those of the FSRS optimizer (open-spaced-repetition,
///   fsrs-optimizer); the gradient is taken by central differences, the steps are Adam's (Kingma & Ba 2015).
public struct WeightFit: Sendable {
  /// Reviews with a day or more between them that a fit needs.
  public static let leastReviews = 400

  /// The mean log-loss before and after.
  public struct Losses: Hashable, Sendable {
    /// Reviews it is the mean of.
    public var reviews: Int
    /// With the weights as they were.
    public var before: Double
    /// With the fitted ones.
    public var after: Double
  }

  /// The fitted weights.
  public let weights: SchedulerParameters
  /// On the reviews that were fitted.
  public let fitted: Losses
  /// On the reviews that were held out.
  public let heldOut: Losses

  /// Whether the fitted weights say more about reviews they have not seen, by more than a trifle.
  public var helps: Bool { heldOut.after < heldOut.before - 0.001 }

  /// How many of some reviews can be used.
  public static func usable(_ histories: [ReviewHistory]) -> Int {
    histories.reduce(0) { $0 + $1.steps.dropFirst().count { $0.elapsedDays >= 1 } }
  }

  /// Fits; nil if there are fewer reviews than ``leastReviews``.
  ///
  /// - Parameters:
  ///   - histories: Every card's grades.
  ///   - start: The weights to begin with.
  ///   - steps: Steps of the descent.
  public init?(
    _ histories: [ReviewHistory], from start: SchedulerParameters = .standard, steps: Int = 80
  ) {
    let times = histories.flatMap { $0.steps.dropFirst().filter { $0.elapsedDays >= 1 } }
      .map(\.time).sorted()
    guard times.count >= Self.leastReviews else { return nil }
    let cut = times[times.count * 4 / 5]
    let data = histories.filter { $0.steps.count > 1 }
    let descent = Descent(data, before: cut, start: start.weights)
    weights = SchedulerParameters(clamping: descent.run(steps: steps))
    let isEarly = { (time: Int) in time < cut }
    fitted = Self.losses(data, start, weights, isEarly)
    heldOut = Self.losses(data, start, weights) { $0 >= cut }
  }

  private static func losses(
    _ data: [ReviewHistory], _ before: SchedulerParameters, _ after: SchedulerParameters,
    _ counts: (Int) -> Bool
  ) -> Losses {
    let old = LogLoss(data, MemoryModel(before), counts)
    let new = LogLoss(data, MemoryModel(after), counts)
    return Losses(reviews: old.count, before: old.mean, after: new.mean)
  }
}

/// The log-loss of a model on those reviews that count.
struct LogLoss {
  private(set) var count = 0
  private var sum = 0.0

  var mean: Double { count == 0 ? 0 : sum / Double(count) }

  init(_ data: [ReviewHistory], _ model: MemoryModel, _ counts: (Int) -> Bool) {
    for history in data {
      var memory: Memory?
      for step in history.steps {
        if let memory, step.elapsedDays >= 1, counts(step.time) {
          let recall = min(
            max(model.retrievability(memory, elapsedDays: step.elapsedDays), 1e-6), 1 - 1e-6)
          sum -= log(step.rating == .again ? 1 - recall : recall)
          count += 1
        }
        memory = model.next(memory, rating: step.rating, elapsedDays: step.elapsedDays)
      }
    }
  }
}

/// Adam on the weights, each in units of its own size.
private struct Descent {
  private let data: [ReviewHistory]
  private let start: [Double]
  private let scale: [Double]
  private let count: Double

  init(_ data: [ReviewHistory], before cut: Int, start: [Double]) {
    // What comes after the cut must not even be replayed.
    self.data = data.map { ReviewHistory($0.steps.filter { $0.time < cut }) }
    self.start = start
    scale = start.map { max(abs($0), 0.1) }
    count = Double(max(1, WeightFit.usable(self.data)))
  }

  /// The mean log-loss, and what it costs to be far from the start: as much as one review for a weight
  /// that is off by half of its size.
  private func cost(_ weights: [Double]) -> Double {
    let model = MemoryModel(SchedulerParameters(clamping: weights))
    let penalty = weights.indices.reduce(0.0) { sum, index in
      let off = (weights[index] - start[index]) / (scale[index] / 2)
      return sum + off * off
    }
    return LogLoss(data, model) { _ in true }.mean + penalty / count
  }

  func run(steps: Int) -> [Double] {
    var weights = start
    var best = (weights: start, cost: cost(start))
    var (mean, square) = (start.map { _ in 0.0 }, start.map { _ in 0.0 })
    for step in 1...max(1, steps) {
      for (index, slope) in gradient(weights).enumerated() {
        mean[index] = 0.9 * mean[index] + 0.1 * slope
        square[index] = 0.999 * square[index] + 0.001 * slope * slope
        let first = mean[index] / (1 - pow(0.9, Double(step)))
        let second = square[index] / (1 - pow(0.999, Double(step)))
        let rate = 0.03 * (1 - Double(step - 1) / Double(steps))
        weights[index] -= rate * scale[index] * first / (second.squareRoot() + 1e-8)
      }
      weights = SchedulerParameters(clamping: weights).weights
      let cost = cost(weights)
      if cost < best.cost { best = (weights, cost) }
    }
    return best.weights
  }

  /// By central differences, in units of each weight's size.
  private func gradient(_ weights: [Double]) -> [Double] {
    weights.indices.map { index in
      let step = scale[index] * 1e-4
      var (up, down) = (weights, weights)
      up[index] += step
      down[index] -= step
      return (cost(up) - cost(down)) / 2e-4
    }
  }
}
