/// An interactive figure of the lesson.
public enum Figure: Hashable, Sendable {
  /// Functions over a range of x.
  case plot(PlotFigure)
  /// Logits and their probabilities.
  case softmax(SoftmaxFigure)
  /// The product of slopes through many layers.
  case gradient(GradientFigure)
  /// Two linear layers that equal one.
  case collapse(CollapseFigure)
  /// A sum of ReLUs that approaches a curve.
  case hinges(HingesFigure)

  /// The text under the figure; may be empty.
  public var caption: String {
    switch self {
    case .plot(let figure): figure.caption
    case .softmax(let figure): figure.caption
    case .gradient(let figure): figure.caption
    case .collapse(let figure): figure.caption
    case .hinges(let figure): figure.caption
    }
  }
}

/// A fenced `softmax` block: logits that become probabilities.
public struct SoftmaxFigure: Hashable, Sendable {
  /// The allowed number of logits.
  public static let counts = 2...8
  /// The allowed values of a logit.
  public static let reach = -20.0...20.0
  /// The allowed temperatures.
  public static let temperatures = 0.05...20.0

  /// Two to eight logits.
  public var logits: [Double]
  /// The temperature, by which logits are divided; positive.
  public var temperature: Double
  /// A name for each logit, or none at all.
  public var labels: [String]
  /// The text under the figure.
  public var caption: String

  public init(
    logits: [Double], temperature: Double = 1, labels: [String] = [], caption: String = ""
  ) {
    self.logits = logits
    self.temperature = temperature
    self.labels = labels
    self.caption = caption
  }
}

/// A fenced `gradient` block: slopes multiplied through layers.
public struct GradientFigure: Hashable, Sendable {
  /// Ids of functions in the catalogue, at least one.
  public var functions: [String]
  /// The number of layers.
  public var layers: Int
  /// The pre-activation at which the slope of every layer is taken.
  public var input: Double
  /// Values of the functions' parameters by name.
  public var parameters: [String: Double]
  /// The text under the figure.
  public var caption: String

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

/// A fenced `collapse` block: two successive linear layers.
public struct CollapseFigure: Hashable, Sendable {
  /// A layer of one unit: `weight · x + bias`.
  public struct Layer: Hashable, Sendable {
    public var weight: Double
    public var bias: Double

    public init(weight: Double, bias: Double) {
      self.weight = weight
      self.bias = bias
    }
  }

  /// The layer that receives the input.
  public var first: Layer
  /// The layer that receives the first layer's output.
  public var second: Layer
  /// The text under the figure.
  public var caption: String

  public init(first: Layer, second: Layer, caption: String = "") {
    self.first = first
    self.second = second
    self.caption = caption
  }
}

/// A fenced `hinges` block: a sum of ReLUs, with straight pieces, that approaches a curve.
public struct HingesFigure: Hashable, Sendable {
  /// The allowed number of units.
  public static let counts = 1...16

  /// The curve.
  public enum Target: String, CaseIterable, Hashable, Sendable {
    /// x² from -1 to 1.
    case square
    /// sin x from -π to π.
    case sine
  }

  public var target: Target
  public var units: Int
  /// The text under the figure.
  public var caption: String

  public init(target: Target, units: Int, caption: String = "") {
    self.target = target
    self.units = units
    self.caption = caption
  }
}
