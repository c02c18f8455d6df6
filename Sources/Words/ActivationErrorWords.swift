package import Activations

extension ActivationError {
  /// The error as a sentence without a full stop.
  package var sentence: String {
    switch self {
    case .unknownFunction(let name, let suggestions):
      "there is no function '\(name)': choose from "
        + (suggestions.isEmpty ? Catalogue.all.map(\.id) : suggestions).joined(separator: ", ")
    case .unknownParameter(let name, let function, let allowed):
      allowed.isEmpty
        ? "\(function) has no parameter '\(name)': it has none"
        : "\(function) has no parameter '\(name)': use \(allowed.joined(separator: ", "))"
    case .parameterOutOfRange(let name, let value, let allowed):
      "\(name) = \(value) is out of range: choose from \(allowed.lowerBound) to \(allowed.upperBound)"
    case .parameterNotFinite(let name, let value), .parameterNotWhole(let name, let value):
      "\(name) = \(value) is not allowed: give a finite number"
    }
  }
}
