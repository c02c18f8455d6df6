import Lessons
import Practice

/// Questions about overflow and underflow.
enum NumericsQuestions {
  static func numerics(_ random: inout SeededGenerator) -> AnswerSet? {
    random.next() % 3 == 0 ? limits(&random) : results(&random)
  }

  // MARK: Results in float32

  /// A line of code whose result in float32 is none that mathematics would give.
  struct Line {
    var code: String
    /// "inf", "nan", "0.0" or "−inf".
    var result: String
    var reason: String
  }

  /// Lines with each result, for a number x at which they have it.
  static func lines(_ x: Int) -> [Line] {
    [
      Line(
        code: "exp(x)", result: "inf",
        reason: "float32 ends at 3.4 · 10³⁸, and eˣ passes that at x = 88.7"),
      Line(
        code: "-log(1 - sigmoid(x))", result: "inf",
        reason: "σ(\(x)) rounds to 1 from x = 16.6 on, and −log(0) is inf"),
      Line(
        code: "exp(x) / (1 + exp(x))", result: "nan",
        reason: "exp(\(x)) is inf, and inf/inf is nan"),
      Line(
        code: "exp(x) - exp(x)", result: "nan", reason: "exp(\(x)) is inf, and inf − inf is nan"),
      Line(
        code: "exp(-x) * log(exp(-x))", result: "nan",
        reason: "exp(−\(x)) is 0, log(0) is −inf, and 0 · (−inf) is nan"),
      Line(
        code: "exp(-x)", result: "0.0",
        reason: "exp(−\(x)) is below 10⁻⁴⁵, where float32 has only 0, from x = 104 on"),
      Line(
        code: "1 - sigmoid(x)", result: "0.0", reason: "σ(\(x)) rounds to 1 from x = 16.6 on"),
      Line(
        code: "-log(sigmoid(x))", result: "0.0",
        reason: "σ(\(x)) rounds to 1 from x = 16.6 on, and log(1) is 0"),
      Line(
        code: "log(1 - sigmoid(x))", result: "−inf",
        reason: "σ(\(x)) rounds to 1 from x = 16.6 on, and log(0) is −inf"),
      Line(
        code: "log(exp(-x))", result: "−inf",
        reason: "exp(−\(x)), below 10⁻⁴⁵, is 0, and log(0) is −inf"),
    ]
  }

  private static func results(_ random: inout SeededGenerator) -> AnswerSet? {
    let x = [120, 150, 200, 300, 500, 800, 1000].one(&random)
    let chosen = ["inf", "nan", "0.0", "−inf"].map { result in
      lines(x).filter { $0.result == result }.one(&random)
    }
    return AnswerSet(
      topic: .numerics,
      answers: chosen.map { line in
        AnswerSet.Answer(
          text: line.result,
          front: "x is \(x) in float32. What does `\(line.code)` give?",
          explanation: "Here \(line.reason).")
      },
      feedback: { _, wrong in
        misconception(wrong.text, x)
      })
  }

  private static func misconception(_ wrong: String, _ x: Int) -> String {
    switch wrong {
    case "inf":
      "You expected an overflow at the end. Go through it from the inside: which parts are too large "
        + "at x = \(x), which too small, and what do they make together?"
    case "nan":
      "You expected an undefined result. It takes 0/0, 0 · inf, inf/inf or inf − inf; follow the line "
        + "for x = \(x) and look whether one of these occurs."
    case "0.0":
      "You expected the small part to vanish and nothing else. Follow it at x = \(x): is a logarithm "
        + "or a quotient taken of what has become 0?"
    default:
      "You expected a logarithm of 0. Check whether there is one at x = \(x), and which sign stands "
        + "in front: log(0) itself is below every number."
    }
  }

  // MARK: Limits of formats

  private struct Limit {
    var text: String
    var front: String
    /// The end of "… from there on".
    var what: String
    var sum: String
  }

  private static let limits = [
    Limit(
      text: "about 11", front: "float16 ends at 65,504. From which x on is eˣ infinite in it?",
      what: "eˣ overflows in float16", sum: "ln 65,504 = 11.1"),
    Limit(
      text: "about 89", front: "float32 ends at 3.4 · 10³⁸. From which x on is eˣ infinite in it?",
      what: "eˣ overflows in float32", sum: "ln(3.4 · 10³⁸) = 88.7"),
    Limit(
      text: "about 710",
      front: "float64 ends at 1.8 · 10³⁰⁸. From which x on is eˣ infinite in it?",
      what: "eˣ overflows in float64", sum: "ln(1.8 · 10³⁰⁸) = 709.8"),
    Limit(
      text: "about 17",
      front: "float32 has 24 binary digits. From which x on does it round σ(x) to exactly 1?",
      what: "σ(x) rounds to 1 in float32", sum: "24 · ln 2 = 16.6"),
    Limit(
      text: "about 37",
      front: "float64 has 53 binary digits. From which x on does it round σ(x) to exactly 1?",
      what: "σ(x) rounds to 1 in float64", sum: "53 · ln 2 = 36.7"),
  ]

  private static func limits(_ random: inout SeededGenerator) -> AnswerSet? {
    let chosen = limits.shuffled(using: &random).prefix(4)
    return AnswerSet(
      topic: .numerics,
      answers: chosen.map { limit in
        AnswerSet.Answer(
          text: limit.text, front: "\(limit.front) (ln 2 ≈ 0.693, ln 10 ≈ 2.303)",
          explanation: "From \(limit.sum) on, \(limit.what): take the logarithm of the limit.")
      },
      feedback: { _, wrong in
        let other = chosen.first { $0.text == wrong.text }
        return
          "From there on, \(other?.what ?? ""): \(other?.sum ?? ""). Each format has limits of "
          + "its own; take the logarithm of the number in the question."
      })
  }
}
