import Lessons
import TextCharts

/// Keys and mouse move a plot's window; a move that would leave the windows of ``PlotFigure/window(from:to:)`` changes
/// nothing.
extension PlotState {
  /// How wide keys make a window; one that was given wider or narrower has no such bounds.
  private static let reach = 0.002...2000

  /// Makes the window narrower or wider; a point keeps its place in it.
  package mutating func zoom(by factor: Double, at place: Double) {
    guard var target = xScale.scaled(by: factor, around: place) else { return }
    let (before, after) = (
      x.upperBound - x.lowerBound, (x.upperBound - x.lowerBound) * factor
    )
    guard Self.reach.contains(after) || !Self.reach.contains(before) else { return }
    // Far out, 0 belongs in the middle.
    if after >= 10, factor > 1, target.lowerBound < 0, target.upperBound > 0,
      let half = AxisScale(target)?.part(of: 2)
    {
      target = -half...half
    }
    guard let window = PlotFigure.window(target) else { return }
    (x, y) = (window, nil)
  }

  /// Moves the window sideways by a share of its width.
  package mutating func pan(by share: Double) {
    guard var target = xScale.moved(by: share) else { return }
    let isUsual = Self.reach.contains(x.upperBound - x.lowerBound)
    if isUsual, max(target.lowerBound.magnitude, target.upperBound.magnitude) < 1e6 {
      // Sums of decimal fractions stay decimal fractions.
      target =
        ((target.lowerBound * 1e9).rounded() / 1e9)...((target.upperBound * 1e9).rounded() / 1e9)
    }
    if let window = PlotFigure.window(target) { x = window }
  }

  /// Moves the window up by a share of its height.
  ///
  /// - Parameters:
  ///   - share: Above 0 to show higher values.
  ///   - shown: The values that are shown where the curves decide.
  package mutating func raise(by share: Double, from shown: ClosedRange<Double>) {
    guard let target = AxisScale(y ?? shown)?.moved(by: share),
      let window = PlotFigure.window(target)
    else { return }
    y = window
  }
}
