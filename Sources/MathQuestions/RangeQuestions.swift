import Activations
import Lessons
import Practice

/// Questions about ranges and limits.
enum RangeQuestions {
  /// Asks for the set of values of one of several functions.
  static func range(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> AnswerSet? {
    guard
      let drawn = functions.draw(
        min(4, Set(functions.map { "\($0.range)" }).count), &random,
        apart: { "\($0.range)" != "\($1.range)" }), drawn.count >= 3
    else { return nil }
    let owners = Dictionary(drawn.map { (text($0), $0) }) { first, _ in first }
    return AnswerSet(
      topic: .range,
      answers: drawn.map { function in
        AnswerSet.Answer(
          text: text(function),
          front: function.formulaFirst + "What is the range of \(function.spokenLabel)?",
          explanation: CurveFeature(function, .none).description
            + " A round bracket stands for an end that is never reached.",
          subject: function.activation.id)
      },
      feedback: { asked, chosen in
        guard let right = owners[asked.text], let wrong = owners[chosen.text] else { return "" }
        return "That is the range of \(wrong.spoken). " + refutation(of: wrong, for: right)
      })
  }

  private static func text(_ function: BoundActivation) -> String {
    "\(function.range)".replacing("-", with: "−")
  }

  /// A value that is in one of two ranges only.
  private static func refutation(
    of wrong: BoundActivation, for right: BoundActivation
  ) -> String {
    let places = [-1.0, 1, -2, 2, -3, 3, -5, 5, -10, 10, -50, 0, 50, -300]
    func far(_ function: BoundActivation, _ other: BoundActivation) -> Double? {
      places.first { x in
        let value = function(x)
        let ends = [other.range.lower.value, other.range.upper.value].compactMap { $0 }
        return !other.range.contains(value) && ends.allSatisfy { abs($0 - value) > 0.002 }
      }
    }
    if let x = far(right, wrong) {
      return
        "But \(right.spoken) also takes values outside it: at x = \(NumberNotation.short(x)) it "
        + "is \(NumberNotation.short(right(x))). Look for the lowest and the highest point."
    }
    if let x = far(wrong, right) {
      return
        "It contains \(NumberNotation.short(wrong(x))), which \(right.spoken) never reaches for "
        + "any x, however far out. Look for the lowest and the highest point."
    }
    return "The two differ only at an end: ask whether \(right.spoken) reaches that number, say at "
      + "x = 0, or only comes closer and closer."
  }

  /// Asks for the limit on the left of one of several functions, and for the side from which it is approached.
  static func limit(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> AnswerSet? {
    let count = min(4, Set(functions.map(limitText)).count)
    guard count >= 3,
      let drawn = functions.draw(count, &random, apart: { limitText($0) != limitText($1) })
    else { return nil }
    let owners = Dictionary(drawn.map { (limitText($0), $0) }) { first, _ in first }
    return AnswerSet(
      topic: .limit,
      answers: drawn.map { function in
        AnswerSet.Answer(
          text: limitText(function),
          front: function.formulaFirst
            + "Where does \(function.spokenLabel) go as x falls towards −∞?",
          explanation: reason(function),
          subject: function.activation.id)
      },
      feedback: { asked, chosen in
        guard let right = owners[asked.text], let wrong = owners[chosen.text] else { return "" }
        return "\(wrong.spoken.capitalisedFirst) does that, with "
          + "\(NumberNotation.fixed(wrong(-4), 3)) at x = −4. \(right.spoken.capitalisedFirst) is at "
          + "\(NumberNotation.fixed(right(-4), 3)) there: compare the size and the sign."
      })
  }

  /// The limit on the left and how it is approached.
  private static func limitText(_ function: BoundActivation) -> String {
    let limit = function(-.infinity)
    guard limit.isFinite else { return limit < 0 ? "to −∞" : "to ∞" }
    // Before the tail rounds to the limit itself.
    let tail = function(-12) - limit
    let side = tail > 0 ? ", from above" : tail < 0 ? ", from below" : ", exactly"
    return "to \(NumberNotation.short(limit))" + side
  }

  /// The factor that wins.
  private static func reason(_ function: BoundActivation) -> String {
    let start = "\(function.spoken.capitalisedFirst) is \(function.activation.formula): "
    let end = limitText(function)
    switch function.activation.id {
    case "swish", "gelu", "gelu-tanh", "mish":
      return start + "x grows only in proportion while the other factor shrinks exponentially and "
        + "wins, and x is negative, so it goes \(end)."
    case "sigmoid", "tanh", "elu", "selu", "softplus":
      return start + "the exponential vanishes on the left, and what is left over goes \(end)."
    default:
      return start + "follow the branch for negative x; it goes \(end)."
    }
  }
}

extension String {
  /// The text with a capital at its beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
