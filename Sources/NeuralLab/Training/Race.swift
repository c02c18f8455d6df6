public import Activations

/// Networks that differ in their activation alone, trained from the same seed on the same batches.
public final class Race: @unchecked Sendable {
  /// What all contestants share.
  public struct Setup: Sendable {
    /// What the networks are made of.
    public enum Kind: String, CaseIterable, Sendable {
      case mlp, cnn
    }

    /// The contestants' activations, one to four.
    public var activations: [BoundActivation]
    /// The layers.
    public var kind: Kind
    /// Units of the hidden layers of an MLP.
    public var hidden: [Int]
    /// How weights follow their gradients.
    public var optimiser: OptimiserKind
    /// The learning rate.
    public var rate: Double
    /// Samples in a step.
    public var batch: Int
    /// Epochs to the end.
    public var epochs: Int
    /// Decides weights and order.
    public var seed: UInt64

    /// Makes a set-up.
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
  }

  /// What all contestants share.
  public let setup: Setup
  /// What they learn.
  public let data: Dataset
  /// The contestants.
  public let trainees: [Trainee]
  /// Milliseconds that each has trained, by the clock that was handed over.
  public private(set) var milliseconds: [Double]

  /// Brings the contestants to the start.
  ///
  /// - Throws: `Model.BuildError` if the networks cannot be made.
  public init(_ setup: Setup, on data: Dataset) throws(Model.BuildError) {
    self.setup = setup
    self.data = data
    var trainees: [Trainee] = []
    for activation in setup.activations {
      let model: Model
      switch setup.kind {
      case .mlp:
        model = try .mlp(
          inputs: data.shape.count, hidden: setup.hidden, outputs: data.classes, activation)
      case .cnn: model = try .cnn(input: data.shape, outputs: data.classes, activation)
      }
      trainees.append(
        Trainee(
          TrainingSetup(
            model, optimiser: setup.optimiser, rate: setup.rate, batch: setup.batch,
            seed: setup.seed), on: data))
    }
    self.trainees = trainees
    milliseconds = trainees.map { _ in 0 }
  }

  /// Whether every contestant has come to the end, or has left the track.
  public var isOver: Bool { trainees.allSatisfy(isDone) }

  private func isDone(_ trainee: Trainee) -> Bool {
    trainee.hasDiverged || trainee.results.count >= setup.epochs
  }

  /// Trains whoever is furthest behind, for some steps.
  ///
  /// - Parameters:
  ///   - steps: Steps at most; an epoch's end stops it.
  ///   - clock: Milliseconds of a clock that never goes back.
  public func advance(steps: Int, clock: () -> Double) {
    var behind: Int?
    for index in trainees.indices where !isDone(trainees[index]) {
      guard let other = behind else {
        behind = index
        continue
      }
      let (one, two) = (trainees[index], trainees[other])
      if (one.results.count, one.stepsDone) < (two.results.count, two.stepsDone) { behind = index }
    }
    guard let behind else { return }
    let start = clock()
    trainees[behind].train(steps: steps)
    milliseconds[behind] += clock() - start
  }
}

/// What several races with different seeds say about one contestant.
public struct Contestant: Sendable {
  /// Its activation's name.
  public let name: String
  /// The validation accuracy at the end, seed by seed; trainees that diverged are left out.
  public let accuracies: [Double]
  /// Seconds an epoch, the mean over all seeds.
  public let secondsPerEpoch: Double
  /// How many trainees diverged.
  public let diverged: Int

  /// Gathers a contestant's trainees.
  ///
  /// - Parameters:
  ///   - index: Its place in every race.
  ///   - races: Races with the same set-up but for their seeds, at least one.
  public init(_ index: Int, in races: [Race]) {
    name = races.first?.setup.activations[index].activation.name ?? ""
    accuracies = races.compactMap { race in
      race.trainees[index].hasDiverged ? nil : race.trainees[index].results.last?.validationAccuracy
    }
    diverged = races.count { $0.trainees[index].hasDiverged }
    let epochs = races.reduce(0) { $0 + $1.trainees[index].results.count }
    let time = races.reduce(0) { $0 + $1.milliseconds[index] }
    secondsPerEpoch = epochs == 0 ? 0 : time / 1000 / Double(epochs)
  }

  /// The mean accuracy; nil if every trainee diverged.
  public var mean: Double? {
    accuracies.isEmpty ? nil : accuracies.reduce(0, +) / Double(accuracies.count)
  }

  /// The standard deviation over seeds, with one less in the denominator; nil for fewer than two.
  public var deviation: Double? {
    guard let mean, accuracies.count > 1 else { return nil }
    let square = accuracies.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (square / Double(accuracies.count - 1)).squareRoot()
  }
}

/// What was seen in a race, honestly.
public enum RaceWords {
  /// One sentence a contestant, and one on what the differences are worth.
  ///
  /// - Parameters:
  ///   - contestants: Who ran.
  ///   - epochs: How far.
  /// - Returns: Sentences.
  public static func sentences(_ contestants: [Contestant], epochs: Int) -> [String] {
    var lines = contestants.map(line)
    let ranked = contestants.filter { $0.mean != nil }.sorted { ($0.mean ?? 0) > ($1.mean ?? 0) }
    guard let best = ranked.first, let last = ranked.last, ranked.count > 1,
      let top = best.mean, let bottom = last.mean
    else { return lines }
    let gap = (top - bottom) * 100
    let deviations = ranked.compactMap(\.deviation)
    guard deviations.count == ranked.count else {
      lines.append(
        gap < 0.05
          ? "They end level, from one seed. What several seeds spread is the ruler."
          : "\(best.name) is \(points(gap)) ahead of \(last.name), from one seed. Another seed may turn that "
            + "round: what several seeds spread is the ruler.")
      return lines
    }
    // The difference of two means, each known to within its deviation over the root of its seeds.
    let error =
      (square(best.deviation) / Double(best.accuracies.count)
      + square(last.deviation) / Double(last.accuracies.count)).squareRoot() * 100
    if gap <= 2 * error {
      lines.append(
        "Best and last are \(points(gap)) apart, within twice their standard error of \(points(error)): "
          + "that is noise, not a winner.")
    } else {
      let price =
        last.secondsPerEpoch > 0 ? (best.secondsPerEpoch / last.secondsPerEpoch - 1) * 100 : 0
      let percent = Int(min(abs(price), 1e9).rounded())
      let cost =
        percent < 3
        ? "at the same price"
        : price > 0 ? "for \(percent) % more time an epoch" : "in \(percent) % less time an epoch"
      lines.append(
        "\(best.name) beats \(last.name) by \(points(gap)), more than twice the standard error of "
          + "\(points(error)), \(cost).")
    }
    return lines
  }

  private static func square(_ number: Double?) -> Double { (number ?? 0) * (number ?? 0) }

  private static func points(_ number: Double) -> String {
    "\((number * 10).rounded() / 10) points"
  }

  private static func line(_ contestant: Contestant) -> String {
    guard let mean = contestant.mean else {
      return "\(contestant.name): diverged; its learning rate is too large."
    }
    let percent = (mean * 1000).rounded() / 10
    let spread = contestant.deviation.map { " ± \(($0 * 1000).rounded() / 10)" } ?? ""
    let lost = contestant.diverged > 0 ? ", \(contestant.diverged) diverged" : ""
    let time = (contestant.secondsPerEpoch * 10_000).rounded() / 10
    return "\(contestant.name): \(percent)\(spread) % right, \(time) ms an epoch\(lost)."
  }
}
