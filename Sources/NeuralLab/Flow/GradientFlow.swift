import Activations

/// Signal propagation through a deep network and gradient propagation back, measured in double precision.
///
/// The input is standard normal. z = W·h, with layer normalisation scaled to mean 0 and variance 1 over the layer; the
/// layer's output is f(z), with a residual connection h + f(z). The backward pass starts with a random gradient of
/// length 1 for every sample.
public struct GradientFlow: Sendable {
  /// The standard deviation of all activations after each layer.
  public private(set) var spread: [Double] = []
  /// The gradient's length (root mean square over the batch): at the input first, then after each layer.
  public private(set) var gradient: [Double] = []
  /// For each layer, the fraction of units whose slope is 0 for every sample.
  public private(set) var dead: [Double] = []

  /// Added to every variance, to avoid division by 0.
  static let normEpsilon = 1e-5

  /// Runs a batch forward and a gradient backward.
  public init(_ setup: FlowSetup) {
    let width = setup.width
    let input = LabRandom(seed: setup.seed, stream: 1)
    var signal = input.normals(setup.batch * width)
    var layers: [(layer: FlowLayer, pass: FlowLayer.Pass)] = []
    for number in 0..<setup.depth {
      let random = LabRandom(seed: setup.seed, stream: 100 + UInt64(number))
      let weights = setup.initialisation.weights(inputs: width, outputs: width, random)
      let layer = FlowLayer(
        weights: weights, width: width, activation: setup.activation,
        hasLayerNorm: setup.hasLayerNorm, isResidual: setup.isResidual)
      let pass = layer.forward(signal)
      signal = pass.output
      spread.append(Self.deviation(signal))
      dead.append(layer.deadShare(pass))
      layers.append((layer, pass))
    }
    var backward = Self.unitVectors(setup)
    gradient = [Self.length(backward, setup.batch)]
    for (layer, pass) in layers.reversed() {
      backward = layer.backward(backward, pass)
      gradient.append(Self.length(backward, setup.batch))
    }
    gradient.reverse()
  }

  private static func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (square / Double(values.count)).squareRoot()
  }

  private static func length(_ values: [Double], _ batch: Int) -> Double {
    (values.reduce(0) { $0 + $1 * $1 } / Double(batch)).squareRoot()
  }

  /// A random direction for every sample.
  private static func unitVectors(_ setup: FlowSetup) -> [Double] {
    let width = setup.width
    let drawn = LabRandom(seed: setup.seed, stream: 2).normals(setup.batch * width)
    return (0..<setup.batch).flatMap { row -> [Double] in
      let vector = drawn[(row * width)..<((row + 1) * width)]
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return vector.map { $0 / length }
    }
  }

  /// The gradient's length at the input relative to its length at the output.
  public var share: Double { (gradient.first ?? 0) / (gradient.last ?? 1) }

  /// A judgement of the gradient's change.
  public enum Verdict: String, Sendable {
    case stable, decays, grows, vanishes, explodes
  }

  /// Stable within a factor of 2.2; decays or grows within a factor of 50; otherwise vanishes or explodes.
  public var verdict: Verdict {
    if share.isNaN { return .explodes }
    switch share {
    case ..<0.02: return .vanishes
    case ..<0.45: return .decays
    case ...2.24: return .stable
    case ...50: return .grows
    default: return .explodes
    }
  }
}
