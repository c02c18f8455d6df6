/// The properties by which learners compare functions.
///
/// Statements hold for the default parameters.
public struct Facts: Sendable, Equatable {
  public enum Monotonicity: Sendable, Equatable {
    /// A larger input always gives a larger output.
    case strictlyIncreasing
    /// A larger input never gives a smaller output.
    case nonDecreasing
    /// The output decreases somewhere.
    case notMonotonic
  }

  public enum Smoothness: Sendable, Equatable {
    /// Infinitely often (C∞).
    case smooth
    /// Once: the slope is continuous, the second derivative jumps (C¹).
    case continuouslyDifferentiable
    /// The slope itself jumps at a kink (C⁰).
    case kink
    /// The function itself jumps.
    case jump
  }

  /// Whether outputs for standard normal inputs have mean exactly 0.
  public let zeroCentred: Bool
  public let monotonicity: Monotonicity
  public let smoothness: Smoothness
  /// The main strength, at most 60 characters.
  public let good: String
  /// The main weakness, at most 60 characters.
  public let bad: String
  /// The function's main use, at most 60 characters.
  public let use: String
  /// The paper that introduced it; nil if it has no single origin.
  public let introducedBy: String?
  /// E f(Z) for standard normal Z, to 10 digits; nil if the output depends on several inputs.
  public let meanOutput: Double?

  /// Whether the function never decreases.
  public var monotonic: Bool { monotonicity != .notMonotonic }
}
