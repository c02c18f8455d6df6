public import Activations

/// The layers of a network without weights.
public struct Model: Equatable, Sendable {
  /// A grid of channels, height by width; vectors are one by one.
  public struct Shape: Hashable, Sendable {
    public var height: Int
    public var width: Int
    public var channels: Int

    public init(height: Int = 1, width: Int = 1, channels: Int) {
      self.height = height
      self.width = width
      self.channels = channels
    }

    /// The number of elements.
    public var count: Int { height * width * channels }
  }

  public enum Layer: Equatable, Sendable {
    /// A fully connected layer.
    case dense(outputs: Int)
    /// 3 by 3 filters with zero padding, which keeps the size.
    case convolution(filters: Int)
    /// The maximum of every 2 by 2; an odd last row or column is dropped.
    case maxPool
    /// The activation function, element by element.
    case activation

    fileprivate var isConvolution: Bool {
      if case .convolution = self { return true }
      return false
    }
  }

  /// An error in a model.
  public enum BuildError: Error, Hashable, Sendable {
    /// A layer without units.
    case emptyLayer(index: Int)
    /// A pool over less than two rows and columns.
    case tooSmallToPool(index: Int)
    /// More memory than allowed.
    case tooLarge(megabytes: Int, most: Int)
  }

  /// The shape of the input.
  public let input: Shape
  /// The layers; the last one outputs logits.
  public let layers: [Layer]
  /// The function of all `activation` layers.
  public var activation: BoundActivation
  /// The output shape of each layer.
  let shapes: [Shape]

  /// The maximum memory in megabytes for parameters, gradients and the optimiser's state.
  public static let mostMegabytes = 2048

  /// Validates layers.
  ///
  /// - Parameters:
  ///   - input: The shape of the input.
  ///   - layers: At least one.
  ///   - activation: The activation function.
  /// - Throws: `BuildError` for layers without units, pools over less than 2 by 2, and models that are too large.
  public init(_ input: Shape, _ layers: [Layer], _ activation: BoundActivation) throws(BuildError) {
    self.input = input
    self.layers = layers
    self.activation = activation
    var shapes: [Shape] = []
    var (shape, parameters) = (input, 0)
    for (index, layer) in layers.enumerated() {
      let before = shape
      switch layer {
      case .dense(let outputs): shape = Shape(channels: outputs)
      case .convolution(let filters): shape.channels = filters
      case .maxPool:
        guard shape.height >= 2, shape.width >= 2 else { throw .tooSmallToPool(index: index) }
        (shape.height, shape.width) = (shape.height / 2, shape.width / 2)
      case .activation: break
      }
      guard (1...100_000_000).contains(shape.channels) else {
        if shape.channels > 0 {
          throw .tooLarge(megabytes: shape.channels / 65_536, most: Self.mostMegabytes)
        }
        throw .emptyLayer(index: index)
      }
      let (product, isTooMuch) = Self.weightCount(layer, before, shape)
      parameters += isTooMuch ? Int.max / 8 : min(product + shape.channels, Int.max / 8)
      let megabytes = parameters / 65_536
      guard megabytes <= Self.mostMegabytes else {
        throw .tooLarge(megabytes: megabytes, most: Self.mostMegabytes)
      }
      shapes.append(shape)
    }
    self.shapes = shapes
  }

  private static func weightCount(
    _ layer: Layer, _ input: Shape, _ output: Shape
  ) -> (Int, Bool) {
    switch layer {
    case .dense: input.count.multipliedReportingOverflow(by: output.channels)
    case .convolution: (9 * input.channels).multipliedReportingOverflow(by: output.channels)
    case .maxPool, .activation: (0, false)
    }
  }

  /// The numbers of weights and biases of a layer.
  func parameterCount(_ index: Int) -> (weights: Int, biases: Int) {
    let before = index == 0 ? input : shapes[index - 1]
    switch layers[index] {
    case .dense(let outputs): return (before.count * outputs, outputs)
    case .convolution(let filters): return (9 * before.channels * filters, filters)
    case .maxPool, .activation: return (0, 0)
    }
  }

  /// The number of weights and biases of all layers.
  public var parameters: Int {
    layers.indices.reduce(0) { $0 + parameterCount($1).weights + parameterCount($1).biases }
  }

  /// The multiplications of a forward pass per sample.
  public var products: Int {
    layers.indices.reduce(0) { sum, index in
      let (weights, _) = parameterCount(index)
      let places = layers[index].isConvolution ? shapes[index].height * shapes[index].width : 1
      return sum + weights * places
    }
  }

  /// The number of outputs of the last layer.
  public var outputs: Int { shapes.last?.count ?? 0 }

  /// A multi-layer perceptron: dense layers with activations between them.
  ///
  /// - Parameters:
  ///   - inputs: The number of inputs.
  ///   - hidden: Units of every hidden layer.
  ///   - outputs: The number of logits.
  ///   - activation: The activation function.
  /// - Returns: The model.
  /// - Throws: The errors of the initialiser.
  public static func mlp(
    inputs: Int, hidden: [Int], outputs: Int, _ activation: BoundActivation
  ) throws(BuildError) -> Model {
    let layers = hidden.flatMap { [Layer.dense(outputs: $0), .activation] }
    return try Model(
      Shape(channels: inputs), layers + [.dense(outputs: outputs)], activation)
  }

  /// A convolutional network: two convolutions, a pool and a dense layer.
  ///
  /// - Parameters:
  ///   - input: The shape of the images.
  ///   - filters: Filters of the two convolutions.
  ///   - outputs: The number of logits.
  ///   - activation: The activation function.
  /// - Returns: The model.
  /// - Throws: The errors of the initialiser.
  public static func cnn(
    input: Shape, filters: (Int, Int) = (8, 16), outputs: Int, _ activation: BoundActivation
  ) throws(BuildError) -> Model {
    try Model(
      input,
      [
        .convolution(filters: filters.0), .activation, .convolution(filters: filters.1),
        .activation, .maxPool, .dense(outputs: outputs),
      ], activation)
  }
}
