public import Activations
public import LessonReader

/// The functions that random tests draw and fuzzers name: a fixed list, so that a new function changes no case.
public enum RandomFunctions {
  /// Their ids.
  public static let ids = [
    "sigmoid", "tanh", "relu", "leaky-relu", "elu", "swish", "gelu", "gelu-tanh", "linear",
    "softmax", "prelu", "selu", "softplus", "mish", "relu6", "hard-sigmoid", "hard-swish",
    "softsign", "step", "log-softmax", "log-sigmoid", "swiglu",
  ]

  /// The functions, in the order of their ids.
  public static let all = ids.compactMap { try? Catalogue.activation(named: $0) }

  /// The functions that figures may draw.
  public static let names = FunctionNames(of: all)
}

extension FunctionNames {
  /// The ids of functions, and the ranges of their parameters.
  public init(of functions: [Activation]) {
    let ranges = functions.map { function in
      (function.id, function.parameters.map { ($0.name, $0.allowed) })
    }
    self.init(
      Dictionary(
        uniqueKeysWithValues: ranges.map { ($0, Dictionary(uniqueKeysWithValues: $1)) }))
  }
}
