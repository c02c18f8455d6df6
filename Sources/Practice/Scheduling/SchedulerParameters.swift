/// How well something was remembered.
public enum Rating: Int, Sendable, CaseIterable, Comparable, Codable {
  /// Forgotten.
  case again = 1
  /// Right, with effort.
  case hard
  /// Right.
  case good
  /// Right without effort.
  case easy

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// What is wrong with a scheduler's settings.
public enum SchedulerError: Error, Equatable, Sendable {
  /// So many weights, and not 21.
  case weightCount(Int)
  /// A weight that no fit may have; the index is from 0.
  case weightOutOfBounds(index: Int, value: Double)
  /// Recall to aim at that is not from 0.7 to 0.99.
  case retentionOutOfBounds(Double)
  /// Days, fewer than 1.
  case intervalOutOfBounds(Int)
}

/// The 21 weights of FSRS-6.
///
/// - Source: py-fsrs 6.3.2, `scheduler.py`; the same defaults stand in fsrs-rs and ts-fsrs.
public struct SchedulerParameters: Hashable, Sendable {
  /// w₀ to w₂₀.
  public let weights: [Double]

  /// Takes weights.
  ///
  /// - Throws: `SchedulerError` if there are not 21 of them, or one is out of its bounds.
  public init(_ weights: [Double]) throws(SchedulerError) {
    guard weights.count == Self.lower.count else { throw .weightCount(weights.count) }
    for index in weights.indices {
      // The comparison also refuses NaN.
      guard weights[index] >= Self.lower[index], weights[index] <= Self.upper[index] else {
        throw .weightOutOfBounds(index: index, value: weights[index])
      }
    }
    self.weights = weights
  }

  /// Takes as many weights as there must be, each moved into its bounds.
  init(clamping weights: [Double]) {
    self.weights = weights.indices.map { min(max(weights[$0], Self.lower[$0]), Self.upper[$0]) }
  }

  private init(trusted weights: [Double]) { self.weights = weights }

  /// The published defaults.
  public static let standard = SchedulerParameters(trusted: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ])

  private static let lower: [Double] = [
    0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1,
    0, 0, 0, 0.1,
  ]
  private static let upper: [Double] = [
    100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8,
  ]
}
