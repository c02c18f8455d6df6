/// A point where the slope jumps, so that the derivative there is a convention.
///
/// The convention of this module is PyTorch's: at 0 the slope of the branch for `x <= 0`, at the
/// outer kinks of the hard functions the slope of the outer branch. Any number between the two
/// one-sided slopes would be a valid choice for training.
public struct Kink: Sendable, Equatable {
  /// The x at which the slope jumps.
  public let x: Double
  /// The limit of the slope from the left.
  public let leftSlope: Double
  /// The limit of the slope from the right.
  public let rightSlope: Double
  /// The value that `derivative(x)` returns there.
  public let slopeUsed: Double
}
