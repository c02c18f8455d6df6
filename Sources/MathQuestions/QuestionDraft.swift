import Activations
import Lessons

/// A question before it becomes a card.
struct QuestionDraft {
  var topic: MathTopic
  /// The id of the function, or fault, that it is about, if any.
  var function: String?
  var front: String
  /// The right choice first; none if the answer is a point.
  var choices: [Choice]
  var explanation: String
  /// The question without choices; nil if its answer is no number, or none that can be found without a calculator.
  var typed: NumericQuestion?
  /// The curve that is shown without its name.
  var figure: PlotFigure?
  /// The x at which the curve's value is asked for.
  var asked: Double?
  /// The question about a point of the curve.
  var point: PointQuestion?
  /// The concept of the flashcard with the same fact; nil if it is the topic.
  var taught: MathTopic?

  /// The concept of the flashcard with the same fact.
  var concept: MathTopic { taught ?? topic }
}

extension BoundActivation {
  /// Names that are written with a capital inside a sentence, although they are no abbreviations.
  private static let properNames: Set<String> = ["swish", "mish"]

  /// The name inside a sentence.
  var spoken: String {
    let name = activation.name
    let isProper =
      Self.properNames.contains(activation.id) || name.count(where: \.isUppercase) > 1
    return isProper ? name : name.prefix(1).lowercased() + name.dropFirst()
  }

  /// The name inside a sentence with the parameter values, such as "ELU (α = 1)".
  var spokenLabel: String { spoken + label.dropFirst(activation.name.count) }

  /// A sentence with the formula, followed by a blank; empty for the functions that the lesson is about.
  ///
  /// Nobody has to know the formulas of the others by heart.
  var formulaFirst: String {
    guard !activation.roles.contains(.basicQuestions) else { return "" }
    return "\(spokenLabel.capitalisedFirst) is \(activation.formula). "
  }
}
