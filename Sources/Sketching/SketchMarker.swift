import Activations

/// Marks sketches of a curve: measures the gap and names the landmarks that are missing.
///
/// What depends on the curve alone is computed once.
public struct SketchMarker: Sendable {
  public let target: SketchTarget
  /// The curve's heights at the handles, as shares of the window.
  let truth: [Double]
  let gap: SketchGap
  /// The distance of the best sketch.
  let leastGap: Double
  /// The lowest and the highest point inside the window, if the handles show them.
  let extremes: [Extreme]
  /// The heights that the curve never passes, if it comes near them in the window.
  let bounds: [SketchMiss.Bound]

  /// Prepares to mark sketches of a curve.
  public init(_ target: SketchTarget) {
    self.target = target
    truth = target.heights.map { target.share(of: $0) }
    gap = SketchGap(target)
    leastGap = gap.mean(to: truth)
    extremes = Self.extremes(target, truth)
    bounds = Self.bounds(target)
  }

  /// Marks a sketch.
  public func marking(of sketch: Sketch) -> SketchMarking { SketchMarking(sketch, by: self) }

  /// The bend at an inner handle: left − 2 · middle + right.
  static func bend(_ shares: [Double], _ handle: Int) -> Double {
    shares[handle - 1] - 2 * shares[handle] + shares[handle + 1]
  }

  /// The handle at a position; nil between two handles.
  static func handle(at position: Double) -> Int? {
    let last = Double(SketchTarget.handleCount - 1)
    let place = position * last
    guard place > -0.5, place < last + 0.5, abs(place - place.rounded()) < 1e-6 else { return nil }
    return Int(place.rounded())
  }
}

// MARK: Dips and peaks

extension SketchMarker {
  /// A dip or peak at the handles; a peak is a dip of the heights with the other sign.
  struct Extreme {
    let point: SketchMiss.Extreme
    /// The handle that shows it.
    let handle: Int
    /// Its depths below the highest handles at its left and right.
    let left, right: Double

    /// The smaller of both depths.
    var depth: Double { min(left, right) }
  }

  private static func extremes(_ target: SketchTarget, _ truth: [Double]) -> [Extreme] {
    let search = CurveSearch(over: target.x) { target.value($0) }
    // A level stretch between two jumps or corners is no dip or peak.
    let (lowest, highest) = (search.lowest, search.highest)
    return [(lowest, true), (highest, false)].compactMap { places, isDip in
      guard let place = places.first, places.count == 1 else { return nil }
      return extreme(target, truth, at: place, isDip: isDip)
    }
  }

  private static func extreme(
    _ target: SketchTarget, _ truth: [Double], at x: Double, isDip: Bool
  ) -> Extreme? {
    let heights = isDip ? truth : truth.map { -$0 }
    let last = SketchTarget.handleCount - 1
    let place = target.position(of: x) * Double(last)
    let near = [place.rounded(.down), place.rounded(.up)].filter { $0 > 0.5 && $0 < Double(last) }
    guard let handle = near.map({ Int($0) }).min(by: { heights[$0] < heights[$1] }) else {
      return nil
    }
    let (left, right) = depths(heights, at: handle)
    guard min(left, right) >= SketchTolerance.extreme else { return nil }
    let isSmall = min(left, right) < 0.3 * max(left, right)
    return Extreme(
      point: SketchMiss.Extreme(
        kind: isDip ? .dip : isSmall ? .overshoot : .peak, x: x, y: target.value(x)),
      handle: handle, left: left, right: right)
  }

  /// How far the heights rise from a handle to the highest ones at its left and right.
  static func depths(_ heights: [Double], at handle: Int) -> (left: Double, right: Double) {
    let left = heights[..<handle].max() ?? heights[handle]
    let right = heights[(handle + 1)...].max() ?? heights[handle]
    return (left - heights[handle], right - heights[handle])
  }
}

// MARK: Bounds

extension SketchMarker {
  private static func bounds(_ target: SketchTarget) -> [SketchMiss.Bound] {
    let shown = samples(target, reach: 1)
    let known: (lower: Double?, upper: Double?)
    if target.isSlope {
      // No formula for the range of slopes: ten times the window, and the limits.
      let all = shown + samples(target, reach: 10) + [-.infinity, .infinity].map(target.value)
      known = (all.filter(\.isFinite).min(), all.filter(\.isFinite).max())
    } else {
      known = (target.function.range.lower.value, target.function.range.upper.value)
    }
    func bound(_ y: Double?, _ reached: Double?, isUpper: Bool) -> SketchMiss.Bound? {
      guard let y, let reached, (0...1).contains(target.openShare(of: reached)),
        abs(target.openShare(of: y) - target.openShare(of: reached)) < SketchTolerance.handle
      else { return nil }
      return SketchMiss.Bound(isUpper: isUpper, y: y)
    }
    return [
      bound(known.lower, shown.min(), isUpper: false),
      bound(known.upper, shown.max(), isUpper: true),
    ].compactMap(\.self)
  }

  /// Heights of the curve over a multiple of the window.
  private static func samples(_ target: SketchTarget, reach: Double) -> [Double] {
    (0...400).map { number in
      let position = 0.5 + reach * (Double(number) / 400 - 0.5)
      return target.value(target.place(at: position))
    }.filter(\.isFinite)
  }
}
