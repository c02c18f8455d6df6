/// The part of the plane that a plot shows.
public struct PlotWindow: Hashable, Sendable {
  /// The scale from the left edge to the right.
  public let xScale: AxisScale
  /// The scale from the bottom edge to the top.
  public let yScale: AxisScale

  /// From the left edge to the right.
  public var x: ClosedRange<Double> { xScale.range }
  /// From the bottom edge to the top.
  public var y: ClosedRange<Double> { yScale.range }

  /// Makes a window; nil if a side has no length or an end is not finite.
  public init?(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    guard let xScale = AxisScale(x), let yScale = AxisScale(y) else { return nil }
    self.xScale = xScale
    self.yScale = yScale
  }

  private init(_ xScale: AxisScale, _ yScale: AxisScale) {
    self.xScale = xScale
    self.yScale = yScale
  }

  /// A window that shows whole curves, including y = 0, with round ends and a margin.
  ///
  /// - Parameters:
  ///   - curves: The curves.
  ///   - x: The range of x.
  /// - Returns: The window; a range of x without length or with an infinite end is replaced by -1 to 1.
  public static func fitting(_ curves: [Curve], x: ClosedRange<Double>) -> PlotWindow {
    let scale = AxisScale(x) ?? .unit
    let x = scale.range
    var low = 0.0
    var high = 0.0
    for curve in curves {
      func look(at place: Double) {
        let value = curve.function(place)
        guard value.isFinite else { return }
        low = min(low, value)
        high = max(high, value)
      }
      // If the extrema are known, few samples are enough.
      let steps = curve.features.isEmpty ? 200 : 16
      for step in 0...steps {
        look(at: scale.value(at: Double(step) / Double(steps)))
      }
      for feature in curve.features where x.contains(feature) {
        look(at: feature)
        look(at: min(feature.nextUp, x.upperBound))
        look(at: max(feature.nextDown, x.lowerBound))
      }
    }
    let extent = AxisScale(low...high) ?? .unit
    (low, high) = (extent.range.lowerBound, extent.range.upperBound)
    let step = DecimalStep(dividing: extent, into: 20)
    let air = extent.part(of: 50)
    if low < 0 { low = min(low, step.value(.down, low - air)) }
    high = max(high, step.value(.up, high + air))
    return PlotWindow(scale, AxisScale(low...high) ?? extent)
  }
}
