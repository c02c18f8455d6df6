import Activations
import Lessons
import Practice

/// Questions about gradients.
enum GradientQuestions {
  /// Asks for the one input where less than a hundredth of the gradient passes; much more passes at the others.
  static func saturation(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    let function = functions.one(&random)
    let places = (-9...9).map(Double.init).shuffled(using: &random)
    func slope(_ x: Double) -> Double { function.derivative(x).magnitude }
    let corners = function.kinks.map(\.x)
    guard let flat = places.first(where: { slope($0) < 0.01 && !corners.contains($0) }) else {
      return nil
    }
    let steep = places.filter { slope($0) > 0.05 && !corners.contains($0) }.prefix(3)
    let wrong = steep.map { x in
      (
        text: "x = \(NumberNotation.short(x))",
        feedback: "There the slope is \(NumberNotation.short(function.derivative(x))).",
        function: String?.none
      )
    }
    return QuestionDraft.choices("x = \(NumberNotation.short(flat))", wrong: Array(wrong)).map {
      QuestionDraft(
        topic: .saturation, function: function.activation.id,
        front: "Where does \(function.name) pass less than 1 % of the gradient?", choices: $0,
        explanation: "At x = \(NumberNotation.short(flat)) the slope is "
          + (slope(flat) == 0 ? "0" : NumberNotation.scientific(slope(flat))) + ": "
          + "almost no gradient passes.")
    }
  }

  /// Asks for the product of equal slopes.
  static func product(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    let function = functions.one(&random)
    let x = [-2.0, -1, -0.5, 0, 0.5, 1, 2].one(&random)
    let layers = [5, 10, 20].one(&random)
    let slope = function.derivative(x).magnitude
    guard slope > 0.02, abs(slope - 1) > 0.05, !function.kinks.contains(where: { $0.x == x })
    else { return nil }
    func power(_ base: Double, _ count: Int) -> Double {
      (0..<count).reduce(1) { product, _ in product * base }
    }
    let right = power(slope, layers)
    let candidates: [(value: Double, feedback: String)] = [
      (slope * Double(layers), "Slopes multiply; they do not add up."),
      (slope / Double(layers), "Each layer multiplies the gradient; nothing is divided."),
      (slope, "That is the factor of one layer."),
      (power(slope, layers / 2), "That is the factor of half of the layers."),
      (power(function(x).magnitude, layers), "That multiplies values, not slopes."),
      (1, "It would be 1 only with slope 1."),
    ]
    var taken = [right]
    var wrong: [(text: String, feedback: String, function: String?)] = []
    for other in candidates where other.value > 0 {
      // Answers must differ by more than a factor of 1.5, or rounding would decide.
      guard taken.allSatisfy({ max($0, other.value) > 1.5 * min($0, other.value) }) else {
        continue
      }
      taken.append(other.value)
      wrong.append((NumberNotation.scientific(other.value), other.feedback, nil))
    }
    return QuestionDraft.choices(NumberNotation.scientific(right), wrong: wrong).map {
      QuestionDraft(
        topic: .product, function: function.activation.id,
        front:
          "\(layers) layers of \(function.name), each at x = \(NumberNotation.short(x)), weights 1: "
          + "by what factor is a gradient multiplied?",
        choices: $0,
        explanation:
          "The slope there is \(NumberNotation.short(slope)), and \(NumberNotation.short(slope)) to the "
          + "power of \(layers) is \(NumberNotation.scientific(right)).")
    }
  }

  /// Asks how a ReLU unit responds to inputs from an interval.
  static func unit(_ random: inout SeededGenerator) -> QuestionDraft? {
    let weight = [-3.0, -2, -1, 1, 2, 3].one(&random)
    let bias = Double(Int(random.next() % 25)) - 12
    let low = Double(Int(random.next() % 5)) - 2
    let high = low + 1 + Double(Int(random.next() % 3))
    let ends = [weight * low + bias, weight * high + bias]
    let (least, most) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    // An interval that ends at 0 has no clear answer.
    guard least != 0, most != 0 else { return nil }
    let answers = [
      (
        text: "It is dead: always 0, no gradient", holds: most < 0,
        feedback: "Its pre-activation exceeds 0, up to \(NumberNotation.short(most))."
      ),
      (
        text: "It is always active: a linear unit", holds: least > 0,
        feedback:
          "Its pre-activation goes down to \(NumberNotation.short(least)), where it gives 0."
      ),
      (
        text: "It is active for some of them", holds: least < 0 && most > 0,
        feedback: most < 0
          ? "Its pre-activation never gets above \(NumberNotation.short(most))."
          : "Its pre-activation never gets below \(NumberNotation.short(least))."
      ),
    ]
    guard let right = answers.first(where: \.holds) else { return nil }
    let wrong = answers.filter { !$0.holds }.map {
      (text: $0.text, feedback: $0.feedback, function: String?.none)
    }
    let sign = bias < 0 ? "− \(NumberNotation.short(-bias))" : "+ \(NumberNotation.short(bias))"
    return QuestionDraft.choices(right.text, wrong: wrong).map {
      QuestionDraft(
        topic: .unit, function: nil,
        front:
          "A unit computes ReLU(\(NumberNotation.short(weight))x \(sign)), and every input x is "
          + "between \(NumberNotation.short(low)) and \(NumberNotation.short(high)). What is true of the unit?",
        choices: $0,
        explanation: "Its pre-activation is between \(NumberNotation.short(least)) and "
          + "\(NumberNotation.short(most)).")
    }
  }
}
