/// A figure of the lesson: something that is computed, drawn, and can be held.
public enum Figure: Hashable, Sendable {
  /// Functions over a window.
  case plot(PlotFigure)
  /// Logits and their probabilities.
  case softmax(SoftmaxFigure)
  /// The product of slopes through many layers.
  case gradient(GradientFigure)
  /// Two linear layers that are one.
  case collapse(CollapseFigure)

  /// What stands under the figure; may be empty.
  public var caption: String {
    switch self {
    case .plot(let figure): figure.caption
    case .softmax(let figure): figure.caption
    case .gradient(let figure): figure.caption
    case .collapse(let figure): figure.caption
    }
  }
}

/// What a fenced `softmax` block asks for: logits that become probabilities.
public struct SoftmaxFigure: Hashable, Sendable {
  /// How many logits there may be.
  public static let counts = 2...8
  /// What a logit may be.
  public static let reach = -20.0...20.0
  /// What logits may be divided by.
  public static let temperatures = 0.05...20.0

  /// Two to eight logits.
  public var logits: [Double]
  /// What the logits are divided by; positive.
  public var temperature: Double
  /// A name for each logit, or none at all.
  public var labels: [String]
  /// What stands under the figure.
  public var caption: String

  /// Makes a figure.
  public init(
    logits: [Double], temperature: Double = 1, labels: [String] = [], caption: String = ""
  ) {
    self.logits = logits
    self.temperature = temperature
    self.labels = labels
    self.caption = caption
  }
}

/// What a fenced `gradient` block asks for: slopes multiplied through layers.
public struct GradientFigure: Hashable, Sendable {
  /// Ids of functions in the catalogue, at least one.
  public var functions: [String]
  /// How many layers a gradient passes.
  public var layers: Int
  /// The pre-activation at which every layer's slope is taken.
  public var input: Double
  /// Values of the functions' parameters by name.
  public var parameters: [String: Double]
  /// What stands under the figure.
  public var caption: String

  /// Makes a figure.
  public init(
    functions: [String], layers: Int = 10, input: Double = 0, parameters: [String: Double] = [:],
    caption: String = ""
  ) {
    self.functions = functions
    self.layers = layers
    self.input = input
    self.parameters = parameters
    self.caption = caption
  }
}

/// What a fenced `collapse` block asks for: two linear layers, one after the other.
public struct CollapseFigure: Hashable, Sendable {
  /// A layer of one unit: `weight · x + bias`.
  public struct Layer: Hashable, Sendable {
    /// The factor.
    public var weight: Double
    /// What is added.
    public var bias: Double

    /// Makes a layer.
    public init(weight: Double, bias: Double) {
      self.weight = weight
      self.bias = bias
    }
  }

  /// The layer that sees the input.
  public var first: Layer
  /// The layer that sees the first one's output.
  public var second: Layer
  /// What stands under the figure.
  public var caption: String

  /// Makes a figure.
  public init(first: Layer, second: Layer, caption: String = "") {
    self.first = first
    self.second = second
    self.caption = caption
  }
}
