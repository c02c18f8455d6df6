/// What a learner compares functions by.
///
/// Statements hold for the default parameters.
public struct Facts: Sendable, Equatable {
  /// Whether outputs go up whenever inputs do.
  public enum Monotonicity: Sendable, Equatable {
    /// A larger input always gives a larger output.
    case strictlyIncreasing
    /// A larger input never gives a smaller output.
    case nonDecreasing
    /// The output falls somewhere.
    case notMonotonic
  }

  /// How often the function can be differentiated.
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
  /// Whether outputs go up whenever inputs do.
  public let monotonicity: Monotonicity
  /// How often the function can be differentiated.
  public let smoothness: Smoothness
  /// The main strength, at most 60 characters.
  public let good: String
  /// The main weakness, at most 60 characters.
  public let bad: String
  /// Where it is used, at most 60 characters.
  public let use: String
  /// The paper that introduced it, nil for what has no single origin.
  public let introducedBy: String?
  /// E f(Z) for Z standard normal, to 10 digits; nil where one input is not the whole input.
  public let meanOutput: Double?

  /// Whether the function never falls.
  public var monotonic: Bool { monotonicity != .notMonotonic }
}
