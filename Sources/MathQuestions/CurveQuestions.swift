import Activations
import Lessons
import Practice

/// Questions that show a curve.
enum CurveQuestions {
  static func whoseCurve(
    _ targets: [BoundActivation], of functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    draft(.curve, targets, functions, &random, front: "Which function is this?", derivative: .none)
  }

  static func whoseSlope(
    _ targets: [BoundActivation], of functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    draft(
      .slopeCurve, targets, functions, &random, front: "Which function has this slope?",
      derivative: .only)
  }

  private static func draft(
    _ topic: MathTopic, _ targets: [BoundActivation], _ functions: [BoundActivation],
    _ random: inout SeededGenerator, front: String,
    derivative: PlotFigure.Derivative
  ) -> QuestionDraft? {
    let ids = Set(targets.map(\.activation.id))
    let order = functions.shuffled(using: &random)
    guard let right = order.first(where: { ids.contains($0.activation.id) }) else { return nil }
    let others = order.filter { $0.activation.id != right.activation.id }
    let wrong = others.prefix(3).map { other in
      (
        text: other.activation.name, feedback: feedback(other, derivative),
        function: String?.some(other.activation.id)
      )
    }
    guard
      let choices = QuestionDraft.choices(
        right.activation.name, function: right.activation.id, wrong: wrong)
    else { return nil }
    return QuestionDraft(
      topic: topic, function: right.activation.id, front: front, choices: choices,
      explanation: traits(right, derivative),
      figure: PlotFigure(
        functions: [right.activation.id], x: -5...5, derivative: derivative))
  }

  private static func feedback(
    _ function: BoundActivation, _ derivative: PlotFigure.Derivative
  ) -> String {
    "That curve looks different: " + traits(function, derivative)
  }

  /// Recognisable features of a curve.
  private static func traits(
    _ function: BoundActivation, _ derivative: PlotFigure.Derivative
  ) -> String {
    let name = function.activation.name
    guard derivative == .only else {
      return "\(name) is \(function.activation.formula), with range \(function.range)."
    }
    let far = NumberNotation.short(function.derivative(.infinity))
    return "The slope of \(name) is \(NumberNotation.short(function.derivative(-1))) at −1, "
      + "\(NumberNotation.short(function.derivative(1))) at 1, and its limit on the right is \(far)."
  }

  /// Asks for the parameter of one member of a family of functions.
  static func whichParameter(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    let activation = functions.one(&random).activation
    guard let parameter = activation.comparedParameter else { return nil }
    let values = parameter.compared.shuffled(using: &random)
    func text(_ value: Double) -> String { "\(parameter.symbol) = \(NumberNotation.short(value))" }
    func word(_ value: Double) -> String { "\(activation.id):\(parameter.name)=\(value)" }
    func value(_ setting: Double, at x: Double) -> String {
      (try? activation.with([parameter.name: setting])).map { NumberNotation.short($0(x)) } ?? ""
    }
    let right = values[0]
    let wrong = values.dropFirst().map { other in
      (
        text: text(other),
        feedback: "With \(text(other)) it is \(value(other, at: -1)) at −1 and "
          + "\(value(other, at: 1)) at 1.",
        function: String?.some(word(other))
      )
    }
    guard let choices = QuestionDraft.choices(text(right), function: word(right), wrong: wrong)
    else { return nil }
    return QuestionDraft(
      topic: .parameter, function: activation.id,
      front: "This is \(activation.name), \(activation.formula). Which \(parameter.symbol)?",
      choices: choices,
      explanation: "With \(text(right)) it is \(value(right, at: -1)) at −1 and "
        + "\(value(right, at: 1)) at 1.",
      figure: PlotFigure(functions: [word(right)], x: -4...4, derivative: .none))
  }

  /// Asks to read a value off the drawing; the function stays unnamed until the answer.
  static func reading(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    let function = functions.one(&random)
    let x = [-2.0, -1, 0, 1, 2].one(&random)
    let right = (function(x) * 10).rounded() / 10
    // The right answer must be on the curve as drawn, and the others visibly off it.
    guard abs(right - function(x)) < 0.03 else { return nil }
    let wrong = [-2.0, -1, -0.5, 0, 0.5, 1, 2].map { right + $0 }.filter {
      abs($0 - right) >= 0.5
    }.shuffled(using: &random).map { other in
      (
        text: NumberNotation.short(other),
        feedback: "At \(NumberNotation.short(x)) the curve is "
          + "\(other > function(x) ? "lower" : "higher").", function: String?.none
      )
    }
    return QuestionDraft.choices(NumberNotation.short(right), wrong: wrong).map {
      QuestionDraft(
        topic: .reading, function: function.activation.id,
        front: "Read the curve: what is its value at x = \(NumberNotation.short(x))?",
        choices: $0,
        explanation: "This is \(function.activation.name), \(function.activation.formula): at "
          + "\(NumberNotation.short(x)) it is \(NumberNotation.short(function(x))).",
        figure: PlotFigure(
          functions: [function.activation.id], x: -3...3, y: -2...3, derivative: .none),
        asked: x)
    }
  }
}
