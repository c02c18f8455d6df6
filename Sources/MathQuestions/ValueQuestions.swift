import Activations
import Lessons
import Practice

/// Questions about values, ranges and limits.
enum ValueQuestions {
  private static let sigmoid = try? Catalogue.activation(named: "sigmoid")
  private static let places = [-3.0, -2, -1, -0.5, 0, 0.5, 1, 2, 3]

  /// Builds choices of numbers that differ enough to be distinguished.
  private static func numbers(
    _ right: Double, _ wrong: [(value: Double, feedback: String)]
  ) -> [Choice]? {
    var taken = [right]
    var kept: [(text: String, feedback: String, function: String?)] = []
    for other in wrong where taken.allSatisfy({ abs($0 - other.value) > 0.03 }) {
      taken.append(other.value)
      kept.append((NumberNotation.short(other.value), other.feedback, nil))
    }
    return QuestionDraft.choices(NumberNotation.short(right), wrong: kept)
  }

  static func value(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    let function = functions.one(&random)
    let x = places.one(&random)
    let name = function.activation.name
    let at = NumberNotation.short(x)
    let choices = numbers(
      function(x),
      [
        (function.derivative(x), "That is the slope there, not the value."),
        (function(-x), "That is the value at \(NumberNotation.short(-x)): mind the sign."),
        (x, "That is x itself: only a linear unit returns it unchanged."),
        (max(0, x), "That is ReLU's value."),
        (sigmoid?.value(at: x) ?? 0.5, "That is the sigmoid's value."),
        (-x, "That is −x."), (0, "It is not 0 there."), (1, "It is not 1 there."),
      ])
    return choices.map {
      QuestionDraft(
        topic: .value, function: function.activation.id,
        front: "What is \(function.name) at \(at)?",
        choices: $0,
        explanation: "\(name) is \(function.activation.formula): at \(at) that is "
          + "\(NumberNotation.short(function(x))).")
    }
  }

  static func slope(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    let function = functions.one(&random)
    let x = places.one(&random)
    guard !function.kinks.contains(where: { $0.x == x }) else { return nil }
    let at = NumberNotation.short(x)
    let choices = numbers(
      function.derivative(x),
      [
        (function(x), "That is the value there, not the slope."),
        (
          function.derivative(-x),
          "That is the slope at \(NumberNotation.short(-x)): mind the sign."
        ),
        (1, "That would be a linear unit's slope."), (0, "It is not flat there."),
        (0.25, "That is the maximum of the sigmoid's slope."),
        (0.5, "That is half of a linear unit's slope."),
      ])
    return choices.map {
      QuestionDraft(
        topic: .slope, function: function.activation.id,
        front: "What is the slope of \(function.name) at \(at)?", choices: $0,
        explanation: "The slope is \(function.activation.derivativeFormula): at \(at) that is "
          + "\(NumberNotation.short(function.derivative(x))).")
    }
  }

  static func range(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    let order = functions.shuffled(using: &random)
    let right = order[0]
    let wrong = order.dropFirst().map { other in
      (
        text: "\(other.range)", feedback: "That is the range of \(other.activation.name).",
        function: String?.none
      )
    }
    return QuestionDraft.choices("\(right.range)", wrong: wrong).map {
      QuestionDraft(
        topic: .range, function: right.activation.id,
        front: "What is the range of \(right.name)?", choices: $0,
        explanation: "\(right.activation.name) is \(right.activation.formula). "
          + "Its range is \(right.range).")
    }
  }

  static func limit(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    let order = functions.shuffled(using: &random)
    let right = order[0]
    let isLeft = random.next() % 3 != 0
    let end = isLeft ? -Double.infinity : .infinity
    func text(_ function: BoundActivation) -> String {
      let limit = function(end)
      return limit.isFinite ? NumberNotation.short(limit) : limit > 0 ? "∞" : "−∞"
    }
    let side = isLeft ? "x → −∞" : "x → ∞"
    var wrong = order.dropFirst().map { other in
      (
        text: text(other), feedback: "That is the limit of \(other.activation.name).",
        function: String?.none
      )
    }
    wrong += ["∞", "−∞", "0", "1", "−1"].map { ($0, "That is not the limit.", nil) }
    return QuestionDraft.choices(text(right), wrong: wrong).map {
      QuestionDraft(
        topic: .limit, function: right.activation.id,
        front: "What is the limit of \(right.name) for \(side)?", choices: $0,
        explanation:
          "\(right.activation.name) is \(right.activation.formula): for \(side) its limit "
          + "is \(text(right)), and the limit of its slope is \(NumberNotation.short(right.derivative(end)))."
      )
    }
  }
}
