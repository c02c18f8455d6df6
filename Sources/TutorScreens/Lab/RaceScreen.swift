import Activations
import Figures
import NeuralLab
import Practice
import TerminalUI
import Words

/// The training race: up to four activations with the same seed and batches, live.
struct RaceScreen: Screen {
  let name = Words.Race.name
  private(set) var setup: Race.Setup
  private(set) var data: Dataset
  /// The results so far; nil if the networks cannot be built.
  private(set) var progress: RaceProgress?
  /// The predictions of the shown network in the plane; nil before the first step and for other data.
  private(set) var map: DecisionMap?
  /// The identifier of the race in answers; nil before the first step.
  private var race: Int?
  private(set) var problem: String?
  private var mode = Mode.paused
  private(set) var showsLoss = false
  /// The contestant whose boundary is drawn.
  private(set) var shown = 0
  /// Whether the result was recorded.
  private var isKept = false

  /// Milliseconds of training between two key checks.
  private static let slice = 20.0

  /// The state of training.
  private enum Mode: Equatable {
    case paused
    case running
    case runningUntil(epoch: Int)
  }

  /// The sets of contestants that one key cycles through.
  private static let fields = [
    ["relu", "swish", "gelu"], ["sigmoid", "tanh", "relu"], ["relu", "leaky-relu", "elu", "selu"],
    ["linear", "relu"],
  ]
  private static let rates = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]

  /// Opens a race on spirals.
  init() {
    self.init(
      Race.Setup(activations: BoundActivation.named(Self.fields[0])),
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

  /// Initialises all contestants.
  private mutating func begin() {
    (mode, isKept) = (.paused, false)
    (race, map) = (nil, nil)
    do throws(Model.BuildError) {
      progress = try RaceProgress(atStartOf: setup, on: data)
      problem = nil
    } catch {
      progress = nil
      problem = Words.Race.impossible(error.words)
    }
  }

  var isPlaying: Bool { mode != .paused }

  var tick: Int? { isPlaying && progress?.isOver == false ? 4 : nil }

  /// The actions of the keys.
  enum Action: Sendable {
    /// Starts or pauses the race, runs one epoch, or restarts.
    case play, epoch, restart
    /// Changes the data, the activations, the seed or the network.
    case data, contestants, seed, kind
    /// Selects the next lower or higher learning rate.
    case rate(Int)
    /// Changes what is drawn.
    case curve, boundary
    /// Leaves the screen.
    case leave
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    typealias Does = Words.Race.Keys
    let goesOn = progress?.isOver == false
    return [
      KeyBinding(
        "play", [.space], .play, isPlaying ? Does.pause : Does.play, footer: true, when: goesOn),
      KeyBinding("epoch", ["."], .epoch, Does.epoch, footer: true, when: goesOn),
      KeyBinding("restart", ["r"], .restart, Does.restart, footer: true, when: hasStarted),
      KeyBinding("data", ["n"], .data, Does.data, footer: true),
      KeyBinding("functions", ["x"], .contestants, Does.contestants),
      KeyBinding(
        [("decrease", ["["], .rate(-1)), ("increase", ["]"], .rate(1))], Does.rate, footer: true),
      KeyBinding("seed", ["R"], .seed, Does.seed), KeyBinding("network", ["m"], .kind, Does.kind),
      KeyBinding("measure", ["v"], .curve, showsLoss ? Does.accuracy : Does.loss),
      KeyBinding("boundary", [.tab], .boundary, Does.boundary, when: setup.activations.count > 1),
      .back(.leave),
    ]
  }

  private var hasStarted: Bool { isPlaying || race != nil }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    switch event {
    case .tick: return isPlaying ? train(for: Self.slice) : .stay
    case .answered(.trained(let answer)): return take(answer)
    case .answered(.digits(let digits)):
      data = digits ?? PlaneData.allCases[0].dataset()
      begin()
      return digits == nil ? .perform(.tell(Words.Race.noDigits)) : .stay
    case .appeared, .key, .pointer, .text: return .stay
    }
  }

  /// Requests training, or with 0 milliseconds only a map.
  private func train(for milliseconds: Double) -> TutorResponse {
    guard let progress, !progress.standings.isEmpty else { return .stay }
    var request = TrainingRequest(
      race: race, setup: setup, data: data, milliseconds: milliseconds, mapOf: shown)
    if case .runningUntil(let epoch) = mode { request.pauseAtEpoch = epoch }
    return .perform(.lab(.train(request)))
  }

  /// Shows the results of a slice; at the end of the race records them once.
  private mutating func take(_ answer: TrainingAnswer) -> TutorResponse {
    race = answer.race
    progress = answer.progress
    map = answer.map
    if case .runningUntil(let epoch) = mode, answer.progress.hasReached(epoch: epoch) {
      mode = .paused
    }
    guard answer.progress.isOver, !isKept else { return .stay }
    isKept = true
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

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .play: mode = isPlaying ? .paused : .running
    case .epoch: return epoch()
    case .restart: begin()
    case .data: return nextData()
    case .contestants: nextField()
    case .seed:
      setup.seed += 1
      begin()
    case .kind:
      guard data.shape.height > 1 else {
        return .perform(.tell(Words.Race.noImages(context.keyNames)))
      }
      setup.kind = setup.kind == .mlp ? .cnn : .mlp
      begin()
    case .rate(let direction): turnRate(direction)
    case .curve: showsLoss.toggle()
    case .boundary:
      shown = (shown + 1) % max(1, setup.activations.count)
      return race == nil ? .stay : train(for: 0)
    case .leave: return TutorResponse([.lab(.endTraining)], then: .pop)
    }
    return .stay
  }

  /// Runs all contestants to the end of an epoch.
  private mutating func epoch() -> TutorResponse {
    guard let progress, !progress.isOver else { return .stay }
    mode = .runningUntil(epoch: progress.epoch + 1)
    return train(for: Self.slice)
  }

  private mutating func turnRate(_ direction: Int) {
    let rates = Self.rates
    let next =
      direction > 0
      ? rates.first { $0 > setup.rate * 1.001 } : rates.last { $0 < setup.rate * 0.999 }
    setup.rate = next ?? setup.rate
  }

  private mutating func nextField() {
    let ids = setup.activations.map(\.activation.id)
    let place = Self.fields.firstIndex(of: ids) ?? -1
    setup.activations = BoundActivation.named(Self.fields[(place + 1) % Self.fields.count])
    shown = 0
    begin()
  }

  /// Switches to the next data set; digits are requested first and used when they arrive.
  private mutating func nextData() -> TutorResponse {
    let planes = PlaneData.allCases
    setup.kind = .mlp
    if let place = planes.firstIndex(where: { $0.rawValue == data.name }) {
      guard place + 1 < planes.count else { return .perform(.lab(.loadDigits)) }
      data = planes[place + 1].dataset()
    } else {
      data = planes[0].dataset()
    }
    begin()
    return .stay
  }
}
