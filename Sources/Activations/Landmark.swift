/// A point worth marking on a function's curve.
public struct Landmark: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// The least value of the function.
    case minimum
    /// The greatest value of the function.
    case maximum
    /// The greatest slope; such a point is also an inflection.
    case maximumSlope
    /// An inflection that is not the greatest slope: for Swish and GELU, the least slope.
    case inflection
    /// The slope jumps.
    case kink
    /// The function itself jumps.
    case jump
    /// Everywhere to the left, |slope| is below `Landmark.smallSlope`.
    case smallSlopeToTheLeft
    /// Everywhere to the right, |slope| is below `Landmark.smallSlope`.
    case smallSlopeToTheRight
  }

  /// The magnitude of the slope below which almost no gradient passes.
  public static let smallSlope = 0.01

  public let kind: Kind
  /// The input.
  public let x: Double
  /// The function's value at `x`.
  public let value: Double
  /// The derivative at `x`; at a kink the one used by convention.
  public let slope: Double

  /// A few words with four significant digits, such as "minimum -0.2785".
  public var description: String {
    switch kind {
    case .minimum: "minimum \(DecimalText.rounded(value))"
    case .maximum: "maximum \(DecimalText.rounded(value))"
    case .maximumSlope: "greatest slope \(DecimalText.rounded(slope))"
    case .inflection: "inflection, slope \(DecimalText.rounded(slope))"
    case .kink: "kink, slope \(DecimalText.rounded(slope)) used"
    case .jump: "jump, value \(DecimalText.rounded(value)) used"
    case .smallSlopeToTheLeft: "|slope| < \(Landmark.smallSlope) to the left"
    case .smallSlopeToTheRight: "|slope| < \(Landmark.smallSlope) to the right"
    }
  }
}

/// The kind and x of a landmark, from which `BoundActivation` makes the `Landmark`.
struct LandmarkPlace: Sendable {
  var kind: Landmark.Kind
  /// The input; landmarks at infinite x are dropped.
  var x: Double

  init(_ kind: Landmark.Kind, at x: Double) {
    self.kind = kind
    self.x = x
  }
}
