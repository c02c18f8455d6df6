import Lessons
import TextCharts

/// Pans and zooms a plot's window; a change that ``PlotFigure/window(from:to:)`` rejects has no effect.
extension PlotState {
  /// The widths that zooming by keys can reach; wider or narrower initial ranges have no such limits.
  private static let reach = 0.002...2000

  /// Zooms around a point, which keeps its position.
  package mutating func zoom(by factor: Double, at place: Double) {
    guard var target = xScale.scaled(by: factor, around: place) else { return }
    let (before, after) = (
      x.upperBound - x.lowerBound, (x.upperBound - x.lowerBound) * factor
    )
    guard Self.reach.contains(after) || !Self.reach.contains(before) else { return }
    // Far out, 0 is centred.
    if after >= 10, factor > 1, target.lowerBound < 0, target.upperBound > 0,
      let half = AxisScale(target)?.part(of: 2)
    {
      target = -half...half
    }
    guard let window = PlotFigure.window(target) else { return }
    (x, y) = (window, nil)
  }

  /// Pans sideways by a fraction of the width.
  package mutating func pan(by share: Double) {
    guard var target = xScale.moved(by: share) else { return }
    let isUsual = Self.reach.contains(x.upperBound - x.lowerBound)
    if isUsual, max(target.lowerBound.magnitude, target.upperBound.magnitude) < 1e6 {
      // Keeps sums of decimal fractions decimal fractions.
      target =
        ((target.lowerBound * 1e9).rounded() / 1e9)...((target.upperBound * 1e9).rounded() / 1e9)
    }
    if let window = PlotFigure.window(target) { x = window }
  }

  /// Pans up by a fraction of the height.
  ///
  /// - Parameters:
  ///   - share: Above 0 to show higher values.
  ///   - shown: The current range of y if it is fitted to the curves.
  package mutating func raise(by share: Double, from shown: ClosedRange<Double>) {
    guard let target = AxisScale(y ?? shown)?.moved(by: share),
      let window = PlotFigure.window(target)
    else { return }
    y = window
  }
}
