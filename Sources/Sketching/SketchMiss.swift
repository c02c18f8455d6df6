/// What a sketch does not show of a curve.
public enum SketchMiss: Hashable, Sendable {
  public enum Side: Hashable, Sendable {
    case left, right
  }

  /// A lowest or highest point inside the window.
  public struct Extreme: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case dip, peak
      /// A peak from which the curve falls only a little, to a level that it approaches.
      case overshoot
    }

    public let kind: Kind
    public let x: Double
    /// The curve's height there.
    public let y: Double
  }

  /// A height that the curve never passes.
  public struct Bound: Hashable, Sendable {
    public let isUpper: Bool
    public let y: Double
  }

  /// The sketch has no such point.
  case extreme(Extreme)
  /// The sketch reaches the point's height, but does not come back on one side.
  case noReturn(Extreme, Side)
  /// The sketch is higher or lower there.
  case extremeHeight(Extreme, drawn: Double)
  /// The sketch has the point elsewhere.
  case extremePlace(Extreme, drawn: Double)
  /// The sketch passes a bound.
  case beyond(Bound)
  /// The curve jumps; the sketch goes there gradually.
  case gradual(jump: Double)
  /// The curve has a corner; the sketch has none.
  case rounded(corner: Double)
  /// The curve's corner is elsewhere.
  case cornerPlace(Double, drawn: Double)
  /// The value at 0 is another one.
  case valueAtZero(Double, drawn: Double)
  /// The curve is exactly level from an edge of the window to an x; the sketch is not, or at another height.
  case level(Side, upTo: Double, height: Double)
  /// The curve approaches a height at an edge; the sketch ends at another one.
  case limit(Side, Double, drawn: Double)
  /// The curve approaches a height at an edge; the sketch still rises or falls.
  case stillMoving(Side, limit: Double)
  /// The sketch ends too high or too low.
  case end(Side, height: Double, drawn: Double)
  /// The curve goes on rising or falling at an edge; the sketch levels off.
  case levelsOff(Side)
  /// The curve goes on at an edge; the sketch is steeper there.
  case tooSteepAtEnd(Side)
  /// The sketch is too steep or too flat around 0.
  case steepness(isTooSteep: Bool, slope: Double)
  /// The curve stays below the line y = x on the right; the sketch does not.
  case onIdentity
  /// The sketch has a corner where the curve is smooth.
  case corner(at: Double)
  /// The sketch jumps where the curve does not.
  case jump(at: Double)
  /// The curve is symmetric about the line x = 0, or about its point there.
  case symmetry(isAboutPoint: Bool)
  /// The sketch is far from the curve at a handle; only without another miss.
  case height(x: Double, Double, drawn: Double)
}
