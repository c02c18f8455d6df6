/// The topic of a generated question.
public enum MathTopic: String, CaseIterable, Sendable {
  /// Which function has this curve?
  case curve
  /// Which function has this slope?
  case slopeCurve = "slope-curve"
  /// Which parameter has this curve?
  case parameter
  /// The value at a point, read off a plot.
  case reading
  /// The value at a point.
  case value
  /// The slope at a point.
  case slope
  /// The set of values.
  case range
  /// The limit at infinity.
  case limit
  /// The input where almost no gradient passes.
  case saturation
  /// A point of a curve, which is produced.
  case point
  /// The gradient that remains after many layers.
  case product
  /// The response of a unit to its inputs.
  case unit
  /// The output and loss that fit a task.
  case pairing
  /// The shape that a piece of code returns.
  case shape

  /// Whether its questions name or draw a function of the catalogue.
  var isAboutFunctions: Bool {
    switch self {
    case .unit, .pairing, .shape: false
    default: true
    }
  }

  /// Whether its answers are produced instead of chosen.
  var isProduced: Bool { self == .point }

  /// From 1, basic, to 3.
  public var difficulty: Int {
    switch self {
    case .curve, .reading, .range, .pairing, .unit: 1
    case .slopeCurve, .value, .limit, .shape, .point: 2
    case .parameter, .slope, .saturation, .product: 3
    }
  }
}
