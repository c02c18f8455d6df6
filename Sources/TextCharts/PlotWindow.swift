/// The part of the plane that a plot shows.
public struct PlotWindow: Hashable, Sendable {
  /// From the left edge to the right.
  public var x: ClosedRange<Double>
  /// From the bottom edge to the top.
  public var y: ClosedRange<Double>

  /// Makes a window; fails if a side has no length or an end is not finite.
  public init?(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    guard (x.upperBound - x.lowerBound).isFinite, (y.upperBound - y.lowerBound).isFinite,
      x.lowerBound < x.upperBound, y.lowerBound < y.upperBound
    else { return nil }
    self.x = x
    self.y = y
  }

  private init(unchecked x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.x = x
    self.y = y
  }

  /// A window in which curves are seen whole, 0 included, with round ends and a little air.
  ///
  /// - Parameters:
  ///   - curves: What is to be seen.
  ///   - x: From left to right.
  /// - Returns: The window; a range of x without length or end is replaced by -1 to 1.
  public static func fitting(_ curves: [Curve], x: ClosedRange<Double>) -> PlotWindow {
    let isUsable = (x.upperBound - x.lowerBound).isFinite && x.lowerBound < x.upperBound
    let x = isUsable ? x : -1...1
    var low = 0.0
    var high = 0.0
    for curve in curves {
      func look(at place: Double) {
        let value = curve.function(place)
        guard abs(value) < 1e300 else { return }
        low = min(low, value)
        high = max(high, value)
      }
      // Where the extrema are known, the rest needs few looks.
      let steps = curve.features.isEmpty ? 200 : 16
      for step in 0...steps {
        let t = Double(step) / Double(steps)
        look(at: x.lowerBound * (1 - t) + x.upperBound * t)
      }
      for feature in curve.features where x.contains(feature) {
        look(at: feature)
        look(at: min(feature.nextUp, x.upperBound))
        look(at: max(feature.nextDown, x.lowerBound))
      }
    }
    if low == high { (low, high) = (-1, 1) }
    let step = Ticks.step(for: high - low, count: 20)
    let air = (high - low) * 0.02
    if low < 0 { low = ((low - air) / step).rounded(.down) * step }
    high = ((high + air) / step).rounded(.up) * step
    return PlotWindow(unchecked: x, y: low...high)
  }
}
