/// An activation function whose parameters have been fixed: one curve.
public struct BoundActivation: Sendable {
  /// The function or family that the curve belongs to.
  public let activation: Activation
  /// The parameter values, in the order of `activation.parameters`.
  public let parameterValues: [Double]

  private let parameters: ParameterValues
  private let curve: Activation.Curve

  init(_ activation: Activation, _ parameters: ParameterValues, _ curve: Activation.Curve) {
    self.activation = activation
    self.parameters = parameters
    self.curve = curve
    parameterValues = activation.parameters.map { parameters[$0] }
  }

  /// The function's value, as `Activation.value(at:_:)`.
  ///
  /// - Parameter x: Any double.
  /// - Returns: f(x).
  public func callAsFunction(_ x: Double) -> Double { curve.value(x) }

  /// The function's derivative, as `Activation.derivative(at:_:)`.
  ///
  /// - Parameter x: Any double.
  /// - Returns: f′(x).
  public func derivative(_ x: Double) -> Double { curve.derivative(x) }

  /// The function's second derivative, as `Activation.secondDerivative(at:_:)`.
  ///
  /// - Parameter x: Any double.
  /// - Returns: f″(x).
  public func secondDerivative(_ x: Double) -> Double { curve.secondDerivative(x) }

  /// The exact set of values that the function takes.
  public var range: ValueRange { activation.range(parameters) }

  /// The points where the function itself jumps, from left to right.
  public var jumps: [Double] { activation.jumps(parameters) }

  /// The points where the slope jumps, from left to right.
  public var kinks: [Kink] { activation.kinks(parameters) }

  /// The name with the parameter values, such as "ReLU" or "Swish (β = 2)".
  public var label: String {
    guard !parameterValues.isEmpty else { return activation.name }
    let settings = zip(activation.parameters, parameterValues).map { parameter, value in
      "\(parameter.symbol) = \(DecimalText.exact(value))"
    }
    return "\(activation.name) (\(settings.joined(separator: ", ")))"
  }

  /// The points worth marking, from left to right.
  ///
  /// Found from closed forms and from roots computed once to 20 digits, scaled by the parameters.
  public var landmarks: [Landmark] {
    let places =
      kinks.map { LandmarkPlace(.kink, at: $0.x) } + jumps.map { LandmarkPlace(.jump, at: $0) }
      + activation.places(parameters)
    return
      places
      .filter(\.x.isFinite)
      .map { Landmark(kind: $0.kind, x: $0.x, value: self($0.x), slope: derivative($0.x)) }
      .sorted { $0.x < $1.x }
  }
}

extension BoundActivation: Equatable {
  /// Whether both are the same function with the same parameter values.
  public static func == (left: BoundActivation, right: BoundActivation) -> Bool {
    left.activation == right.activation && left.parameterValues == right.parameterValues
  }
}
