public import TerminalUI

/// A function to draw.
public struct Curve: Sendable {
  /// The name next to the plot.
  public var label: String
  public var role: Role
  /// The dash pattern.
  public var style: LineStyle
  /// The function; NaN and infinities are not drawn.
  public var function: @Sendable (Double) -> Double
  /// The x at which the function jumps.
  public var jumps: [Double]
  /// Whether a line, which is not part of the curve, joins the two sides of a jump.
  public var joinsJumps = false
  /// Points to sample at any column width: kinks, extrema, narrow bumps.
  public var features: [Double]

  /// Makes a curve.
  ///
  /// - Parameters:
  ///   - label: The name next to the plot.
  ///   - role: The role of its marks.
  ///   - jumps: The x at which the function jumps, in ascending order.
  ///   - features: Points to sample at any column width.
  ///   - style: The dash pattern.
  ///   - function: The function.
  public init(
    _ label: String, role: Role = .curve, jumps: [Double] = [], features: [Double] = [],
    style: LineStyle = .solid, function: @escaping @Sendable (Double) -> Double
  ) {
    self.label = label
    self.role = role
    self.jumps = jumps
    self.features = features
    self.style = style
    self.function = function
  }
}
