import Lessons
import Practice

/// Questions about the uncertainty of a difference between two networks.
enum CompareQuestions {
  /// What is computed from runs with a standard deviation.
  private enum Spread: CaseIterable { case mean, unpaired, paired, single, more }

  /// Runs of two networks.
  private struct Runs {
    var count: Int
    /// The standard deviation of single runs, in points.
    var deviation: Double
    /// The standard deviation of the differences between runs with equal seeds.
    var paired: Double

    func number(_ spread: Spread) -> Double {
      switch spread {
      case .mean: deviation / Double(count).squareRoot()
      case .unpaired: deviation * (2 / Double(count)).squareRoot()
      case .paired: paired / Double(count).squareRoot()
      case .single: deviation * 2.0.squareRoot()
      case .more: deviation * (2 / Double(4 * count)).squareRoot()
      }
    }
  }

  static func compare(_ random: inout SeededGenerator) -> AnswerSet? {
    let runs = Runs(
      count: [4, 8, 9, 16, 18, 25, 32, 50].one(&random),
      deviation: [0.2, 0.3, 0.4, 0.6, 0.8, 1.2].one(&random),
      paired: [0.1, 0.2, 0.3, 0.5].one(&random))
    guard runs.paired < runs.deviation,
      let drawn = Spread.allCases.draw(
        4, &random,
        apart: {
          let (one, other) = (runs.number($0), runs.number($1))
          return max(one, other) > 1.2 * min(one, other)
        })
    else { return nil }
    return random.next() % 2 == 0 ? errors(runs, drawn) : verdicts(runs, drawn, &random)
  }

  private static func setting(_ runs: Runs) -> String {
    "Two networks run with \(runs.count) seeds each. Single runs have a standard deviation of "
      + "\(NumberNotation.short(runs.deviation)) points, and differences between runs with the same seed "
      + "one of \(NumberNotation.short(runs.paired)). (√2 ≈ 1.41)"
  }

  private static func name(_ spread: Spread, _ runs: Runs) -> String {
    switch spread {
    case .mean: "the standard error of one network's mean"
    case .unpaired: "the standard error of the difference if the seeds are not paired"
    case .paired: "the standard error of the difference if equal seeds are paired"
    case .single: "the standard deviation of the difference of two single runs"
    case .more:
      "the standard error of the unpaired difference if there were \(4 * runs.count) seeds each"
    }
  }

  private static func formula(_ spread: Spread, _ runs: Runs) -> String {
    let (s, d) = (NumberNotation.short(runs.deviation), NumberNotation.short(runs.paired))
    return switch spread {
    case .mean: "\(s)/√\(runs.count)"
    case .unpaired: "\(s) · √(2/\(runs.count))"
    case .paired: "\(d)/√\(runs.count)"
    case .single: "\(s) · √2"
    case .more: "\(s) · √(2/\(4 * runs.count))"
    }
  }

  private static func errors(_ runs: Runs, _ drawn: [Spread]) -> AnswerSet? {
    let texts = NumberNotation.even(drawn.map { runs.number($0) }, decimals: 3)
    let spreads = Dictionary(zip(texts, drawn)) { first, _ in first }
    return AnswerSet(
      topic: .compare,
      answers: zip(texts, drawn).map { text, spread in
        AnswerSet.Answer(
          text: text, front: "\(setting(runs)) What is \(name(spread, runs))?",
          explanation:
            "\(formula(spread, runs)) = \(text). Averaging n runs divides a spread by √n; a "
            + "difference of two independent ones multiplies it by √2.",
          number: TypedNumber(value: runs.number(spread), tolerance: .relative(0.03)))
      },
      feedback: { asked, chosen in
        guard let right = spreads[asked.text], let wrong = spreads[chosen.text] else { return "" }
        return misconception(wrong, right, runs)
      })
  }

  private static func misconception(_ wrong: Spread, _ right: Spread, _ runs: Runs) -> String {
    "That is \(name(wrong, runs)), \(formula(wrong, runs)). "
      + (right == .paired
        ? "With paired seeds, only the differences count: start from their own spread."
        : right == .single
          ? "Single runs are not averaged: two independent spreads just add in squares."
          : "Decide first how many runs are averaged, and how many means are compared.")
  }

  /// Asks by how many standard errors two means differ, and whether that is a gain.
  private static func verdicts(
    _ runs: Runs, _ drawn: [Spread], _ random: inout SeededGenerator
  ) -> AnswerSet? {
    let gain = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.9].one(&random)
    let sizes = drawn.map { gain / runs.number($0) }
    // A verdict between 1.5 and 3.5 would depend on the number of seeds; one mean has no difference.
    guard sizes.allSatisfy({ !(1.5...3.5).contains($0) }), !drawn.contains(.mean) else {
      return nil
    }
    let texts = zip(NumberNotation.even(sizes, decimals: 1), sizes).map { text, size in
      "\(text) standard errors: \(size > 2 ? "a gain" : "noise")"
    }
    let spreads = Dictionary(zip(texts, drawn)) { first, _ in first }
    let mean = NumberNotation.short(gain)
    return AnswerSet(
      topic: .compare,
      answers: zip(texts, drawn).map { text, spread in
        let which =
          switch spread {
          case .paired: "The means differ by \(mean) points, and equal seeds are paired."
          case .single: "One run of each is picked; these two differ by \(mean) points."
          case .more:
            "With \(4 * runs.count) seeds each, not paired, the means differ by \(mean) points."
          case .mean, .unpaired:
            "The means differ by \(mean) points, and the seeds are not paired."
          }
        return AnswerSet.Answer(
          text: text, front: "\(setting(runs)) \(which) What is that?",
          explanation: "The standard error is \(formula(spread, runs)) = "
            + "\(NumberNotation.short(runs.number(spread))), and \(mean) is "
            + "\(NumberNotation.fixed(gain / runs.number(spread), 1)) of these. Beyond about 2 to 2.8, "
            + "depending on n, it is a gain.")
      },
      feedback: { asked, chosen in
        guard let right = spreads[asked.text], let wrong = spreads[chosen.text] else { return "" }
        return misconception(wrong, right, runs)
      })
  }
}
