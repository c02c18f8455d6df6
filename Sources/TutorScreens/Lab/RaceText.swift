public import NeuralLab
import Words

/// The results of races in sentences.
public enum RaceText {
  /// One sentence for each contestant.
  public static func lines(_ contestants: [Contestant]) -> [String] {
    contestants.map { contestant in
      guard let mean = contestant.mean else { return Words.Race.Result.diverged(contestant.name) }
      return Words.Race.Result.line(
        contestant.name, percent: tenths(mean * 100),
        error: contestant.standardError.map { tenths($0 * 100) },
        milliseconds: tenths(contestant.secondsPerEpoch * 1000), diverged: contestant.diverged)
    }
  }

  /// The significance of the difference between the best and the last contestant; nil if there is none.
  public static func verdict(_ contestants: [Contestant]) -> String? {
    switch RaceVerdict(contestants) {
    case nil: nil
    case .level: Words.Race.Result.level
    case .ahead(let best, let last, let gap):
      Words.Race.Result.ahead(best: best, last: last, points: tenths(gap))
    case .noise(let difference): Words.Race.Result.noise(words(difference))
    case .winner(let difference, let extraTime):
      Words.Race.Result.winner(
        words(difference), extraTime: Int(min(max(extraTime * 100, -100), 1e9).rounded()))
    }
  }

  private static func words(_ difference: PairedDifference) -> Words.Race.Result.Difference {
    Words.Race.Result.Difference(
      best: difference.best, last: difference.last, points: tenths(difference.gap),
      error: tenths(difference.error), needed: tenths(difference.needed), seeds: difference.seeds)
  }

  private static func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
