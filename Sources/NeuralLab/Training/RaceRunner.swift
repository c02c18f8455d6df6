/// A slice of training that a screen requests.
public struct TrainingRequest: Equatable, Sendable {
  /// The race to continue, identified by an earlier answer; nil starts a new one.
  public var race: Int?
  /// The setup of a new race.
  ///
  /// Its learning rate also applies to a continued race.
  public var setup: Race.Setup
  /// The data of a new race.
  public var data: Dataset
  /// Milliseconds of training; 0 only answers with the results so far.
  public var milliseconds: Double
  /// Stops when every contestant has finished this epoch, if that is before the end.
  public var pauseAtEpoch: Int?
  /// The index of the contestant whose decision map to return.
  public var mapOf: Int

  /// Makes a request.
  public init(
    race: Int?, setup: Race.Setup, data: Dataset, milliseconds: Double,
    pauseAtEpoch: Int? = nil, mapOf: Int
  ) {
    self.race = race
    self.setup = setup
    self.data = data
    self.milliseconds = milliseconds
    self.pauseAtEpoch = pauseAtEpoch
    self.mapOf = mapOf
  }
}

/// The results of a slice of training.
public struct TrainingAnswer: Equatable, Sendable {
  /// The identifier of the race for later requests.
  public let race: Int
  /// The results so far.
  public let progress: RaceProgress
  /// The requested decision map; nil if the data are not points of two classes.
  public let map: DecisionMap?
}

/// Holds the networks of one race and trains them, a slice of time for every request.
///
/// Screens hold only requests and answers, which are values.
public final class RaceRunner {
  private let clock: () -> Double
  private var race: Race?
  private var number = 0

  /// Makes a runner without a race.
  ///
  /// - Parameter clock: Milliseconds of a monotonic clock.
  public init(clock: @escaping () -> Double) {
    self.clock = clock
  }

  /// Trains until the time is over, the race is over, or every contestant has finished the requested epoch.
  ///
  /// - Returns: The results; nil if the networks of a new race cannot be built.
  public func train(_ request: TrainingRequest) -> TrainingAnswer? {
    guard let race = race(for: request) else { return nil }
    race.setRate(request.setup.rate)
    let end = clock() + request.milliseconds
    let lastEpoch = request.pauseAtEpoch ?? .max
    let steps = race.stepsInMillisecond
    while !race.isOver, !race.hasReached(epoch: lastEpoch), clock() < end {
      race.advance(steps: steps, clock: clock)
    }
    return TrainingAnswer(
      race: number, progress: race.progress, map: race.decisionMap(of: request.mapOf))
  }

  /// Frees the networks.
  public func endRace() { race = nil }

  private func race(for request: TrainingRequest) -> Race? {
    if let race, request.race == number { return race }
    number += 1
    race = try? Race(request.setup, on: request.data)
    return race
  }
}
