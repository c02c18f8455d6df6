public import Activations
import Words

/// An error in the text form of a plot.
public enum PlotStateError: Error, Equatable, Sendable {
  /// An error in a function or its parameters.
  case function(ActivationError)
  /// An unknown or invalid part; `expected` describes a valid one.
  case badPart(String, expected: String)
  /// A range of x or y that is empty or otherwise invalid.
  case badRange(String, isEmpty: Bool)
  /// More curves than letters to label them.
  case tooManyFunctions(most: Int)
}

extension PlotStateError {
  /// The error as a sentence for a person.
  public var sentence: String {
    switch self {
    case .function(let error): error.sentence
    case .badPart(let part, let expected): Words.Failures.badPart(part, expected: expected)
    case .badRange(let part, let isEmpty): Words.Failures.badRange(part, isEmpty: isEmpty)
    case .tooManyFunctions(let most): Words.Failures.tooManyFunctions(most: most)
    }
  }
}
