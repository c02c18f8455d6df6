import Activations

/// The results of a race so far, as a value.
public struct RaceProgress: Equatable, Sendable {
  /// The results of one contestant.
  public struct Standing: Equatable, Sendable {
    /// Weights and biases of its network.
    public var parameters: Int
    /// The results of finished epochs.
    public var results: [EpochResult] = []
    /// Whether the loss has diverged.
    public var hasDiverged = false
    /// Epochs trained, including the fraction of the current one.
    public var epochsDone = 0.0
    /// Milliseconds trained.
    public var milliseconds = 0.0
  }

  /// The setup of the race.
  public let setup: Race.Setup
  /// The contestants in the order of `setup.activations`.
  public let standings: [Standing]

  init(setup: Race.Setup, standings: [Standing]) {
    self.setup = setup
    self.standings = standings
  }

  /// A race before its first step.
  ///
  /// - Throws: `Model.BuildError` if the networks cannot be built.
  public init(atStartOf setup: Race.Setup, on data: Dataset) throws(Model.BuildError) {
    self.setup = setup
    standings = try setup.models(for: data).map { Standing(parameters: $0.parameters) }
  }

  /// Whether every contestant has finished or diverged.
  public var isOver: Bool { hasReached(epoch: setup.epochs) }

  /// Whether every contestant has finished an epoch, or has diverged.
  public func hasReached(epoch: Int) -> Bool {
    standings.allSatisfy { $0.hasDiverged || $0.results.count >= epoch }
  }

  /// The number of epochs that every contestant still in the race has finished.
  public var epoch: Int { standings.filter { !$0.hasDiverged }.map(\.results.count).min() ?? 0 }

  /// The finished fraction of the race, from 0 to 1.
  public var share: Double {
    let done = standings.reduce(0) { sum, standing in
      sum + (standing.hasDiverged ? 1 : min(1, standing.epochsDone / Double(setup.epochs)))
    }
    return done / Double(max(1, standings.count))
  }

  /// Seconds to the end at the speed so far; nil at the beginning.
  public var secondsLeft: Double? {
    let (share, spent) = (share, standings.reduce(0) { $0 + $1.milliseconds } / 1000)
    return share > 0 && spent > 0 ? spent * (1 - share) / share : nil
  }
}

/// The results of one contestant over several races with different seeds.
public struct Contestant: Sendable {
  /// Its activation's name.
  public let name: String
  /// The final validation accuracy by seed, without diverged trainees.
  public let accuracies: [Double]
  /// Seconds per epoch, the mean over all seeds.
  public let secondsPerEpoch: Double
  /// The number of diverged trainees.
  public let diverged: Int

  /// Collects a contestant's results.
  ///
  /// - Parameters:
  ///   - index: Its index in every race.
  ///   - races: Races that differ only in their seeds, at least one.
  public init(_ index: Int, in races: [RaceProgress]) {
    name = races.first?.setup.activations[index].activation.name ?? ""
    let standings = races.map { $0.standings[index] }
    accuracies = standings.compactMap {
      $0.hasDiverged ? nil : $0.results.last?.validationAccuracy
    }
    diverged = standings.count(where: \.hasDiverged)
    let epochs = standings.reduce(0) { $0 + $1.results.count }
    let time = standings.reduce(0) { $0 + $1.milliseconds }
    secondsPerEpoch = epochs == 0 ? 0 : time / 1000 / Double(epochs)
  }

  /// The mean accuracy; nil if every trainee diverged.
  public var mean: Double? {
    accuracies.isEmpty ? nil : accuracies.reduce(0, +) / Double(accuracies.count)
  }

  /// The sample standard deviation over seeds; nil for fewer than two.
  public var deviation: Double? {
    guard let mean, accuracies.count > 1 else { return nil }
    let square = accuracies.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (square / Double(accuracies.count - 1)).squareRoot()
  }

  /// The square of the mean's standard error.
  fileprivate var squaredError: Double {
    guard let deviation else { return 0 }
    return deviation * deviation / Double(accuracies.count)
  }
}

/// The significance of the difference between the best and the last contestant.
public enum RaceVerdict: Equatable, Sendable {
  /// One seed; the gap is less than 0.05 percentage points.
  case level
  /// One seed, which is not conclusive; the gap is in percentage points.
  case ahead(best: String, last: String, gap: Double)
  /// Several seeds; the gap is within twice the standard error of the difference.
  case noise(gap: Double, error: Double)
  /// Several seeds; the gap is larger than that. `extraTime` is the best one's time for an epoch divided by the last
  /// one's, minus 1.
  case winner(best: String, last: String, gap: Double, error: Double, extraTime: Double)

  /// Judges a race; nil if fewer than two contestants finished.
  public init?(_ contestants: [Contestant]) {
    let ranked = contestants.filter { $0.mean != nil }.sorted { ($0.mean ?? 0) > ($1.mean ?? 0) }
    guard let best = ranked.first, let last = ranked.last, ranked.count > 1,
      let top = best.mean, let bottom = last.mean
    else { return nil }
    let gap = (top - bottom) * 100
    guard ranked.allSatisfy({ $0.deviation != nil }) else {
      self = gap < 0.05 ? .level : .ahead(best: best.name, last: last.name, gap: gap)
      return
    }
    let error = (best.squaredError + last.squaredError).squareRoot() * 100
    if gap <= 2 * error {
      self = .noise(gap: gap, error: error)
    } else {
      self = .winner(
        best: best.name, last: last.name, gap: gap, error: error,
        extraTime: last.secondsPerEpoch > 0
          ? best.secondsPerEpoch / last.secondsPerEpoch - 1 : 0)
    }
  }
}
