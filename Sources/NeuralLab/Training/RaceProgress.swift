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
  /// The number of samples that accuracies are measured on.
  public let validationCount: Int

  init(setup: Race.Setup, standings: [Standing], validationCount: Int) {
    self.setup = setup
    self.standings = standings
    self.validationCount = validationCount
  }

  /// A race before its first step.
  ///
  /// - Throws: `Model.BuildError` if the networks cannot be built.
  public init(atStartOf setup: Race.Setup, on data: Dataset) throws(Model.BuildError) {
    self.setup = setup
    standings = try setup.models(for: data).map { Standing(parameters: $0.parameters) }
    validationCount = data.validationCount
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
