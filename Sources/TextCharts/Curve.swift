public import TerminalUI

/// A function to draw.
public struct Curve: Sendable {
  /// What it is called beside the plot.
  public var label: String
  /// How its marks look.
  public var role: Role
  /// The function; NaN and infinities leave no marks.
  public var function: @Sendable (Double) -> Double
  /// Places where the function jumps: no line joins its two sides there.
  public var jumps: [Double]

  /// Makes a curve.
  public init(
    _ label: String, role: Role = .curve, jumps: [Double] = [],
    function: @escaping @Sendable (Double) -> Double
  ) {
    self.label = label
    self.role = role
    self.jumps = jumps
    self.function = function
  }
}

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
    var low = 0.0
    var high = 0.0
    for curve in curves {
      for step in 0...200 {
        let t = Double(step) / 200
        let value = curve.function(x.lowerBound * (1 - t) + x.upperBound * t)
        guard abs(value) < 1e300 else { continue }
        low = min(low, value)
        high = max(high, value)
      }
    }
    if low == high { (low, high) = (-1, 1) }
    let step = Ticks.step(for: high - low, count: 10)
    let air = (high - low) * 0.02
    if low < 0 { low = ((low - air) / step).rounded(.down) * step }
    high = ((high + air) / step).rounded(.up) * step
    let isUsable = (x.upperBound - x.lowerBound).isFinite && x.lowerBound < x.upperBound
    return PlotWindow(unchecked: isUsable ? x : -1...1, y: low...high)
  }
}
