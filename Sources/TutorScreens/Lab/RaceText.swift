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
        spread: contestant.deviation.map { tenths($0 * 100) },
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
    case .noise(let gap, let error):
      Words.Race.Result.noise(points: tenths(gap), error: tenths(error))
    case .winner(let best, let last, let gap, let error, let extraTime):
      Words.Race.Result.winner(
        best: best, last: last, points: tenths(gap), error: tenths(error),
        extraTime: Int(min(max(extraTime * 100, -100), 1e9).rounded()))
    }
  }

  private static func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
