/// An activation function of one real variable, or a family of them selected by parameters.
///
/// Values and derivatives come from closed forms that are stable for every double: no overflow, no
/// cancellation in the tails, NaN only for NaN, and the limits at ±infinity. Functions that are
/// asked for many points should be bound first, with `with(_:)` or `withDefaults`: binding reads the
/// parameters once.
public struct Activation: Sendable, Identifiable {
  /// A function of one real variable.
  typealias RealFunction = @Sendable (Double) -> Double

  /// The function and its derivatives for given parameters.
  struct Curve: Sendable {
    var value: RealFunction
    var derivative: RealFunction
    /// 0 on straight pieces.
    var secondDerivative: RealFunction = { x in x.isNaN ? x : 0 }
  }

  /// The unique name used in code, files and on the command line, such as "leaky-relu".
  public let id: String
  /// Other names of the function, such as "silu".
  public let aliases: [String]
  /// The name in running text, such as "Leaky ReLU".
  public let name: String
  /// The id of the function that this one approximates; nil if none.
  public let variantOf: String?
  /// The definition in Unicode, such as "x if x > 0, else αx".
  public let formula: String
  /// The derivative in Unicode, as usually written; the code uses a stable form of it.
  public let derivativeFormula: String
  /// The parameters, in the order of labels; empty for most functions.
  public let parameters: [Parameter]
  /// Where the program offers the function besides plots and the command line.
  public let roles: Set<Role>
  /// Properties for comparison.
  public let facts: Facts
  /// Reference figures that tests compare the closures with.
  let known: KnownValues

  private let makeCurve: @Sendable (ParameterValues) -> Curve
  private let makeRange: @Sendable (ParameterValues) -> ValueRange
  private let makeKinks: @Sendable (ParameterValues) -> [Kink]
  private let makeJumps: @Sendable (ParameterValues) -> [Double]
  private let makePlaces: @Sendable (ParameterValues) -> [LandmarkPlace]
  private let defaultCurve: Curve

  init(
    id: String, aliases: [String] = [], name: String, variantOf: String? = nil, formula: String,
    derivativeFormula: String, parameters: [Parameter] = [],
    roles: Set<Role> = [], facts: Facts,
    known: KnownValues,
    curve: @escaping @Sendable (ParameterValues) -> Curve,
    range: @escaping @Sendable (ParameterValues) -> ValueRange,
    kinks: @escaping @Sendable (ParameterValues) -> [Kink] = { _ in [] },
    jumps: @escaping @Sendable (ParameterValues) -> [Double] = { _ in [] },
    landmarks: @escaping @Sendable (ParameterValues) -> [LandmarkPlace] = { _ in [] }
  ) {
    self.id = id
    self.aliases = aliases
    self.name = name
    self.variantOf = variantOf
    self.formula = formula
    self.derivativeFormula = derivativeFormula
    self.parameters = parameters
    self.roles = roles
    self.facts = facts
    self.known = known
    makeCurve = curve
    makeRange = range
    makeKinks = kinks
    makeJumps = jumps
    makePlaces = landmarks
    defaultCurve = curve(.defaults)
  }

  /// The function's value.
  ///
  /// - Parameters:
  ///   - x: Any double; NaN gives NaN and ±infinity the limit.
  ///   - parameters: Values made by `parameterValues(_:)`; left out, the defaults.
  /// - Returns: f(x), within a relative error of 1e-13 for finite `x`.
  public func value(at x: Double, _ parameters: ParameterValues = .defaults) -> Double {
    curve(parameters).value(x)
  }

  /// The function's derivative.
  ///
  /// - Parameters:
  ///   - x: Any double; NaN gives NaN and ±infinity the limit.
  ///   - parameters: Values made by `parameterValues(_:)`; left out, the defaults.
  /// - Returns: f′(x), at a kink the slope that PyTorch uses (see `Kink`). The relative error is
  ///   below 1e-13, except next to a zero of f′, where the absolute error is below 1e-15.
  public func derivative(at x: Double, _ parameters: ParameterValues = .defaults) -> Double {
    curve(parameters).derivative(x)
  }

  /// The function's second derivative: how fast the slope changes.
  ///
  /// - Parameters:
  ///   - x: Any double; NaN gives NaN and ±infinity the limit.
  ///   - parameters: Values made by `parameterValues(_:)`; left out, the defaults.
  /// - Returns: f″(x); where f″ jumps or does not exist, that of one of the two sides. The error is
  ///   below 1e-13 of the greatest magnitude nearby.
  public func secondDerivative(
    at x: Double, _ parameters: ParameterValues = .defaults
  ) -> Double {
    curve(parameters).secondDerivative(x)
  }

  /// The points where the function itself jumps; the slope is undefined there and reported as 0.
  ///
  /// - Parameter parameters: Values made by `parameterValues(_:)`; left out, the defaults.
  /// - Returns: The places from left to right; empty if the function is continuous.
  public func jumps(_ parameters: ParameterValues = .defaults) -> [Double] {
    makeJumps(parameters)
  }

  /// The points where the slope jumps.
  ///
  /// - Parameter parameters: Values made by `parameterValues(_:)`; left out, the defaults.
  /// - Returns: The kinks from left to right; empty if the slope is continuous.
  public func kinks(_ parameters: ParameterValues = .defaults) -> [Kink] {
    makeKinks(parameters)
  }

  /// The exact set of values that the function takes.
  ///
  /// - Parameter parameters: Values made by `parameterValues(_:)`; left out, the defaults.
  /// - Returns: An interval.
  public func range(_ parameters: ParameterValues = .defaults) -> ValueRange {
    makeRange(parameters)
  }

  /// The function with every parameter at its default.
  public var withDefaults: BoundActivation {
    BoundActivation(self, .defaults, defaultCurve)
  }

  /// The function with its parameters fixed.
  ///
  /// - Parameter values: Values under parameter names; a parameter left out has its default.
  /// - Returns: The bound function.
  /// - Throws: `ActivationError` for an unknown name or a value that is not allowed.
  public func with(_ values: [String: Double]) throws(ActivationError) -> BoundActivation {
    let parameters = try parameterValues(values)
    return BoundActivation(self, parameters, curve(parameters))
  }

  /// Checks values for the function's parameters.
  ///
  /// - Parameter values: Values under parameter names; a parameter left out has its default.
  /// - Returns: The checked values.
  /// - Throws: `ActivationError` for an unknown name or a value that is not allowed.
  public func parameterValues(
    _ values: [String: Double]
  ) throws(ActivationError) -> ParameterValues {
    let names = parameters.map(\.name)
    if let stranger = values.keys.filter({ !names.contains($0) }).min() {
      throw .unknownParameter(name: stranger, function: id, allowed: names)
    }
    for parameter in parameters {
      if let value = values[parameter.name] { _ = try parameter.validated(value) }
    }
    return ParameterValues(values: values)
  }

  /// The positions of the function's landmarks other than kinks.
  func places(_ parameters: ParameterValues) -> [LandmarkPlace] {
    makePlaces(parameters)
  }

  private func curve(_ parameters: ParameterValues) -> Curve {
    parameters == .defaults ? defaultCurve : makeCurve(parameters)
  }
}

extension Activation: Equatable {
  /// Whether both have the same id.
  public static func == (left: Activation, right: Activation) -> Bool {
    left.id == right.id
  }
}
