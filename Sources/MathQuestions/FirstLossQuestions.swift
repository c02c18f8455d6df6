import Lessons
import Practice

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Questions about the first loss of a network and about the bias that lowers it.
enum FirstLossQuestions {
  private static func ln(_ number: Double) -> String { NumberNotation.fixed(log(number), 3) }

  static func loss(_ random: inout SeededGenerator) -> AnswerSet? {
    random.next() % 2 == 0 ? losses(&random) : meanings(&random)
  }

  /// Asks for the first loss with one of four numbers of classes.
  private static func losses(_ random: inout SeededGenerator) -> AnswerSet? {
    let counts = [2, 4, 5, 8, 10, 20, 50, 100, 200, 1000].shuffled(using: &random).prefix(4)
    let numbers = Dictionary(counts.map { (ln(Double($0)), $0) }) { first, _ in first }
    return AnswerSet(
      topic: .firstLoss,
      answers: counts.map { count in
        AnswerSet.Answer(
          text: ln(Double(count)),
          front:
            "An untrained classifier takes \(count) classes for equally likely. Where does its "
            + "cross-entropy start? (ln 2 ≈ 0.693, ln 10 ≈ 2.303)",
          explanation: "Each class gets 1/\(count), and −ln(1/\(count)) = ln \(count) ≈ "
            + "\(ln(Double(count))). A first loss far from ln K shows a fault before any training.",
          number: TypedNumber(value: log(Double(count)), tolerance: .absolute(0.01)))
      },
      feedback: { asked, chosen in
        guard let right = numbers[asked.text], let wrong = numbers[chosen.text] else { return "" }
        return
          "That is ln \(wrong), the start with \(wrong) classes; the first loss is not the same "
          + "number everywhere. With \(right) classes the true one gets 1/\(right) at first."
      })
  }

  /// Asks for one of the four numbers that describe an untrained classifier.
  private static func meanings(_ random: inout SeededGenerator) -> AnswerSet? {
    let count = [4, 5, 8, 10, 20, 50, 100].one(&random)
    let classes = Double(count)
    let start = "An untrained classifier takes \(count) classes for equally likely."
    let rows: [(value: Double, front: String, meaning: String, decimals: Int)] = [
      (
        log(classes), "\(start) Where does its cross-entropy start? (ln 2 ≈ 0.693, ln 10 ≈ 2.303)",
        "a cross-entropy, −ln of the probability of the true class", 3
      ),
      (
        1 / classes, "\(start) Which probability does the true class get?",
        "the probability of the true class", 3
      ),
      (
        1 - 1 / classes, "\(start) Which share of its answers is wrong?",
        "the share of wrong answers", 3
      ),
      (
        classes,
        "The first loss of a sound classifier is \(ln(classes)). How many classes has it? "
          + "(ln 2 ≈ 0.693, ln 10 ≈ 2.303)",
        "a number of classes", 0
      ),
    ]
    let texts = rows.map { NumberNotation.fixed($0.value, $0.decimals) }
    return AnswerSet(
      topic: .firstLoss,
      answers: zip(texts, rows).map { text, row in
        AnswerSet.Answer(
          text: text, front: row.front,
          explanation: "With \(count) equal classes each has probability "
            + "\(NumberNotation.short(1 / classes)), guesses are wrong in "
            + "\(NumberNotation.short(1 - 1 / classes)) of all cases, and the loss is "
            + "ln \(count) ≈ \(ln(classes)).",
          // Probabilities are exact; logarithms are rounded.
          number: TypedNumber(
            value: row.value,
            tolerance: .absolute(row.decimals == 0 ? 0 : row.value < 1 ? 0.001 : 0.01)))
      },
      feedback: { asked, chosen in
        guard let right = texts.firstIndex(of: asked.text),
          let wrong = texts.firstIndex(of: chosen.text)
        else { return "" }
        return "That is \(rows[wrong].meaning). Asked for is \(rows[right].meaning); with 2 equal "
          + "classes the four numbers are 0.5, 0.5, 0.693 and 2."
      })
  }

  // MARK: The bias of the output

  /// Asks for the bias that fits a base rate, or for the base rate that a bias means.
  static func bias(_ random: inout SeededGenerator) -> AnswerSet? {
    let rates = [(1, 100), (1, 50), (1, 20), (1, 10), (1, 5), (1, 4)].shuffled(using: &random)
    return random.next() % 2 == 0
      ? biases(rates.prefix(2).map { $0 }) : meanings(of: rates[0].1)
  }

  /// One over n as a share, as odds and as the bias ln of the odds.
  private struct Rate {
    var n: Int
    /// Whether the common class is the positive one.
    var isCommon: Bool

    var share: Double { isCommon ? 1 - 1 / Double(n) : 1 / Double(n) }
    var bias: Double { log(share / (1 - share)) }
    var percent: String { NumberNotation.fixed(100 * share, 0) + " %" }
    var odds: String { isCommon ? "\(n - 1) : 1" : "1 : \(n - 1)" }
  }

  private static func front(_ rate: Rate, _ given: [Int]) -> String {
    let logarithms = given.sorted().map { "ln \($0 - 1) ≈ \(ln(Double($0 - 1)))" }
    return
      "\(rate.percent) of the examples are positive. Which bias of the output lets a sigmoid start "
      + "at that share? (\(logarithms.joined(separator: ", ")))"
  }

  private static func explanation(_ rate: Rate) -> String {
    "The bias is the log-odds ln(π/(1 − π)). With \(rate.percent) the odds are \(rate.odds), so it is "
      + "\(NumberNotation.fixed(rate.bias, 3)): negative for a rare class."
  }

  private static func biases(_ rates: [(Int, Int)]) -> AnswerSet? {
    let all = rates.flatMap { rate in [false, true].map { Rate(n: rate.1, isCommon: $0) } }
    let texts = all.map { NumberNotation.fixed($0.bias, 3) }
    let meanings = Dictionary(zip(texts, all)) { first, _ in first }
    return AnswerSet(
      topic: .outputBias,
      answers: zip(texts, all).map { text, rate in
        AnswerSet.Answer(
          text: text, front: front(rate, rates.map(\.1)), explanation: explanation(rate),
          number: TypedNumber(value: rate.bias, tolerance: .absolute(0.01)))
      },
      feedback: { asked, chosen in
        guard let right = meanings[asked.text], let wrong = meanings[chosen.text] else { return "" }
        return wrong.n == right.n
          ? "That has the sign turned round: σ of it is \(wrong.percent), as if the classes had changed "
            + "places. At a bias of 0 both would start at 50 %."
          : "That fits a base rate of \(wrong.percent), with odds of \(wrong.odds). Take the odds of "
            + "this one, \(right.percent) against the rest, and then the logarithm."
      })
  }

  private static func meanings(of n: Int) -> AnswerSet? {
    let all = [false, true].map { Rate(n: n, isCommon: $0) }
    let numbers = all.map(\.bias) + all.map(\.share)
    let texts = numbers.map { NumberNotation.fixed($0, 3) }
    return AnswerSet(
      topic: .outputBias,
      answers: texts.indices.map { index in
        let rate = all[index % 2]
        return AnswerSet.Answer(
          text: texts[index],
          front: index < 2
            ? front(rate, [n])
            : "The output of a sigmoid has the bias \(texts[index - 2]) and nothing else yet. At which "
              + "probability does it start? (ln \(n - 1) ≈ \(ln(Double(n - 1))))",
          explanation: explanation(rate),
          number: TypedNumber(
            value: numbers[index], tolerance: .absolute(index < 2 ? 0.01 : 0.001)))
      },
      feedback: { asked, chosen in
        guard let right = texts.firstIndex(of: asked.text),
          let wrong = texts.firstIndex(of: chosen.text)
        else { return "" }
        if right < 2, wrong >= 2 {
          return
            "That is a probability. The bias is added before the sigmoid: put in as a bias, it "
            + "would give a share near 50 to 73 %, whatever the data say."
        }
        if right >= 2, wrong < 2 {
          return "That is a bias, a number before the sigmoid. A probability lies between 0 and 1: "
            + "σ(0) is 0.5, so ask on which side of it this one is."
        }
        return "That has the two classes the wrong way round. A bias of 0 means 50 %; below 0 the "
          + "positive class is the rare one, above 0 the common one."
      })
  }
}
