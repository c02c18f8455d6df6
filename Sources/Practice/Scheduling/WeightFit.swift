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
/// the start weights, the more strongly the fewer reviews there are. With few reviews only the initial stabilities are
/// fitted, which brings more than a third of the gain of a full fit.
///
/// - Source: the loss and the choice of reviews are those of the FSRS optimizer (open-spaced-repetition,
///   fsrs-optimizer); gradients are central differences; the optimizer is Adam (Kingma & Ba 2015). How few reviews
///   suffice was measured for Anki (ankitects/anki, issue 3094).
public struct WeightFit: Sendable {
  /// Which weights are fitted.
  public enum Part: Sendable, CaseIterable {
    /// The first four: the stabilities after the first grade.
    case initialStabilities
    case all

    /// The minimum number of reviews with a day or more between them.
    public var leastReviews: Int {
      switch self {
      case .initialStabilities: 64
      case .all: 200
      }
    }

    /// Whether a fit of these weights predicts better than the start weights by more than chance explains.
    ///
    /// The loss of held-out reviews must fall, and that of all reviews used for the fit together by a quarter nat for each
    /// weight, which the penalty seldom lets chance reach. Of 200 simulated learners with 200 reviews who follow the
    /// published weights, 2 % were offered weights that predict new reviews worse; with the held-out reviews alone it
    /// would be 40 %, because a fifth of so few reviews decides nothing.
    func helps(fitted: Losses, heldOut: Losses) -> Bool {
      let evidence = (fitted.before - fitted.after) * Double(fitted.reviews)
      return heldOut.before - heldOut.after > 0.001 && evidence > Double(indices.count) / 4
    }

    /// The indices of the weights.
    var indices: Range<Int> {
      switch self {
      case .initialStabilities: 0..<4
      case .all: 0..<SchedulerParameters.count
      }
    }
  }

  /// The mean log-loss before and after the fit.
  public struct Losses: Hashable, Sendable {
    /// The number of reviews.
    public var reviews: Int
    /// With the start weights.
    public var before: Double
    /// With the fitted weights.
    public var after: Double

    public init(reviews: Int, before: Double, after: Double) {
      (self.reviews, self.before, self.after) = (reviews, before, after)
    }
  }

  public let part: Part
  public let weights: SchedulerParameters
  /// On the reviews used for the fit.
  public let fitted: Losses
  /// On the held-out reviews.
  public let heldOut: Losses

  /// Whether the fitted weights predict better than the start weights by more than chance explains.
  public var helps: Bool { part.helps(fitted: fitted, heldOut: heldOut) }

  /// The number of usable reviews.
  public static func usable(_ histories: [ReviewHistory]) -> Int {
    histories.reduce(0) { $0 + $1.steps.dropFirst().count { $0.elapsedDays >= 1 } }
  }

  /// The fit of those that the reviews suffice for that predicts held-out reviews best; nil if there are too few.
  public static func best(
    _ histories: [ReviewHistory], from start: SchedulerParameters = .standard, steps: Int = 80
  ) -> WeightFit? {
    Part.allCases.compactMap { WeightFit(histories, fitting: $0, from: start, steps: steps) }
      .min { $0.heldOut.after < $1.heldOut.after }
  }

  /// Fits weights; nil if there are fewer reviews than ``Part/leastReviews``.
  ///
  /// - Parameters:
  ///   - histories: The grades of all cards.
  ///   - part: The weights that are fitted; the others keep their start values.
  ///   - start: The start weights.
  ///   - steps: The number of descent steps.
  public init?(
    _ histories: [ReviewHistory], fitting part: Part, from start: SchedulerParameters = .standard,
    steps: Int = 80
  ) {
    let times = histories.flatMap { $0.steps.dropFirst().filter { $0.elapsedDays >= 1 } }
      .map(\.time).sorted()
    guard times.count >= part.leastReviews else { return nil }
    self.part = part
    let cut = times[times.count * 4 / 5]
    let data = histories.filter { $0.steps.count > 1 }
    let descent = Descent(data, before: cut, start: start.weights, fitting: part.indices)
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
    return Losses(reviews: old.values.count, before: old.mean, after: new.mean)
  }
}

/// The log-loss of a model over the usable reviews.
struct LogLoss {
  /// The loss of each review.
  private(set) var values: [Double] = []

  var mean: Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

  init(_ data: [ReviewHistory], _ model: MemoryModel, _ counts: (Int) -> Bool) {
    for history in data {
      var memory: Memory?
      for step in history.steps {
        if let memory, step.elapsedDays >= 1, counts(step.time) {
          let recall = min(
            max(model.retrievability(memory, elapsedDays: step.elapsedDays), 1e-6), 1 - 1e-6)
          values.append(-log(step.rating == .again ? 1 - recall : recall))
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
  /// The indices of the weights that are fitted.
  private let fitted: Range<Int>

  init(_ data: [ReviewHistory], before cut: Int, start: [Double], fitting: Range<Int>) {
    fitted = fitting
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
      for (index, slope) in zip(fitted, gradient(weights)) {
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
    fitted.map { index in
      let step = scale[index] * 1e-4
      var (up, down) = (weights, weights)
      up[index] += step
      down[index] -= step
      return (cost(up) - cost(down)) / 2e-4
    }
  }
}
