public import TerminalUI

/// A function to draw.
public struct Curve: Sendable {
  /// What it is called beside the plot.
  public var label: String
  /// How its marks look.
  public var role: Role
  /// How its line is broken.
  public var style = LineStyle.solid
  /// The function; NaN and infinities leave no marks.
  public var function: @Sendable (Double) -> Double
  /// Places where the function jumps.
  public var jumps: [Double]
  /// Whether a line joins the two sides of a jump, which no point of the curve lies on.
  public var joinsJumps = false
  /// Places that must be looked at however wide the columns are: kinks, extrema, narrow bumps.
  public var features: [Double]

  /// Makes a curve.
  ///
  /// - Parameters:
  ///   - label: What it is called beside the plot.
  ///   - role: How its marks look.
  ///   - jumps: Places where the function jumps, from left to right.
  ///   - features: Places that must be looked at however wide the columns are.
  ///   - function: The function.
  public init(
    _ label: String, role: Role = .curve, jumps: [Double] = [], features: [Double] = [],
    function: @escaping @Sendable (Double) -> Double
  ) {
    self.label = label
    self.role = role
    self.jumps = jumps
    self.features = features
    self.function = function
  }
}
