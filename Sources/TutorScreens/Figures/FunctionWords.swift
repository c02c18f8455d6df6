public import Activations
import TextCharts

/// A function in words, for those who do not look at curves.
public struct FunctionWords {
  /// Sentences.
  public let text: String

  /// Describes a function: its range, whether it falls, its special points, its ends.
  public init(_ function: BoundActivation) {
    let facts = function.activation.facts
    let course =
      switch facts.monotonicity {
      case .strictlyIncreasing: "It always rises"
      case .notMonotonic: "It falls and rises"
      default: "It never falls"
      }
    let smooth = facts.smoothness == .smooth ? "is smooth" : "is not smooth everywhere"
    var sentences = [
      "\(function.label): \(function.activation.formula).",
      "Values lie in \(function.range). \(course) and \(smooth).",
    ]
    for landmark in function.landmarks {
      let x = NumberText.fixed(landmark.x, decimals: 3)
      let value = NumberText.fixed(landmark.value, decimals: 4)
      sentences.append("At x = \(x), f = \(value): \(landmark.description).")
    }
    let ends = [-10.0, -1, 0, 1, 10].map { x in
      "f(\(NumberText.shortest(x))) = \(NumberText.fixed(function(x), decimals: 4))"
        + ", slope \(NumberText.fixed(function.derivative(x), decimals: 4))"
    }
    text = (sentences + [ends.joined(separator: "; ") + "."]).joined(separator: " ")
  }
}
