import Activations
import Figures
import NeuralLab
import Practice
import TerminalUI
import Words

/// The training race: up to four activations with the same seeds and batches, live.
///
/// Networks are trained as far as they are shown, an epoch at a time; a slice of training is an effect.
struct RaceScreen: Screen {
  let name = Words.Race.name
  private(set) var setup: Race.Setup
  private(set) var data: Dataset
  /// The results so far of the race with the first seed; nil if the networks cannot be built.
  private(set) var progress: RaceProgress?
  /// The predictions of the shown network in the plane; nil before the first step and for other data.
  private(set) var map: DecisionMap?
  /// The identifier of the race in answers; nil before its first step and after its networks are gone.
  private var race: Int?
  private(set) var problem: String?
  private(set) var mode = Mode.waiting
  /// The index of the contestant that the learner expects to lead.
  private(set) var guess: Int?
  /// Finished races, which differ in their seeds.
  private(set) var finished: [RaceProgress] = []
  /// The epoch that training may reach before it is shown.
  private var target = 0
  private var pace = 3
  private(set) var showsLoss = false
  /// The contestant whose boundary is drawn.
  private(set) var shown = 0
  /// The selected setting before the start.
  private(set) var setting = RaceSetting.data

  /// Milliseconds of training between two key checks.
  private static let slice = 20.0
  /// Epochs a second.
  private static let paces = [1, 2, 5, 10, 20, 40]
  /// The number of seeds of a comparison.
  static let seeds = 5

  enum Mode: Equatable {
    /// The settings can be changed, and the learner is asked who will lead.
    case waiting
    /// Shows epochs at the chosen pace.
    case running
    case paused
    /// Trains one epoch, or all the rest.
    case stepping, finishing
    case over
    /// Trains with the other seeds.
    case comparing
  }

  /// Opens a race on spirals.
  init() {
    self.init(
      Race.Setup(activations: BoundActivation.named(RaceSetting.fields[0])),
      on: PlaneData.spirals.dataset())
  }

  /// Opens a race.
  ///
  /// - Parameters:
  ///   - setup: The contestants and settings.
  ///   - data: The data to train on.
  init(_ setup: Race.Setup, on data: Dataset) {
    self.setup = setup
    self.data = data
    begin()
  }

  /// Goes back to the start.
  mutating func begin() {
    (mode, guess, target, shown) = (.waiting, nil, 0, 0)
    (race, map, finished) = (nil, nil, [])
    do throws(Model.BuildError) {
      progress = try RaceProgress(atStartOf: setup, on: data)
      problem = nil
    } catch {
      progress = nil
      problem = Words.Race.impossible(error.words)
    }
  }

  /// Whether training continues without a key.
  var isPlaying: Bool { tick != nil }

  var epochsASecond: Int { Self.paces[pace] }

  var tick: Int? {
    switch mode {
    case .waiting, .paused, .over: nil
    case .running: progress?.hasReached(epoch: target) == true ? 1000 / epochsASecond : 4
    case .stepping, .finishing, .comparing: 4
    }
  }

  /// Whether the boundary of another contestant can be drawn.
  var canSelectLane: Bool {
    race != nil && mode != .comparing && setup.activations.count > 1
  }

  /// The contestants with the leader first; diverged ones are last.
  var ranking: [Int] {
    guard let standings = progress?.standings else { return [] }
    func rank(_ index: Int) -> (Double, Double) {
      guard !standings[index].hasDiverged, let last = standings[index].results.last else {
        return (1, 0)
      }
      return (-last.validationAccuracy, last.validationLoss)
    }
    return standings.indices.sorted { rank($0) == rank($1) ? $0 < $1 : rank($0) < rank($1) }
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    switch event {
    case .tick: return isPlaying ? train() : .stay
    case .answered(.trained(let answer)): return take(answer)
    case .answered(.digits(let digits)):
      guard let digits else { return .perform(.tell(Words.Race.noDigits)) }
      use(digits)
      return .stay
    case .appeared, .key, .pointer, .text: return .stay
    }
  }

  /// Requests a slice of training.
  private mutating func train() -> TutorResponse {
    guard let progress, !progress.standings.isEmpty else { return .stay }
    if mode == .running, progress.hasReached(epoch: target) { target = progress.epoch + 1 }
    var request = request(milliseconds: Self.slice)
    if mode == .running || mode == .stepping { request.pauseAtEpoch = target }
    return .perform(.lab(.train(request)))
  }

  private func request(milliseconds: Double) -> TrainingRequest {
    var own = setup
    own.seed = setup.seed &+ UInt64(finished.count)
    return TrainingRequest(
      race: race, setup: own, data: data, milliseconds: milliseconds, mapOf: shown)
  }

  /// Shows the results of a slice; at the end of the race records them.
  private mutating func take(_ answer: TrainingAnswer) -> TutorResponse {
    race = answer.race
    if mode == .comparing {
      guard answer.progress.isOver else { return .stay }
      finished.append(answer.progress)
      (race, mode) = (nil, finished.count < Self.seeds ? .comparing : .over)
      return .stay
    }
    (progress, map) = (answer.progress, answer.map)
    if mode == .stepping, answer.progress.hasReached(epoch: target) { mode = .paused }
    guard answer.progress.isOver, mode != .over else { return .stay }
    (mode, finished) = (.over, [answer.progress])
    return .perform(.record(.race(result(of: answer.progress))))
  }

  private func result(of progress: RaceProgress) -> RaceResult {
    RaceResult(
      data: data.name, model: setup.kind.rawValue, rate: setup.rate, epochs: setup.epochs,
      seed: setup.seed,
      lanes: progress.standings.indices.map { index in
        let contestant = Contestant(index, in: [progress])
        return RaceResult.Lane(
          activation: setup.activations[index].activation.id, accuracy: contestant.mean,
          secondsPerEpoch: contestant.secondsPerEpoch)
      })
  }

  /// Starts the race, pauses it or continues it.
  mutating func play() { mode = mode == .running || mode == .finishing ? .paused : .running }

  mutating func start(expecting index: Int) {
    guess = index
    mode = .running
  }

  /// Runs all contestants to the end of an epoch.
  mutating func step() -> TutorResponse {
    guard let progress else { return .stay }
    (mode, target) = (.stepping, progress.epoch + 1)
    return train()
  }

  /// Runs all contestants to the end of the race.
  mutating func finish() { mode = .finishing }

  /// Repeats the race with other seeds.
  mutating func compare() { (mode, race) = (.comparing, nil) }

  mutating func changePace(_ step: Int) {
    pace = min(max(pace + step, 0), Self.paces.count - 1)
  }

  mutating func toggleMeasure() { showsLoss.toggle() }

  mutating func changeRate(_ direction: Int) {
    setup.rate = RaceSetting.rate(after: setup.rate, direction)
  }

  mutating func select(_ move: Move) -> TutorResponse {
    guard mode == .waiting else { return selectLane(move) }
    let all = RaceSetting.allCases
    setting = all[move.around(all.firstIndex(of: setting) ?? 0, of: all.count)]
    return .stay
  }

  /// Selects the lane above or below, whose boundary is then drawn.
  private mutating func selectLane(_ move: Move) -> TutorResponse {
    let ranking = ranking
    guard !ranking.isEmpty else { return .stay }
    shown = ranking[move.around(ranking.firstIndex(of: shown) ?? 0, of: ranking.count)]
    return .perform(.lab(.train(request(milliseconds: 0))))
  }

  /// Changes the selected setting.
  mutating func turn(_ direction: Int, _ context: AppContext) -> TutorResponse {
    switch setting {
    case .data: return turnData(direction)
    case .network:
      guard data.shape.height > 1 else { return .perform(.tell(Words.Race.noImages)) }
      setup.kind = setup.kind == .mlp ? .cnn : .mlp
    case .contestants:
      let place = RaceSetting.fields.firstIndex(of: setup.activations.map(\.activation.id))
      let count = RaceSetting.fields.count
      let next = place.map { ($0 + count + direction) % count } ?? 0
      setup.activations = BoundActivation.named(RaceSetting.fields[next])
    case .rate: changeRate(direction)
    case .seed: setup.seed = direction < 0 ? setup.seed - min(setup.seed, 1) : setup.seed &+ 1
    }
    begin()
    return .stay
  }

  /// Switches to the next data set; digits are requested first and used when they arrive.
  private mutating func turnData(_ direction: Int) -> TutorResponse {
    let planes = PlaneData.allCases
    let place = planes.firstIndex { $0.rawValue == data.name } ?? planes.count
    let next = (place + planes.count + 1 + direction) % (planes.count + 1)
    guard next < planes.count else { return .perform(.lab(.loadDigits)) }
    use(planes[next].dataset())
    return .stay
  }

  private mutating func use(_ data: Dataset) {
    self.data = data
    setup.kind = .mlp
    begin()
  }
}
