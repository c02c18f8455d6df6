import Activations

/// The results of one contestant over several races with different seeds.
public struct Contestant: Sendable {
  /// Its activation's name.
  public let name: String
  /// The final validation accuracy, race by race; nil where it diverged.
  let results: [Double?]
  /// Seconds per epoch, the mean over all seeds.
  public let secondsPerEpoch: Double
  /// The standard deviation of a single accuracy that rounding to whole samples alone causes.
  let rounding: Double

  /// Collects a contestant's results.
  ///
  /// - Parameters:
  ///   - index: Its index in every race.
  ///   - races: Races that differ only in their seeds, at least one.
  public init(_ index: Int, in races: [RaceProgress]) {
    name = races.first?.setup.activations[index].activation.name ?? ""
    let standings = races.map { $0.standings[index] }
    results = standings.map { $0.hasDiverged ? nil : $0.results.last?.validationAccuracy }
    let epochs = standings.reduce(0) { $0 + $1.results.count }
    let time = standings.reduce(0) { $0 + $1.milliseconds }
    secondsPerEpoch = epochs == 0 ? 0 : time / 1000 / Double(epochs)
    let samples = races.first?.validationCount ?? 0
    rounding = samples > 0 ? 1 / Double(samples) / 12.squareRoot() : 0
  }

  /// The final validation accuracy by seed, without diverged trainees.
  public var accuracies: [Double] { results.compactMap(\.self) }

  /// The number of diverged trainees.
  public var diverged: Int { results.count - accuracies.count }

  /// The mean accuracy; nil if every trainee diverged.
  public var mean: Double? {
    accuracies.isEmpty ? nil : accuracies.reduce(0, +) / Double(accuracies.count)
  }

  /// The standard error of the mean accuracy; nil for fewer than two seeds.
  public var standardError: Double? {
    accuracies.sampleVariance.map { ($0 / Double(accuracies.count)).squareRoot() }
  }
}

/// The difference of two contestants' accuracies, seed by seed, in percentage points.
public struct PairedDifference: Equatable, Sendable {
  /// The name of the contestant with the higher mean accuracy.
  public let best: String
  /// The name of the other one.
  public let last: String
  /// The mean difference.
  public let gap: Double
  /// The standard error of the mean difference.
  public let error: Double
  /// The smallest mean difference that is not noise.
  public let needed: Double
  /// The number of seeds with which neither contestant diverged.
  public let seeds: Int

  /// The probability that a race between equal contestants has a winner, at most.
  public static let falseWinners = 0.05

  /// Compares two contestants of the same races; nil with fewer than two common seeds.
  ///
  /// Student's t-test for paired samples, two-sided. Every pair of contestants could have been the best and the last, so
  /// the probability of a false winner is divided by the number of pairs (Bonferroni).
  ///
  /// - Parameters:
  ///   - best: The contestant with the higher mean accuracy.
  ///   - last: The other one.
  ///   - contestants: The number of contestants.
  init?(_ best: Contestant, _ last: Contestant, among contestants: Int) {
    let differences = zip(best.results, last.results).compactMap { one, other in
      one.flatMap { one in other.map { one - $0 } }
    }
    guard let variance = differences.sampleVariance else { return nil }
    seeds = differences.count
    let rounding = best.rounding * best.rounding + last.rounding * last.rounding
    (self.best, self.last) = (best.name, last.name)
    gap = differences.reduce(0, +) / Double(seeds) * 100
    error = (max(variance, rounding) / Double(seeds)).squareRoot() * 100
    let pairs = max(1, contestants * (contestants - 1) / 2)
    needed =
      error * StudentT.limit(outside: Self.falseWinners / Double(pairs), degrees: seeds - 1)
  }
}

/// The significance of the difference between the best and the last contestant.
public enum RaceVerdict: Equatable, Sendable {
  /// One seed; the gap is less than 0.05 percentage points.
  case level
  /// One seed, which is not conclusive; the gap is in percentage points.
  case ahead(best: String, last: String, gap: Double)
  /// Several seeds; the difference is too small for its standard error.
  case noise(PairedDifference)
  /// Several seeds; the difference is larger than that. `extraTime` is the best one's time for an epoch divided by the
  /// last one's, minus 1.
  case winner(PairedDifference, extraTime: Double)

  /// Judges a race; nil if fewer than two contestants finished.
  public init?(_ contestants: [Contestant]) {
    let ranked = contestants.filter { $0.mean != nil }.sorted { ($0.mean ?? 0) > ($1.mean ?? 0) }
    guard let best = ranked.first, let last = ranked.last, ranked.count > 1,
      let top = best.mean, let bottom = last.mean
    else { return nil }
    guard let difference = PairedDifference(best, last, among: contestants.count) else {
      let gap = (top - bottom) * 100
      self = gap < 0.05 ? .level : .ahead(best: best.name, last: last.name, gap: gap)
      return
    }
    if difference.gap <= difference.needed {
      self = .noise(difference)
    } else {
      self = .winner(
        difference,
        extraTime: last.secondsPerEpoch > 0
          ? best.secondsPerEpoch / last.secondsPerEpoch - 1 : 0)
    }
  }
}

extension [Double] {
  /// The sample variance; nil for fewer than two numbers.
  fileprivate var sampleVariance: Double? {
    guard count > 1 else { return nil }
    let mean = reduce(0, +) / Double(count)
    return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
  }
}
