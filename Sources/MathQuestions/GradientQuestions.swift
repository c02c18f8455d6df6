import Activations
import Lessons
import Practice

/// Questions about the gradient that comes back through several layers.
enum GradientQuestions {
  /// What is asked about layers with equal slopes and weights.
  private enum Factor: CaseIterable { case path, slopes, weights, layer, half, sum }

  /// Layers with equal slopes and weights.
  private struct Stack {
    var function: BoundActivation
    var x: Double
    var slope: Double
    var weight: Double
    var layers: Int

    func number(_ factor: Factor) -> Double {
      let one = slope * weight
      return switch factor {
      case .path: power(one, layers)
      case .slopes: power(slope, layers)
      case .weights: power(weight, layers)
      case .layer: one
      case .half: power(one, layers / 2)
      case .sum: one * Double(layers)
      }
    }

    private func power(_ base: Double, _ count: Int) -> Double {
      (0..<count).reduce(1) { product, _ in product * base }
    }

    /// "pre-activation 0 and weight 2", with the slope if it is not known by heart.
    var setting: String {
      let known = x == 0 || function.activation.roles.contains(.basicQuestions) && slope == 1
      let given = known ? "" : " (slope \(short(slope)))"
      return "pre-activation \(short(x))\(given) and weight \(short(weight))"
    }

    func short(_ number: Double) -> String { NumberNotation.short(number) }
  }

  /// Asks for the product of equal slopes and weights, for a part of it, or for a sum over paths.
  static func product(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> AnswerSet? {
    let function = functions.one(&random)
    let x = [-2.0, -1, -0.5, 0, 0, 0, 0.5, 1, 2].one(&random)
    guard !function.kinks.contains(where: { $0.x == x }) else { return nil }
    let exact = function.derivative(x)
    let slope = (exact * 100).rounded() / 100
    guard slope >= 0.01 else { return nil }
    let weight = [0.5, 2, 3, 4].one(&random)
    // A power of a number with two digits is asked for only where it can be estimated.
    let isPlain = slope == exact && [0.25, 0.5, 1, 2, 0.1, 0.2].contains(slope * weight)
    let layers = (isPlain ? [4, 5, 6, 8, 10] : [2, 3, 4]).one(&random)
    let stack = Stack(function: function, x: x, slope: slope, weight: weight, layers: layers)
    let factors = Factor.allCases.filter { $0 != .half || layers.isMultiple(of: 2) && layers > 2 }
    // Neither a power of ten nor a row of zeros.
    let usual = factors.filter { (0.0001..<10_000).contains(stack.number($0)) }
    guard
      let drawn = usual.draw(
        4, &random,
        apart: {
          // Answers must differ by more than a factor of 1.5, or rounding would decide.
          let (one, other) = (stack.number($0), stack.number($1))
          return max(one, other) > 1.5 * min(one, other)
        })
    else { return nil }
    return set(stack, drawn, isPlain: isPlain)
  }

  private static func set(_ stack: Stack, _ drawn: [Factor], isPlain: Bool) -> AnswerSet {
    let texts = drawn.map { NumberNotation.significant(stack.number($0)) }
    let factors = Dictionary(zip(texts, drawn)) { first, _ in first }
    return AnswerSet(
      topic: .product,
      answers: zip(texts, drawn).map { text, factor in
        AnswerSet.Answer(
          text: text, front: front(factor, stack), explanation: explanation(factor, stack, text),
          number: isPlain
            ? TypedNumber(value: stack.number(factor), tolerance: .relative(0.05)) : nil,
          subject: stack.function.activation.id)
      },
      feedback: { asked, chosen in
        guard let right = factors[asked.text], let wrong = factors[chosen.text] else { return "" }
        return belief(wrong, stack) + " " + correction(right, stack)
      })
  }

  private static func front(_ factor: Factor, _ stack: Stack) -> String {
    let name = stack.function.spokenLabel
    let count = stack.layers
    let layers =
      stack.function.formulaFirst
      + "A gradient passes back through \(count) layers of \(name), each with \(stack.setting)."
    return switch factor {
    case .path: "\(layers) By what factor is it multiplied in all?"
    case .slopes: "\(layers) What factor do the slopes alone contribute?"
    case .weights: "\(layers) What factor do the weights alone contribute?"
    case .layer: "\(layers) By what factor does a single layer multiply it?"
    case .half: "\(layers) By what factor has it been multiplied halfway?"
    case .sum:
      "\(stack.function.formulaFirst)A unit feeds \(count) units side by side, each \(name) with "
        + "\(stack.setting). A gradient of 1 arrives at each of them. Which gradient does the first "
        + "unit get?"
    }
  }

  private static func explanation(_ factor: Factor, _ stack: Stack, _ text: String) -> String {
    let (slope, weight) = (stack.short(stack.slope), stack.short(stack.weight))
    let power = NumberNotation.raised(stack.layers)
    return switch factor {
    case .path:
      "Each layer multiplies by slope times weight: (\(slope) · \(weight))\(power) = \(text)."
    case .slopes: "The slope is a factor in every layer: \(slope)\(power) = \(text)."
    case .weights: "The weight is a factor in every layer: \(weight)\(power) = \(text)."
    case .layer: "A layer multiplies by slope times weight: \(slope) · \(weight) = \(text)."
    case .half:
      "Halfway means \(stack.layers / 2) layers: "
        + "(\(slope) · \(weight))\(NumberNotation.raised(stack.layers / 2)) = \(text)."
    case .sum: "Paths side by side add up: \(stack.layers) · \(slope) · \(weight) = \(text)."
    }
  }

  private static func belief(_ factor: Factor, _ stack: Stack) -> String {
    let (slope, weight) = (stack.short(stack.slope), stack.short(stack.weight))
    return switch factor {
    case .path:
      "That multiplies slope and weight, \(slope) · \(weight), along \(stack.layers) layers in a row."
    case .slopes:
      "That leaves the weights out: it is the slope \(slope), \(stack.layers) times as a factor."
    case .weights:
      "That leaves the slopes out: it is the weight \(weight), \(stack.layers) times as a factor."
    case .layer: "That is slope times weight, \(slope) · \(weight), only once."
    case .half: "That is the factor of \(stack.layers / 2) layers, only half of the way."
    case .sum:
      "That adds slope times weight, \(slope) · \(weight), \(stack.layers) times instead of multiplying."
    }
  }

  private static func correction(_ factor: Factor, _ stack: Stack) -> String {
    switch factor {
    case .path: "Along a path, each of the layers multiplies by its slope and by its weight."
    case .slopes: "Asked for is the part of the slopes, one factor for each layer."
    case .weights: "Asked for is the part of the weights, one factor for each layer."
    case .layer: "Asked for is one layer, so nothing is raised to a power."
    case .half:
      "Halfway, the gradient has passed \(stack.layers / 2) layers and not yet the others."
    case .sum: "These units are side by side: gradients that come back along several paths add up."
    }
  }
}
