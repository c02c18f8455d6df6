public import Activations

/// The setup of a deep network before training.
public struct FlowSetup: Equatable, Sendable {
  /// Units per layer, from 1 to 512.
  public var width: Int
  /// Layers, from 1 to 100.
  public var depth: Int
  /// The activation after every layer.
  public var activation: BoundActivation
  public var initialisation: Initialisation
  /// Whether pre-activations are normalised per layer.
  public var hasLayerNorm: Bool
  /// Whether layers have residual connections.
  public var isResidual: Bool
  /// The number of samples.
  public var batch: Int
  /// The seed for weights, inputs and gradients.
  public var seed: UInt64

  /// The allowed widths.
  public static let widths = 1...512
  /// The allowed depths.
  public static let depths = 1...100

  /// The number of samples of gradient flow: fewer in wide networks, so that the bars follow a slider immediately.
  public static func batch(width: Int) -> Int { max(8, min(32, 2048 / max(1, width))) }

  /// Clamps width and depth to their bounds.
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
