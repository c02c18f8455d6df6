/// A slice of training that a screen asks for.
public struct TrainingRequest: Equatable, Sendable {
  /// The race to go on with, as an earlier answer named it; nil begins a new one.
  public var race: Int?
  /// How a new race is set up.
  ///
  /// Its rate is the learning rate from now on, also of a race that goes on.
  public var setup: Race.Setup
  /// What a new race learns.
  public var data: Dataset
  /// Milliseconds of training; 0 only answers with the results so far.
  public var milliseconds: Double
  /// Stops when every contestant has finished this epoch, if that is before the end.
  public var pauseAtEpoch: Int?
  /// The contestant whose decision map is wanted.
  public var mapOf: Int

  /// Asks for a slice.
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

/// What a slice of training has come to.
public struct TrainingAnswer: Equatable, Sendable {
  /// Names the race in later requests.
  public let race: Int
  /// The results so far.
  public let progress: RaceProgress
  /// The decision map that was asked for; nil if the data are no points of two classes.
  public let map: DecisionMap?
}

/// Holds the networks of one race and trains them, a slice of time for every request.
///
/// Screens hold requests and answers only, which are values.
public final class RaceRunner {
  private let clock: () -> Double
  private var race: Race?
  private var number = 0

  /// Makes a runner without a race.
  ///
  /// - Parameter clock: Milliseconds of a clock that never goes back.
  public init(clock: @escaping () -> Double) {
    self.clock = clock
  }

  /// Trains until the time is over, the race is, or every contestant has finished the epoch asked for.
  ///
  /// - Returns: The results; nil if the networks of a new race cannot be made.
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

  /// Lets go of the networks.
  public func endRace() { race = nil }

  private func race(for request: TrainingRequest) -> Race? {
    if let race, request.race == number { return race }
    number += 1
    race = try? Race(request.setup, on: request.data)
    return race
  }
}
