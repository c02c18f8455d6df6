/// A number that selects one member of a family of functions, such as β of Swish.
public struct Parameter: Sendable, Equatable {
  /// A value of the parameter at which the function becomes another, simpler one.
  public struct Limit: Sendable, Equatable {
    /// The value, or ±infinity for the behaviour as the parameter grows without bound.
    public let value: Double
    /// The function's name there, such as "ReLU".
    public let description: String
  }

  /// The name used in code and on the command line, such as "alpha".
  public let name: String
  /// The letter used in formulas, such as "α".
  public let symbol: String
  /// The value when none is given; PyTorch's default where PyTorch has the parameter.
  public let defaultValue: Double
  /// The values accepted, both ends included.
  public let allowed: ClosedRange<Double>
  /// A convenient change for one step of a slider.
  public let step: Double
  /// Whether only whole numbers are accepted.
  public let isWhole: Bool
  /// Limits in increasing order of their values.
  public let limits: [Limit]
  /// Values whose curves generated questions compare; empty if no question asks for the parameter.
  public let compared: [Double]

  init(
    name: String, symbol: String, default defaultValue: Double, allowed: ClosedRange<Double>,
    step: Double, isWhole: Bool = false, limits: [Limit] = [], compared: [Double] = []
  ) {
    self.name = name
    self.symbol = symbol
    self.defaultValue = defaultValue
    self.allowed = allowed
    self.step = step
    self.isWhole = isWhole
    self.limits = limits
    self.compared = compared
  }

  /// Checks a value for this parameter.
  ///
  /// - Parameter value: The value to check.
  /// - Returns: The same value.
  /// - Throws: `ActivationError.parameterNotFinite`, `.parameterOutOfRange` or `.parameterNotWhole`.
  public func validated(_ value: Double) throws(ActivationError) -> Double {
    guard value.isFinite else { throw .parameterNotFinite(name: name, value: value) }
    guard allowed.contains(value) else {
      throw .parameterOutOfRange(name: name, value: value, allowed: allowed)
    }
    guard !isWhole || value.rounded() == value else {
      throw .parameterNotWhole(name: name, value: value)
    }
    return value
  }
}

/// Checked values for the parameters of one activation function.
///
/// Created by `Activation.parameterValues(_:)`, so every value is in its allowed range.
public struct ParameterValues: Sendable, Equatable {
  /// The values under their parameters' names; a parameter left out has its default value.
  let values: [String: Double]

  /// The value of a parameter: the one given, or the parameter's default.
  ///
  /// - Parameter parameter: A parameter of the function these values belong to.
  public subscript(_ parameter: Parameter) -> Double {
    values[parameter.name] ?? parameter.defaultValue
  }

  /// No values given: every parameter has its default.
  public static let defaults = ParameterValues(values: [:])
}
