/// The result of comparing a sketch with its curve.
public struct SketchMarking: Sendable, Equatable {
  public enum Grade: Sendable {
    case right
    /// The lines are close, but a landmark is missing; or no landmark is, but the lines are not close.
    case half
    case wrong
  }

  /// The mean distance between sketch and curve, as a share of the window's height.
  public let gap: Double
  /// The distance of the best sketch: straight lines through the curve's own heights at the handles.
  public let leastGap: Double
  /// The landmarks that the sketch lacks, the most important first.
  public let misses: [SketchMiss]
  /// Whether each handle is near the curve.
  public let areNear: [Bool]

  init(_ sketch: Sketch, by marker: SketchMarker) {
    let comparison = SketchComparison(sketch, marker)
    gap = marker.gap.mean(to: comparison.drawn)
    leastGap = marker.leastGap
    areNear = zip(comparison.drawn, marker.truth).map { abs($0 - $1) <= SketchTolerance.handle }
    let misses = comparison.misses
    let isFar = misses.isEmpty && gap > leastGap + SketchTolerance.gap
    self.misses = isFar ? [comparison.farthest] : misses
  }

  /// Whether the sketch is about as close to the curve as one with nine handles can be.
  public var isClose: Bool { gap <= leastGap + SketchTolerance.gap }

  /// Whether the sketch is accepted: close, and with every landmark.
  public var isRight: Bool { isClose && misses.isEmpty }

  public var grade: Grade {
    if isRight { return .right }
    return isClose || gap <= leastGap + 2 * SketchTolerance.gap && misses.count == 1
      ? .half : .wrong
  }
}

/// The tolerances of marking, as shares of the window's height.
///
/// Tuned on simulated sketches (`SketchSimulationTests`): a hand that is within a hundredth of the window at every handle
/// is never refused, for any function of the catalogue or its slope, and every usual mistake is named.
enum SketchTolerance {
  /// The distance at which a handle counts as near the curve.
  static let handle = 0.06
  /// The distance at a handle from which a sketch is refused even if it shows every landmark.
  static let anyHandle = 0.1
  /// The mean distance that is accepted beyond that of the best sketch.
  static let gap = 0.03
  /// The value at 0.
  static let zero = 0.04
  /// The height at an edge, and where the curve approaches a height there.
  static let (end, limit) = (0.06, 0.05)
  /// The change between the two outermost handles: where the curve is nearly level, and elsewhere.
  static let (levelling, endSlope) = (0.03, 0.035)
  /// A stretch that is exactly level, and a height that is never passed.
  static let exact = 0.018
  /// The bend at a corner, from handle to handle: left − 2 · middle + right.
  static let corner = 0.06
  /// The bend from which a corner can be seen.
  static let visibleCorner = 0.08
  /// The height of a dip or peak over its surroundings from which it counts.
  static let extreme = 0.03
  /// The part of that height that a sketch must have.
  static let extremePart = 0.35
  /// The rise over the two pieces around 0.
  static let steepness = 0.12
  /// The difference of heights on both sides of the axis of a symmetric curve.
  static let symmetry = 0.12
}
