import Activations
import Lessons
import Practice

/// Questions that ask for a point of a drawn curve.
enum PointQuestions {
  private static let windows = [-4.0...4.0, -3...3, -5...5, -6...2, -2...6]
  private static let levels = [-0.5, 0.25, 0.5, 0.75, 1, 2]

  /// A point of a curve, and the words for it.
  private struct Sought {
    var target: PointQuestion.Target
    /// The concept of the flashcard with the same fact.
    var concept: MathTopic
    /// Whether the curve is the slope's.
    var isSlope: Bool
    /// "lowest", "highest", or empty.
    var word: String
    var level = 0.0

    func curve(of function: BoundActivation) -> @Sendable (Double) -> Double {
      if isSlope { return { function.derivative($0) } }
      return { function($0) }
    }

    func front(_ name: String) -> String {
      let curve = isSlope ? "the slope of \(name)" : name
      return word.isEmpty
        ? "Where does \(curve) cross \(NumberNotation.short(level))?" : "Where is \(curve) \(word)?"
    }
  }

  private static func sought(_ random: inout SeededGenerator) -> Sought {
    let level = levels.one(&random)
    return [
      Sought(target: .minimum, concept: .range, isSlope: false, word: "lowest"),
      Sought(target: .maximum, concept: .slope, isSlope: true, word: "highest"),
      Sought(target: .minimum, concept: .slope, isSlope: true, word: "lowest"),
      Sought(
        target: .crosses(level), concept: .value, isSlope: false, word: "", level: level),
    ].one(&random)
  }

  /// Asks for the only point of a curve inside a window that is its lowest or highest, or at which it has a value.
  static func point(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    let function = functions.one(&random)
    let sought = sought(&random)
    let x = windows.one(&random)
    let curve = sought.curve(of: function)
    let search = CurveSearch(over: x, of: curve)
    let places =
      switch sought.target {
      case .minimum: search.lowest
      case .maximum: search.highest
      case .crosses(let level): search.crossings(of: level)
      }
    let tolerance = PointQuestion.usualTolerance(in: x)
    // A point at the edge of the plot is not seen as its lowest or highest.
    guard places.count == 1, let answer = places.first,
      min(answer - x.lowerBound, x.upperBound - answer) > 5 * tolerance
    else { return nil }
    let name = function.spokenLabel
    let question = PointQuestion(
      front: sought.front(name), target: sought.target, answer: answer, tolerance: tolerance,
      mistakes: mistakes(of: curve, at: answer, in: x, sought, tolerance))
    return QuestionDraft(
      topic: .point, function: function.activation.id, front: question.front, choices: [],
      explanation: explanation(function, answer, sought, curve),
      figure: PlotFigure(
        functions: [function.activation.id], x: x, y: height(of: curve, at: answer, in: x, sought),
        derivative: sought.isSlope ? .only : .none),
      point: question, taught: sought.concept)
  }

  private static func mistakes(
    of curve: (Double) -> Double, at answer: Double, in x: ClosedRange<Double>, _ sought: Sought,
    _ tolerance: Double
  ) -> [PointQuestion.Mistake] {
    var mistakes: [PointQuestion.Mistake] = []
    func add(_ place: Double, _ feedback: String) {
      let isFar = ([answer] + mistakes.map(\.x)).allSatisfy { abs($0 - place) > 2 * tolerance }
      if isFar, x.contains(place) {
        mistakes.append(PointQuestion.Mistake(x: place, feedback: feedback))
      }
    }
    let height = sought.isSlope ? "slope" : "value"
    func at(_ place: Double) -> String {
      "at x = \(NumberNotation.short(place)) the \(height) is \(NumberNotation.fixed(curve(place), 2))"
    }
    let aim = sought.word.isEmpty ? "the height asked for" : "the \(sought.word) one"
    add(
      -answer,
      "That is the mirror image of the right place; the sign of x got lost. Look: \(at(-answer)), "
        + "not \(aim).")
    if sought.word.isEmpty {
      add(
        sought.level,
        "You looked for the number on the x-axis. It is a height, so read it on the other axis: "
          + "\(at(sought.level)) instead.")
    } else {
      add(
        0,
        "You expected it where x is 0, in the middle. Follow the curve to both sides: \(at(0)), "
          + "not \(aim).")
    }
    return mistakes
  }

  private static func explanation(
    _ function: BoundActivation, _ answer: Double, _ sought: Sought, _ curve: (Double) -> Double
  ) -> String {
    let name = function.spoken.capitalisedFirst
    let (x, height) = (NumberNotation.short(answer), NumberNotation.short(curve(answer)))
    let place =
      sought.word.isEmpty
      ? "it crosses \(height) at x = \(x)"
      : sought.isSlope
        ? "its slope is \(sought.word) at x = \(x), where it is \(height)"
        : "it is \(sought.word) at x = \(x), where it is \(height)"
    return "\(name) is \(function.activation.formula): \(place)."
  }

  /// The range of y in which a flat extreme can be seen; nil if the whole curve shows it.
  private static func height(
    of curve: (Double) -> Double, at answer: Double, in x: ClosedRange<Double>, _ sought: Sought
  ) -> ClosedRange<Double>? {
    guard !sought.word.isEmpty else { return nil }
    let values = (0...PointQuestion.steps).map { curve(PointQuestion.place($0, in: x)) }
    guard let low = values.min(), let high = values.max() else { return nil }
    let extreme = curve(answer)
    let reach = 3 * max(abs(curve(answer - 1) - extreme), abs(curve(answer + 1) - extreme))
    guard reach > 0, high - low > 8.0 / 3 * reach else { return nil }
    let ends =
      sought.target == .minimum
      ? (extreme - reach / 3, extreme + reach) : (extreme - reach, extreme + reach / 3)
    // Round numbers make round labels.
    let (bottom, top) = ((ends.0 * 20).rounded(.down) / 20, (ends.1 * 20).rounded(.up) / 20)
    return PlotFigure.window(from: bottom, to: top)
  }
}
