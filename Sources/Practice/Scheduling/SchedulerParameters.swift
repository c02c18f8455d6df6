/// A grade.
public enum Rating: Int, Sendable, CaseIterable, Comparable, Codable {
  /// Forgotten.
  case again = 1
  /// Right, with effort.
  case hard = 2
  /// Right.
  case good = 3
  /// Right without effort.
  case easy = 4

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// An invalid setting of a scheduler.
public enum SchedulerError: Error, Equatable, Sendable {
  /// The number of weights is not 21.
  case weightCount(Int)
  /// A weight out of bounds; the index begins at 0.
  case weightOutOfBounds(index: Int, value: Double)
  /// A desired retention outside 0.7 to 0.99.
  case retentionOutOfBounds(Double)
  /// Fewer than 1 day.
  case intervalOutOfBounds(Int)
}

/// The 21 weights of FSRS-6.
///
/// - Source: py-fsrs 6.3.2, `scheduler.py`; the same defaults as in fsrs-rs and ts-fsrs.
public struct SchedulerParameters: Hashable, Sendable {
  /// w₀ to w₂₀.
  public let weights: [Double]

  /// The number of weights.
  static let count = 21

  /// Validates weights.
  ///
  /// - Throws: `SchedulerError` if there are not 21, or one is out of bounds.
  public init(_ weights: [Double]) throws(SchedulerError) {
    guard weights.count == Self.count else { throw .weightCount(weights.count) }
    for index in weights.indices {
      // The comparison also rejects NaN.
      guard weights[index] >= Self.lower[index], weights[index] <= Self.upper[index] else {
        throw .weightOutOfBounds(index: index, value: weights[index])
      }
    }
    self.weights = weights
  }

  /// Clamps the right number of weights to their bounds.
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
