import Activations
import Lessons
import Practice

/// Questions that show a curve and ask for its name.
enum CurveQuestions {
  static func whoseCurve(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> AnswerSet? {
    names(.curve, functions, &random, front: "Which function is this?", derivative: .none)
  }

  static func whoseSlope(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> AnswerSet? {
    names(
      .slopeCurve, functions, &random, front: "Which function has this slope?", derivative: .only)
  }

  private static func names(
    _ topic: MathTopic, _ functions: [BoundActivation], _ random: inout SeededGenerator,
    front: String, derivative: PlotFigure.Derivative
  ) -> AnswerSet? {
    // One function of the catalogue levels off at 6 only.
    let window = [-5.0...5.0, -8...8].one(&random)
    let chosen = similar(functions, derivative, &random).map { CurveFeature($0, derivative) }
    let isDistinct = chosen.indices.allSatisfy { index in
      chosen.prefix(index).allSatisfy { chosen[index].gap(to: $0, over: window) > 0.04 }
    }
    guard chosen.count >= 3, isDistinct else { return nil }
    let features = Dictionary(
      chosen.map { ($0.function.activation.id, $0) }, uniquingKeysWith: { first, _ in first })
    return AnswerSet(
      topic: topic,
      answers: chosen.map { curve in
        let id = curve.function.activation.id
        return AnswerSet.Answer(
          text: curve.function.activation.name, front: front, explanation: curve.description,
          subject: id, curve: id,
          figure: PlotFigure(functions: [id], x: window, derivative: derivative))
      },
      feedback: { asked, chosen in
        guard let drawn = features[asked.subject ?? ""], let other = features[chosen.subject ?? ""]
        else { return "" }
        return other.missing(in: drawn, over: asked.figure?.x ?? window)
      })
  }

  /// Four functions: one at random, and three of the four that look most like it.
  private static func similar(
    _ functions: [BoundActivation], _ derivative: PlotFigure.Derivative,
    _ random: inout SeededGenerator
  ) -> [BoundActivation] {
    guard functions.count > 4 else { return functions }
    let shuffled = functions.shuffled(using: &random)
    let others = shuffled[0].twins(among: Array(shuffled.dropFirst()), derivative)
    return [shuffled[0]] + others.prefix(4).shuffled(using: &random).prefix(3)
  }

  /// Asks for the parameter of one member of a family of functions.
  static func whichParameter(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> AnswerSet? {
    let activation = functions.one(&random).activation
    guard let parameter = activation.comparedParameter else { return nil }
    let values = Array(parameter.compared.shuffled(using: &random).prefix(4))
    guard values.count >= 3 else { return nil }
    let members = values.compactMap { try? activation.with([parameter.name: $0]) }
    guard members.count == values.count else { return nil }
    // The members differ most on the left or where they bend.
    let x = [-1.0, 1].one(&random)
    let answers = zip(values, members).map { value, member in
      let text = "\(parameter.symbol) = \(NumberNotation.short(value))"
      let word = "\(activation.id):\(parameter.name)=\(value)"
      return AnswerSet.Answer(
        text: text,
        front: "This is \(activation.name), \(activation.formula). Which \(parameter.symbol)?",
        explanation: "Read one height and put it into the formula: with \(text) it is "
          + "\(NumberNotation.fixed(member(-1), 2)) at x = −1 and "
          + "\(NumberNotation.fixed(member(1), 2)) at x = 1.",
        subject: activation.id, curve: word,
        figure: PlotFigure(functions: [word], x: -4...4, derivative: .none))
    }
    let heights = Dictionary(
      zip(answers.map(\.text), members.map { $0 })
    ) { first, _ in first }
    return AnswerSet(
      topic: .parameter, answers: answers,
      feedback: { asked, chosen in
        guard let drawn = heights[asked.text], let other = heights[chosen.text] else { return "" }
        // Where the two members differ more.
        let place = [x, -x].max { abs(drawn($0) - other($0)) < abs(drawn($1) - other($1)) } ?? x
        let at = NumberNotation.short(place)
        return "You took it for \(chosen.text). With that, the formula gives "
          + "\(NumberNotation.fixed(other(place), 2)) at x = \(at); look at that place: this curve "
          + "is \(drawn(place) > other(place) ? "higher" : "lower") there."
      })
  }
}
