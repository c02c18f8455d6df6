public import Activations

/// A network's layers, before it has weights.
public struct Model: Equatable, Sendable {
  /// A grid of channels, height by width; vectors are one by one.
  public struct Shape: Hashable, Sendable {
    /// Rows.
    public var height: Int
    /// Columns.
    public var width: Int
    /// Numbers in every place.
    public var channels: Int

    /// Makes a shape.
    public init(height: Int = 1, width: Int = 1, channels: Int) {
      self.height = height
      self.width = width
      self.channels = channels
    }

    /// Numbers in all.
    public var count: Int { height * width * channels }
  }

  /// One layer.
  public enum Layer: Equatable, Sendable {
    /// Every output sees every input.
    case dense(outputs: Int)
    /// 3 by 3 filters, zeros beyond the edge, so that the size stays.
    case convolution(filters: Int)
    /// The largest of every 2 by 2; an odd row or column at the end is left out.
    case maxPool
    /// The activation function, element by element.
    case activation

    fileprivate var isConvolution: Bool {
      if case .convolution = self { return true }
      return false
    }
  }

  /// What is wrong with a model.
  public enum BuildError: Error, Hashable, Sendable {
    /// A layer would have no units.
    case emptyLayer(index: Int)
    /// A pool needs two rows and columns.
    case tooSmallToPool(index: Int)
    /// More memory than can be had.
    case tooLarge(megabytes: Int, most: Int)
  }

  /// What goes in.
  public let input: Shape
  /// The layers, the last one giving logits.
  public let layers: [Layer]
  /// What stands at every `activation`.
  public var activation: BoundActivation
  /// What leaves each layer.
  let shapes: [Shape]

  /// Megabytes of parameters, their gradients and an optimiser's memory that are allowed.
  public static let mostMegabytes = 2048

  /// Checks layers and makes a model.
  ///
  /// - Parameters:
  ///   - input: What goes in.
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

  /// Weights and biases of a layer; none for layers without any.
  func parameterCount(_ index: Int) -> (weights: Int, biases: Int) {
    let before = index == 0 ? input : shapes[index - 1]
    switch layers[index] {
    case .dense(let outputs): return (before.count * outputs, outputs)
    case .convolution(let filters): return (9 * before.channels * filters, filters)
    case .maxPool, .activation: return (0, 0)
    }
  }

  /// Weights and biases of all layers.
  public var parameters: Int {
    layers.indices.reduce(0) { $0 + parameterCount($1).weights + parameterCount($1).biases }
  }

  /// Products that one sample costs on its way through.
  public var products: Int {
    layers.indices.reduce(0) { sum, index in
      let (weights, _) = parameterCount(index)
      let places = layers[index].isConvolution ? shapes[index].height * shapes[index].width : 1
      return sum + weights * places
    }
  }

  /// Numbers that leave the last layer.
  public var outputs: Int { shapes.last?.count ?? 0 }

  /// Dense layers with an activation function between them.
  ///
  /// - Parameters:
  ///   - inputs: Numbers in.
  ///   - hidden: Units of every hidden layer.
  ///   - outputs: Logits.
  ///   - activation: The activation function.
  /// - Returns: The model.
  /// - Throws: As the initialiser does.
  public static func mlp(
    inputs: Int, hidden: [Int], outputs: Int, _ activation: BoundActivation
  ) throws(BuildError) -> Model {
    let layers = hidden.flatMap { [Layer.dense(outputs: $0), .activation] }
    return try Model(
      Shape(channels: inputs), layers + [.dense(outputs: outputs)], activation)
  }

  /// Two convolutions, a pool and a dense layer.
  ///
  /// - Parameters:
  ///   - input: The images.
  ///   - filters: Filters of the two convolutions.
  ///   - outputs: Logits.
  ///   - activation: The activation function.
  /// - Returns: The model.
  /// - Throws: As the initialiser does.
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
