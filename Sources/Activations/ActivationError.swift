/// An invalid request for an activation function.
///
/// The cases carry data; messages are in the module `Words`.
public enum ActivationError: Error, Equatable, Sendable {
  /// No function has this id or alias; `suggestions` are ids of similar names, nearest first.
  case unknownFunction(name: String, suggestions: [String])
  /// The function has no parameter of this name; `allowed` are the names it has.
  case unknownParameter(name: String, function: String, allowed: [String])
  /// The value is outside the closed range that the parameter allows.
  case parameterOutOfRange(name: String, value: Double, allowed: ClosedRange<Double>)
  /// The value is infinite or not a number.
  case parameterNotFinite(name: String, value: Double)
  /// The parameter is a count and the value is not an integer.
  case parameterNotWhole(name: String, value: Double)
}
