/// What a question made from the maths can be about.
public enum MathTopic: String, CaseIterable, Sendable {
  /// Which function has this curve?
  case curve
  /// Whose slope is this?
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
  /// What it comes near far out.
  case limit
  /// Where almost no gradient passes.
  case saturation
  /// What is left of a gradient after many layers.
  case product
  /// What a unit does with the inputs it gets.
  case unit
  /// Which output and loss fit a task.
  case pairing
  /// What shape a piece of code gives.
  case shape

  /// From 1, what everybody should know, to 3.
  public var difficulty: Int {
    switch self {
    case .curve, .reading, .range, .pairing, .unit: 1
    case .slopeCurve, .value, .limit, .shape: 2
    case .parameter, .slope, .saturation, .product: 3
    }
  }
}
