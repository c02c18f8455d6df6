public import Activations

/// A deep network before any training: what signals and gradients will pass.
public struct FlowSetup: Equatable, Sendable {
  /// Units in every layer, from 1 to 512.
  public var width: Int
  /// Layers, from 1 to 100.
  public var depth: Int
  /// The activation after every layer.
  public var activation: BoundActivation
  /// How the weights begin.
  public var initialisation: Initialisation
  /// Whether every pre-activation is normalised over its layer.
  public var hasLayerNorm: Bool
  /// Whether every layer adds to its input instead of replacing it.
  public var isResidual: Bool
  /// Samples that are sent through.
  public var batch: Int
  /// Repeats weights, inputs and gradients.
  public var seed: UInt64

  /// The widths that can be simulated.
  public static let widths = 1...512
  /// The depths that can be simulated.
  public static let depths = 1...100

  /// Makes a set-up; width and depth are moved into their bounds.
  public init(
    width: Int = 64, depth: Int = 50, activation: BoundActivation, initialisation: Initialisation,
    hasLayerNorm: Bool = false, isResidual: Bool = false, batch: Int = 64, seed: UInt64 = 0
  ) {
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    self.depth = min(max(depth, Self.depths.lowerBound), Self.depths.upperBound)
    self.activation = activation
    self.initialisation = initialisation
    self.hasLayerNorm = hasLayerNorm
    self.isResidual = isResidual
    self.batch = max(1, batch)
    self.seed = seed
  }
}
