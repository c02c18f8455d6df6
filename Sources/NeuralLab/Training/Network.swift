import Activations

/// A model with weights, and buffers for the forward and backward pass of a batch.
///
/// Nothing is allocated after initialisation.
///
/// - Source: backpropagation as in Rumelhart, Hinton & Williams 1986; every layer's gradient is tested against central
///   differences.
final class Network<Scalar: LabScalar> {
  typealias Buffer = UnsafeMutableBufferPointer<Scalar>

  let model: Model
  /// The maximum number of samples in a batch.
  let batch: Int
  /// All weights and biases, layer by layer; a layer's weights come first, input by input.
  let parameters: Buffer
  /// The gradient of the loss with respect to each of them.
  let gradients: Buffer
  /// The index of each layer's weights.
  private let offsets: [Int]
  /// The input, then the output of each layer, sample by sample.
  private let values: [Buffer]
  /// The gradient of the loss with respect to each of those.
  private let deltas: [Buffer]
  /// For a pool, the index of the largest input.
  private let argmax: [UnsafeMutableBufferPointer<Int32>]
  private let convolutions: [Convolution<Scalar>?]
  /// The weights, transposed for the backward pass.
  private let transposed: Buffer
  private let activation: ActivationLayer<Scalar>
  /// Whether to compute the gradient with respect to the input.
  var needsInputGradient = false

  /// The network that owns the weights, if it is another one.
  private let owner: Network<Scalar>?

  /// Makes a network; equal seeds give equal weights, and biases of 0.
  convenience init(_ model: Model, batch: Int, initialisation: Initialisation, seed: UInt64) {
    self.init(model, batch: batch, owner: nil)
    initialise(initialisation, seed: seed)
  }

  /// Makes a network that shares another one's weights, for another part of a batch.
  convenience init(sharing owner: Network<Scalar>, batch: Int) {
    self.init(owner.model, batch: batch, owner: owner)
  }

  private init(_ model: Model, batch: Int, owner: Network<Scalar>?) {
    self.model = model
    self.batch = batch
    self.owner = owner
    activation = ActivationLayer(model.activation)
    let shapes = [model.input] + model.shapes
    values = shapes.map { Self.buffer($0.count * batch) }
    deltas = shapes.map { Self.buffer($0.count * batch) }
    parameters = owner?.parameters ?? Self.buffer(model.parameters)
    gradients = Self.buffer(model.parameters)
    var (offsets, offset, most) = ([Int](), 0, 1)
    for index in model.layers.indices {
      offsets.append(offset)
      let count = model.parameterCount(index)
      offset += count.weights + count.biases
      most = max(most, count.weights)
    }
    self.offsets = offsets
    transposed = Self.buffer(most)
    argmax = model.layers.indices.map { index in
      let isPool = model.layers[index] == .maxPool
      let buffer = UnsafeMutableBufferPointer<Int32>.allocate(
        capacity: isPool ? model.shapes[index].count * batch : 0)
      buffer.initialize(repeating: 0)
      return buffer
    }
    convolutions = model.layers.indices.map { index in
      guard case .convolution(let filters) = model.layers[index] else { return nil }
      return Convolution(input: shapes[index], filters: filters)
    }
  }

  deinit {
    for buffer in values + deltas + [gradients, transposed] { buffer.deallocate() }
    if owner == nil { parameters.deallocate() }
    for buffer in argmax { buffer.deallocate() }
  }

  private static func buffer(_ count: Int) -> Buffer {
    let buffer = Buffer.allocate(capacity: count)
    buffer.initialize(repeating: 0)
    return buffer
  }

  private func initialise(_ initialisation: Initialisation, seed: UInt64) {
    for index in model.layers.indices {
      let (weights, biases) = model.parameterCount(index)
      guard biases > 0 else { continue }
      let inputs = weights / biases
      let drawn = initialisation.weights(
        inputs: inputs, outputs: biases, LabRandom(seed: seed, stream: 1000 + UInt64(index)))
      for input in 0..<inputs {
        for output in 0..<biases {
          parameters[offsets[index] + input * biases + output] = Scalar(
            drawn[output * inputs + input])
        }
      }
    }
  }

  /// The input buffer, sample by sample.
  var input: Buffer { values[0] }
  /// The network's output.
  var logits: Buffer { values[values.count - 1] }
  /// The buffer for the gradient with respect to the logits, to be set before the backward pass.
  var logitGradient: Buffer { deltas[deltas.count - 1] }
  /// The gradient with respect to the input.
  var inputGradient: Buffer { deltas[0] }
  /// The output of a layer; layer 0 is the input.
  func output(of layer: Int) -> Buffer { values[layer] }

  // MARK: Forward

  /// Computes the forward pass of the first samples of the input.
  func forward(_ count: Int) {
    for index in model.layers.indices {
      let (from, to) = (values[index].baseAddress, values[index + 1].baseAddress)
      guard let from, let to else { continue }
      let (inputs, outputs) = (shape(index).count, model.shapes[index].count)
      switch model.layers[index] {
      case .dense: denseForward(index, from, to, count, inputs, outputs)
      case .convolution:
        let layer = layerParameters(index)
        convolutions[index]?.forward(
          from, weights: layer.weights, biases: layer.biases, to, samples: count)
      case .activation: activation.forward(from, to, count * outputs)
      case .maxPool: poolForward(index, from, to, count)
      }
    }
  }

  private func shape(_ index: Int) -> Model.Shape {
    index == 0 ? model.input : model.shapes[index - 1]
  }

  private typealias Pointer = UnsafeMutablePointer<Scalar>

  private func layerParameters(_ index: Int) -> (weights: Pointer, biases: Pointer) {
    // A network without parameters has no such layer.
    let base = parameters.baseAddress.unsafelyUnwrapped + offsets[index]
    return (base, base + model.parameterCount(index).weights)
  }

  private func layerGradients(_ index: Int) -> (weights: Pointer, biases: Pointer) {
    let base = gradients.baseAddress.unsafelyUnwrapped + offsets[index]
    return (base, base + model.parameterCount(index).weights)
  }

  private func denseForward(
    _ index: Int, _ from: Pointer, _ to: Pointer, _ count: Int, _ inputs: Int, _ outputs: Int
  ) {
    let (weights, biases) = layerParameters(index)
    Scalar.repeatRow(biases, into: to, rows: count, columns: outputs)
    Scalar.multiply(
      from, weights, into: to, rows: count, inner: inputs, columns: outputs, adding: true)
  }

  private func poolForward(_ index: Int, _ from: Pointer, _ to: Pointer, _ count: Int) {
    let (input, output) = (shape(index), model.shapes[index])
    var place = 0
    for sample in 0..<count {
      for row in 0..<output.height {
        for column in 0..<output.width {
          for channel in 0..<output.channels {
            var best = 0
            for corner in 0..<4 {
              let (y, x) = (2 * row + corner / 2, 2 * column + corner % 2)
              let source =
                sample * input.count + (y * input.width + x) * input.channels + channel
              if corner == 0 || from[source] > from[best] { best = source }
            }
            to[place] = from[best]
            argmax[index][place] = Int32(truncatingIfNeeded: best)
            place += 1
          }
        }
      }
    }
  }

  // MARK: Backward

  /// Computes the backward pass and overwrites the gradients.
  func backward(_ count: Int) {
    gradients.update(repeating: 0)
    for index in model.layers.indices.reversed() {
      guard let from = values[index].baseAddress, let to = deltas[index + 1].baseAddress,
        let back = deltas[index].baseAddress
      else { continue }
      let isWanted = index > 0 || needsInputGradient
      switch model.layers[index] {
      case .dense: denseBackward(index, from, to, isWanted ? back : nil, count)
      case .convolution:
        let (layer, slopes) = (layerParameters(index), layerGradients(index))
        convolutions[index]?.backward(
          from, to, weights: layer.weights, slopes: slopes, isWanted ? back : nil, samples: count)
      case .activation:
        activation.backward(
          from, values[index + 1].baseAddress ?? from, to, back, count * shape(index).count)
      case .maxPool:
        back.update(repeating: 0, count: count * shape(index).count)
        for place in 0..<(count * model.shapes[index].count) {
          back[Int(argmax[index][place])] += to[place]
        }
      }
    }
  }

  private func denseBackward(
    _ index: Int, _ from: Pointer, _ to: Pointer, _ back: Pointer?, _ count: Int
  ) {
    let (inputs, outputs) = (shape(index).count, model.shapes[index].count)
    let slopes = layerGradients(index)
    Scalar.addTransposedProduct(
      from, to, into: slopes.weights, rows: count, inner: inputs, columns: outputs)
    Scalar.addRows(to, into: slopes.biases, rows: count, columns: outputs)
    guard let back, let transposed = transposed.baseAddress else { return }
    let weights = layerParameters(index).weights
    Transposition.write(weights, rows: inputs, columns: outputs, into: transposed)
    Scalar.multiply(
      to, transposed, into: back, rows: count, inner: outputs, columns: inputs, adding: false)
  }
}

enum Transposition {
  /// Writes the transpose of a matrix.
  @inline(__always)
  static func write<Scalar>(
    _ matrix: UnsafePointer<Scalar>, rows: Int, columns: Int,
    into transposed: UnsafeMutablePointer<Scalar>
  ) {
    for row in 0..<rows {
      for column in 0..<columns { transposed[column * rows + row] = matrix[row * columns + column] }
    }
  }
}

/// The activation layer of a network, applied element by element.
struct ActivationLayer<Scalar: LabScalar> {
  private enum Kind {
    case rectifier(leak: Scalar)
    /// By its kernel if the precision has one, otherwise one number at a time.
    case other(BoundActivation, ActivationKernel?)
  }

  private let kind: Kind

  init(_ activation: BoundActivation) {
    switch activation.activation.id {
    case "relu": kind = .rectifier(leak: 0)
    case "leaky-relu", "prelu": kind = .rectifier(leak: Scalar(activation.derivative(-1)))
    default: kind = .other(activation, ActivationKernel(activation))
    }
  }

  func forward(
    _ from: UnsafePointer<Scalar>, _ to: UnsafeMutablePointer<Scalar>, _ count: Int
  ) {
    switch kind {
    case .rectifier(let leak):
      for index in 0..<count {
        let value = from[index]
        to[index] = value > 0 ? value : value * leak
      }
    case .other(let function, let kernel):
      if let kernel, Scalar.activation(kernel, from, upstream: nil, into: to, count: count) {
        return
      }
      for index in 0..<count { to[index] = Scalar(function(Double(from[index]))) }
    }
  }

  /// The gradient with respect to the input, from that with respect to the output.
  func backward(
    _ from: UnsafePointer<Scalar>, _ output: UnsafePointer<Scalar>,
    _ slopes: UnsafePointer<Scalar>, _ back: UnsafeMutablePointer<Scalar>, _ count: Int
  ) {
    switch kind {
    case .rectifier(let leak):
      for index in 0..<count {
        back[index] = from[index] > 0 ? slopes[index] : slopes[index] * leak
      }
    case .other(let function, let kernel):
      if let kernel, Scalar.activation(kernel, from, upstream: slopes, into: back, count: count) {
        return
      }
      for index in 0..<count {
        back[index] = slopes[index] * Scalar(function.derivative(Double(from[index])))
      }
    }
  }
}
