public import Activations

/// Networks that differ only in their activation, trained from the same seed on the same batches.
///
/// A race must be used by one thread only; its ``progress`` is a value that can be passed to others.
public final class Race {
  public struct Setup: Equatable, Sendable {
    /// The kind of network.
    public enum Kind: String, CaseIterable, Sendable {
      case mlp, cnn
    }

    /// The contestants' activations, one to four.
    public var activations: [BoundActivation]
    /// The kind of network.
    public var kind: Kind
    /// Units of the hidden layers of an MLP.
    public var hidden: [Int]
    public var optimiser: OptimiserKind
    public var rate: Double
    /// Samples per step.
    public var batch: Int
    /// The number of epochs.
    public var epochs: Int
    /// The seed of weights and sample order.
    public var seed: UInt64

    public init(
      activations: [BoundActivation], kind: Kind = .mlp, hidden: [Int] = [32, 32],
      optimiser: OptimiserKind = .adam, rate: Double = 0.003, batch: Int = 32, epochs: Int = 40,
      seed: UInt64 = 0
    ) {
      self.activations = Array(activations.prefix(4))
      self.kind = kind
      self.hidden = hidden
      self.optimiser = optimiser
      self.rate = rate
      self.batch = batch
      self.epochs = max(1, epochs)
      self.seed = seed
    }

    /// The contestants' networks, before they have weights.
    func models(for data: Dataset) throws(Model.BuildError) -> [Model] {
      var models: [Model] = []
      for activation in activations {
        switch kind {
        case .mlp:
          models.append(
            try .mlp(
              inputs: data.shape.count, hidden: hidden, outputs: data.classes, activation))
        case .cnn: models.append(try .cnn(input: data.shape, outputs: data.classes, activation))
        }
      }
      return models
    }
  }

  private let setup: Setup
  private let data: Dataset
  private let trainees: [Trainee]
  /// Milliseconds that each contestant has trained, by the given clock.
  private var milliseconds: [Double]

  /// Initialises the contestants.
  ///
  /// - Throws: `Model.BuildError` if the networks cannot be built.
  public init(_ setup: Setup, on data: Dataset) throws(Model.BuildError) {
    self.setup = setup
    self.data = data
    trainees = try setup.models(for: data).map { model in
      Trainee(
        TrainingSetup(
          model, optimiser: setup.optimiser, rate: setup.rate, batch: setup.batch,
          seed: setup.seed), on: data)
    }
    milliseconds = trainees.map { _ in 0 }
  }

  /// The results so far.
  public var progress: RaceProgress {
    RaceProgress(
      setup: setup,
      standings: zip(trainees, milliseconds).map { trainee, milliseconds in
        RaceProgress.Standing(
          parameters: trainee.setup.model.parameters, results: trainee.results,
          hasDiverged: trainee.hasDiverged,
          epochsDone: Double(trainee.results.count)
            + Double(trainee.stepsDone) / Double(trainee.stepsInEpoch),
          milliseconds: milliseconds)
      }, validationCount: data.validationCount)
  }

  /// Whether every contestant has finished or diverged.
  public var isOver: Bool { hasReached(epoch: setup.epochs) }

  /// Whether every contestant has finished an epoch, or has diverged.
  func hasReached(epoch: Int) -> Bool {
    trainees.allSatisfy { $0.hasDiverged || $0.results.count >= epoch }
  }

  /// The number of steps that take about a millisecond, so that a caller can check the clock between calls.
  var stepsInMillisecond: Int {
    let products = trainees.first?.setup.model.products ?? 1
    return max(1, 2_000_000 / max(1, products * setup.batch))
  }

  /// Changes the learning rate of every contestant, from its next step on.
  func setRate(_ rate: Double) {
    for trainee in trainees { trainee.rate = rate }
  }

  /// Trains the contestant with the least progress for some steps.
  ///
  /// - Parameters:
  ///   - steps: The maximum number of steps; training stops at the end of an epoch.
  ///   - clock: Milliseconds of a monotonic clock.
  public func advance(steps: Int, clock: () -> Double) {
    var behind: Int?
    for index in trainees.indices {
      let trainee = trainees[index]
      if trainee.hasDiverged || trainee.results.count >= setup.epochs { continue }
      guard let other = behind.map({ trainees[$0] }) else {
        behind = index
        continue
      }
      if (trainee.results.count, trainee.stepsDone) < (other.results.count, other.stepsDone) {
        behind = index
      }
    }
    guard let behind else { return }
    let start = clock()
    trainees[behind].train(steps: steps)
    milliseconds[behind] += clock() - start
  }

  /// The predictions of a contestant's network in the plane; nil if the data are not points of two classes.
  func decisionMap(of index: Int) -> DecisionMap? {
    guard data.shape.count == 2, data.classes == 2, trainees.indices.contains(index) else {
      return nil
    }
    return DecisionMap(trainees[index])
  }
}
