#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The grades of one card in order.
public struct ReviewHistory: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    public var rating: Rating
    /// Local days since the previous grade; 0 for the first.
    public var elapsedDays: Int
    /// The time, in seconds since 1970 UTC.
    public var time: Int

    public init(rating: Rating, elapsedDays: Int, time: Int) {
      self.rating = rating
      self.elapsedDays = elapsedDays
      self.time = time
    }
  }

  /// Oldest first.
  public var steps: [Step]

  public init(_ steps: [Step]) { self.steps = steps }
}

/// FSRS weights fitted to one learner's reviews, and whether they predict better.
///
/// The loss is the log-loss (−ln R for a remembered card, −ln(1 − R) for a forgotten one) over reviews at least a day
/// after the previous one. The last fifth of them in time is held out of the fit. A penalty pulls the weights towards
/// the start weights, the more strongly the fewer reviews there are.
///
/// - Source: the loss and the choice of reviews are those of the FSRS optimizer (open-spaced-repetition,
///   fsrs-optimizer); gradients are central differences; the optimizer is Adam (Kingma & Ba 2015).
public struct WeightFit: Sendable {
  /// The minimum number of reviews with a day or more between them.
  public static let leastReviews = 400

  /// The mean log-loss before and after the fit.
  public struct Losses: Hashable, Sendable {
    /// The number of reviews.
    public var reviews: Int
    /// With the start weights.
    public var before: Double
    /// With the fitted weights.
    public var after: Double
  }

  public let weights: SchedulerParameters
  /// On the reviews used for the fit.
  public let fitted: Losses
  /// On the held-out reviews.
  public let heldOut: Losses

  /// Whether the fitted weights predict held-out reviews clearly better.
  public var helps: Bool { heldOut.after < heldOut.before - 0.001 }

  /// The number of usable reviews.
  public static func usable(_ histories: [ReviewHistory]) -> Int {
    histories.reduce(0) { $0 + $1.steps.dropFirst().count { $0.elapsedDays >= 1 } }
  }

  /// Fits weights; nil if there are fewer reviews than ``leastReviews``.
  ///
  /// - Parameters:
  ///   - histories: The grades of all cards.
  ///   - start: The start weights.
  ///   - steps: The number of descent steps.
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

/// The log-loss of a model over the usable reviews.
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
    // Reviews after the cut must not be replayed either.
    self.data = data.map { ReviewHistory($0.steps.filter { $0.time < cut }) }
    self.start = start
    scale = start.map { max(abs($0), 0.1) }
    count = Double(max(1, WeightFit.usable(self.data)))
  }

  /// The mean log-loss plus a penalty for the distance from the start: a weight that is off by half of its size costs
  /// as much as one review.
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

  /// The gradient by central differences, in units of each weight's size.
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
