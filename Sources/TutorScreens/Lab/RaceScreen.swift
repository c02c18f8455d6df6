import Activations
import Figures
public import NeuralLab
import Practice
public import TerminalUI
import Words

/// The training race: up to four activations, the same seed, the same batches, live.
public struct RaceScreen: Screen {
  public let name = Words.Race.name
  private(set) var setup: Race.Setup
  private(set) var data: Dataset
  private(set) var race: Race?
  private(set) var problem: String?
  private(set) var isPlaying = false
  private(set) var showsLoss = false
  /// The contestant whose boundary is drawn.
  private(set) var shown = 0
  /// Whether the end has been put on record.
  private var isKept = false

  /// Milliseconds of training between two looks at the keys.
  private static let slice = 20.0
  /// Products between two looks at the clock, about a millisecond's worth.
  private static let stepBudget = 2_000_000
  /// The epoch at which everybody stops, if that is not the end.
  private var pauseAtEpoch: Int?

  /// The contestants that one key leads through.
  private static let fields = [
    ["relu", "swish", "gelu"], ["sigmoid", "tanh", "relu"], ["relu", "leaky-relu", "elu", "selu"],
    ["linear", "relu"],
  ]
  private static let rates = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]

  /// Opens a race over spirals.
  init() {
    self.init(
      Race.Setup(activations: BoundActivation.named(Self.fields[0])),
      on: PlaneData.spirals.dataset())
  }

  /// Opens a race.
  ///
  /// - Parameters:
  ///   - setup: Who runs, and how.
  ///   - data: What is learnt.
  public init(_ setup: Race.Setup, on data: Dataset) {
    self.setup = setup
    self.data = data
    begin()
  }

  /// Brings everybody to the start.
  private mutating func begin() {
    (isPlaying, isKept, pauseAtEpoch) = (false, false, nil)
    do throws(Model.BuildError) {
      race = try Race(setup, on: data)
      problem = nil
    } catch {
      race = nil
      problem = Words.Race.impossible(error.words)
    }
  }

  public var tick: Int? { isPlaying && race?.isOver == false ? 4 : nil }

  /// What keys can do.
  public enum Action: Sendable {
    /// The race goes on, pauses, runs one epoch, begins anew.
    case play, epoch, restart
    /// Something else is raced.
    case data, contestants, seed, kind
    /// The learning rate goes to the next lower or higher one.
    case rate(Int)
    /// Something else is drawn.
    case curve, boundary
    /// The screen is left.
    case leave
  }

  public func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    typealias Does = Words.Race.Keys
    let goesOn = race?.isOver == false
    return [
      KeyBinding([.space], .play, isPlaying ? Does.pause : Does.play, footer: true, when: goesOn),
      KeyBinding(["."], .epoch, Does.epoch, footer: true, when: goesOn),
      KeyBinding(["r"], .restart, Does.restart, footer: true, when: hasBegun),
      KeyBinding(["n"], .data, Does.data, footer: true),
      KeyBinding(["x"], .contestants, Does.contestants),
      KeyBinding([(["["], .rate(-1)), (["]"], .rate(1))], Does.rate, footer: true),
      KeyBinding(["R"], .seed, Does.seed), KeyBinding(["m"], .kind, Does.kind),
      KeyBinding(["v"], .curve, showsLoss ? Does.accuracy : Does.loss),
      KeyBinding([.tab], .boundary, Does.boundary, when: setup.activations.count > 1),
      .back(.leave),
    ]
  }

  private var hasBegun: Bool {
    isPlaying || race?.trainees.contains { $0.stepsDone > 0 || !$0.results.isEmpty } == true
  }

  public mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    if event == .tick { train(context) }
    return Response(keep())
  }

  public mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    var response = perform(action, context)
    response.effects += keep()
    return response
  }

  /// Puts a race that has come to its end on record, once.
  private mutating func keep() -> [Effect] {
    guard !isKept, let race, race.isOver, !race.trainees.isEmpty else { return [] }
    isKept = true
    let lanes = race.trainees.indices.map { index in
      let contestant = Contestant(index, in: [race])
      return RaceResult.Lane(
        activation: setup.activations[index].activation.id, accuracy: contestant.mean,
        secondsPerEpoch: contestant.secondsPerEpoch)
    }
    return [
      .record(
        .race(
          RaceResult(
            data: data.name, model: setup.kind.rawValue, rate: setup.rate, epochs: setup.epochs,
            seed: setup.seed, lanes: lanes)))
    ]
  }

  /// Trains for a slice of time, so that keys never wait for longer.
  private mutating func train(_ context: AppContext) {
    guard isPlaying, let race, let model = race.trainees.first?.setup.model else { return }
    let end = context.clock() + Self.slice
    let steps = max(1, Self.stepBudget / max(1, model.products * setup.batch))
    // Where no clock goes, as in tests, a slice is so many portions.
    for _ in 0..<200 where !race.isOver {
      race.advance(steps: steps, clock: context.clock)
      if let pauseAtEpoch,
        race.trainees.allSatisfy({ $0.hasDiverged || $0.results.count >= pauseAtEpoch })
      {
        (isPlaying, self.pauseAtEpoch) = (false, nil)
        return
      }
      if context.clock() >= end { return }
    }
  }

  private mutating func perform(_ action: Action, _ context: AppContext) -> TutorResponse {
    switch action {
    case .play: (isPlaying, pauseAtEpoch) = (!isPlaying, nil)
    case .epoch: epoch(context)
    case .restart: begin()
    case .data: return nextData(context)
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
    case .boundary: shown = (shown + 1) % max(1, setup.activations.count)
    case .leave: return .pop
    }
    return .stay
  }

  /// Lets everybody run to the end of an epoch.
  private mutating func epoch(_ context: AppContext) {
    guard let race, !race.isOver else { return }
    pauseAtEpoch = (race.trainees.filter { !$0.hasDiverged }.map(\.results.count).min() ?? 0) + 1
    isPlaying = true
    train(context)
  }

  private mutating func turnRate(_ direction: Int) {
    let rates = Self.rates
    let next =
      direction > 0
      ? rates.first { $0 > setup.rate * 1.001 } : rates.last { $0 < setup.rate * 0.999 }
    setup.rate = next ?? setup.rate
    // Whoever runs goes on with it; what is at the start starts with it.
    for trainee in race?.trainees ?? [] { trainee.rate = setup.rate }
  }

  private mutating func nextField() {
    let ids = setup.activations.map(\.activation.id)
    let place = Self.fields.firstIndex(of: ids) ?? -1
    setup.activations = BoundActivation.named(Self.fields[(place + 1) % Self.fields.count])
    shown = 0
    begin()
  }

  private mutating func nextData(_ context: AppContext) -> TutorResponse {
    let planes = PlaneData.allCases
    let place = planes.firstIndex { $0.rawValue == data.name }
    setup.kind = .mlp
    if let place, place + 1 < planes.count {
      data = planes[place + 1].dataset()
    } else if place != nil {
      guard let digits = context.digits() else {
        data = planes[0].dataset()
        begin()
        return .perform(.tell(Words.Race.noDigits))
      }
      data = digits
    } else {
      data = planes[0].dataset()
    }
    begin()
    return .stay
  }

  /// Seconds that the race will take if it goes on as it went; nil at its beginning.
  var secondsLeft: Double? {
    guard let race else { return nil }
    let (share, spent) = (Self.share(of: race), race.milliseconds.reduce(0, +) / 1000)
    return share > 0 && spent > 0 ? spent * (1 - share) / share : nil
  }

  /// How much of a race is run, from 0 to 1.
  public static func share(of race: Race) -> Double {
    let done = race.trainees.reduce(0.0) { sum, trainee in
      guard !trainee.hasDiverged else { return sum + 1 }
      let epochs =
        Double(trainee.results.count) + Double(trainee.stepsDone) / Double(trainee.stepsInEpoch)
      return sum + min(1, epochs / Double(race.setup.epochs))
    }
    return done / Double(max(1, race.trainees.count))
  }
}
