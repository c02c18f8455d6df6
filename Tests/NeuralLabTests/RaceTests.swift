import Activations
import Testing

@testable import NeuralLab

struct RaceTests {
  private let data = PlaneData.moons.dataset(count: 200)

  private func setup(epochs: Int = 4, rate: Double = 0.003) throws -> Race.Setup {
    Race.Setup(
      activations: try ["relu", "tanh"].map { try Catalogue.activation(named: $0).withDefaults },
      hidden: [8], optimiser: rate > 1 ? .sgd(momentum: 0.9) : .adam, rate: rate, epochs: epochs,
      seed: 3)
  }

  /// A runner whose clock moves on by half a millisecond whenever it is asked.
  private func runner() -> RaceRunner {
    var now = 0.0
    return RaceRunner {
      now += 0.5
      return now
    }
  }

  private func request(
    _ race: Int? = nil, _ setup: Race.Setup, milliseconds: Double = 5, pauseAtEpoch: Int? = nil,
    mapOf: Int = 0
  ) -> TrainingRequest {
    TrainingRequest(
      race: race, setup: setup, data: data, milliseconds: milliseconds,
      pauseAtEpoch: pauseAtEpoch, mapOf: mapOf)
  }

  @Test func slicesOfAnyLengthGiveEqualResults() throws {
    let setup = try setup()
    let runner = runner()
    var answer = try #require(runner.train(request(nil, setup, milliseconds: 2)))
    var slices = 1
    while !answer.progress.isOver, slices < 1000 {
      answer = try #require(runner.train(request(answer.race, setup, milliseconds: 2)))
      slices += 1
    }
    let whole = try #require(self.runner().train(request(nil, setup, milliseconds: 1e6)))
    #expect(slices > 3 && whole.progress.isOver)
    #expect(answer.progress.standings.map(\.results) == whole.progress.standings.map(\.results))
    #expect(answer.map == whole.map)
    #expect(whole.progress.standings.allSatisfy { $0.results.count == 4 && $0.milliseconds > 0 })
  }

  @Test func anUnknownRaceIsRestarted() throws {
    let setup = try setup()
    let runner = runner()
    let first = try #require(runner.train(request(nil, setup, milliseconds: 1e6)))
    let again = try #require(runner.train(request(nil, setup, milliseconds: 0)))
    #expect(again.race != first.race && again.progress.share == 0)
    // The networks of the first race no longer exist.
    let stale = try #require(runner.train(request(first.race, setup, milliseconds: 0)))
    #expect(stale.progress.share == 0)
    runner.endRace()
    let ended = try #require(runner.train(request(stale.race, setup, milliseconds: 0)))
    #expect(ended.race != stale.race)
  }

  @Test func allTraineesPauseAtTheRequestedEpoch() throws {
    let setup = try setup()
    let runner = runner()
    let answer = try #require(
      runner.train(request(nil, setup, milliseconds: 1e6, pauseAtEpoch: 2)))
    #expect(answer.progress.standings.map(\.results.count) == [2, 2])
    #expect(answer.progress.epoch == 2 && answer.progress.share == 0.5)
    #expect(answer.progress.secondsLeft ?? 0 > 0)
    let next = try #require(
      runner.train(request(answer.race, setup, milliseconds: 1e6, pauseAtEpoch: 2)))
    #expect(next.progress == answer.progress)
  }

  @Test func aRequestWithoutTimeTrainsNothingAndReturnsTheMap() throws {
    let setup = try setup()
    let runner = runner()
    let trained = try #require(runner.train(request(nil, setup, milliseconds: 1e6)))
    let other = try #require(runner.train(request(trained.race, setup, milliseconds: 0, mapOf: 1)))
    #expect(other.progress == trained.progress)
    #expect(other.map != nil && other.map != trained.map)
    let none = try #require(runner.train(request(trained.race, setup, milliseconds: 0, mapOf: 9)))
    #expect(none.map == nil)
  }

  @Test func theRateOfARequestAppliesImmediately() throws {
    let slow = try setup()
    var fast = slow
    fast.rate = 0.1
    let (one, other) = (runner(), runner())
    func end(_ runner: RaceRunner, _ setup: Race.Setup) throws -> [[EpochResult]] {
      let start = try #require(
        runner.train(request(nil, slow, milliseconds: 1e6, pauseAtEpoch: 1)))
      let end = try #require(runner.train(request(start.race, setup, milliseconds: 1e6)))
      return end.progress.standings.map(\.results)
    }
    let (calm, hasty) = (try end(one, slow), try end(other, fast))
    #expect(calm.map(\.first) == hasty.map(\.first) && calm.map(\.last) != hasty.map(\.last))
  }

  @Test func networksThatCannotBeMadeAreNotTrained() throws {
    var setup = try setup()
    setup.hidden = [0]
    #expect(throws: Model.BuildError.self) { try RaceProgress(atStartOf: setup, on: data) }
    #expect(runner().train(request(nil, setup)) == nil)
    #expect(throws: Model.BuildError.self) { try Race(setup, on: data) }
  }

  @Test func theMapShowsTheNetworksPredictions() throws {
    let model = try Model.mlp(
      inputs: 2, hidden: [8], outputs: 2, Catalogue.activation(named: "tanh").withDefaults)
    let trainee = Trainee(TrainingSetup(model), on: data)
    for _ in 0..<5 { trainee.train(steps: trainee.stepsInEpoch) }
    let map = DecisionMap(trainee)
    // Grid points are 0.07 apart; between them the map is an interpolation.
    for x in stride(from: -1.4, through: 1.4, by: 0.35) {
      for y in stride(from: -1.4, through: 1.4, by: 0.35) {
        let said = Double(trainee.probabilities([Float(x), Float(y)])[0])
        #expect((map.probability(x: x, y: y) - said).magnitude < 1e-5, "\(x), \(y)")
        let beside = Double(trainee.probabilities([Float(x + 0.03), Float(y - 0.02)])[0])
        let interpolated = map.probability(x: x + 0.03, y: y - 0.02)
        if (x + 0.03) < 1.4, (y - 0.02) > -1.4 { #expect((interpolated - beside).magnitude < 0.01) }
      }
    }
    #expect(map.probability(x: 9, y: -9) == map.probability(x: 1.4, y: -1.4))
    #expect(map.probability(x: .nan, y: 0).isFinite)
  }

  @Test func predictionMapsNeedPointsOfTwoClasses() throws {
    let images = Dataset(
      "images", shape: Model.Shape(height: 4, width: 4, channels: 1), classes: 3,
      inputs: (0..<480).map { Float($0 % 7) }, labels: (0..<30).map { Int32($0 % 3) })
    var request = request(nil, try setup())
    request.data = images
    let answer = try #require(runner().train(request))
    #expect(answer.map == nil && !answer.progress.standings.isEmpty)
  }
}
