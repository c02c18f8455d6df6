import Activations

/// What became of a signal on its way through a deep network, and of a gradient on its way back: measured on
/// real passes, in double precision.
///
/// The input is standard normal. z = W·h, with layer normalisation scaled to mean 0 and variance 1 over the layer;
/// the layer gives f(z), a residual one h + f(z). Backwards, every sample begins with a random gradient of length 1.
public struct GradientFlow: Sendable {
  /// The standard deviation of all activations after each layer, the first layer's first.
  public private(set) var spread: [Double] = []
  /// The gradient's length, the root of the mean square over the batch: at the input first, then after each layer.
  public private(set) var gradient: [Double] = []
  /// The share of units, layer by layer, whose slope is 0 for every sample.
  public private(set) var dead: [Double] = []

  /// Added to every variance where a layer is normalised, so that nothing is divided by 0.
  static let normEpsilon = 1e-5

  /// Sends a batch through a network and a gradient back.
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

  /// The gradient's length at the input, as a part of its length at the output.
  public var share: Double { (gradient.first ?? 0) / (gradient.last ?? 1) }

  /// What that means.
  public enum Verdict: String, Sendable {
    case stable, decays, grows, vanishes, explodes
  }

  /// What became of the gradient: stable within a factor of 2.2; decays or grows within 50; else it vanishes or
  /// explodes.
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
