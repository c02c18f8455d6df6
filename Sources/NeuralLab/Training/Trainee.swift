import Activations

/// The training settings of one contestant.
public struct TrainingSetup: Equatable, Sendable {
  /// The layers and the activation function.
  public var model: Model
  public var initialisation: Initialisation
  public var optimiser: OptimiserKind
  public var rate: Double
  /// Samples per step.
  public var batch: Int
  /// The seed of weights and sample order.
  public var seed: UInt64

  /// Clamps the batch to at least one sample.
  public init(
    _ model: Model, initialisation: Initialisation = .he, optimiser: OptimiserKind = .adam,
    rate: Double = 0.003, batch: Int = 32, seed: UInt64 = 0
  ) {
    self.model = model
    self.initialisation = initialisation
    self.optimiser = optimiser
    self.rate = rate
    self.batch = max(1, batch)
    self.seed = seed
  }
}

/// The results of an epoch.
public struct EpochResult: Equatable, Sendable, Codable {
  /// From 1.
  public var epoch: Int
  /// The mean loss over the epoch's batches, in nats.
  public var trainLoss: Double
  /// The mean loss on validation samples.
  public var validationLoss: Double
  /// The accuracy on validation samples.
  public var validationAccuracy: Double
  /// The length of the gradient at the epoch's last step.
  public var gradientNorm: Double
  /// The fraction of hidden units with slope 0 on every validation sample.
  public var deadUnits: Double
}

/// A network in training, in single precision; the result is reproducible.
///
/// A batch of an expensive model is split into two halves whose gradients are added, computed by up to two threads. The
/// number of threads changes the time but not the result. A step allocates nothing. Only one thread at a time may use
/// it.
public final class Trainee: @unchecked Sendable, HelpedWork {
  public let setup: TrainingSetup
  /// The learning rate, which may change between two steps.
  public var rate: Double
  /// The results of finished epochs.
  public private(set) var results: [EpochResult] = []
  /// Whether the loss exceeded the threshold or became NaN; such a trainee does not continue.
  public private(set) var hasDiverged = false
  /// The finished steps of the current epoch.
  public private(set) var stepsDone = 0
  /// Steps per epoch; samples that do not fill a batch are left out of the epoch.
  public let stepsInEpoch: Int
  private let data: Dataset
  private let network: Network<Float>
  /// The network for the second half of a batch; nil if batches are not split.
  private let second: Network<Float>?
  private let helper: HelperThread?
  private var secondLoss: Float = 0
  private let optimiser: Optimiser<Float>
  private var order: [Int]
  /// The classes of a batch, with separate parts for both halves.
  private let labels: UnsafeMutableBufferPointer<Int32>
  private var lossSum: Float = 0
  /// The number of validation samples per batch.
  private let judged = 64

  /// The loss in nats from which training does not recover; guessing costs ln of the number of classes.
  private static let divergenceThreshold: Float = 1e6

  /// The multiplications per sample from which a batch is split between two threads.
  private static let costly = 20_000

  /// Makes a trainee with initial weights.
  ///
  /// - Parameters:
  ///   - setup: The training settings.
  ///   - data: The data to train on.
  ///   - threads: The maximum number of threads; the result does not depend on it.
  public init(_ setup: TrainingSetup, on data: Dataset, threads: Int = 2) {
    self.setup = setup
    self.data = data
    rate = setup.rate
    let batch = min(setup.batch, max(1, data.trainCount))
    network = Network(
      setup.model, batch: max(batch, judged), initialisation: setup.initialisation,
      seed: setup.seed)
    let isHalved = setup.model.products >= Self.costly && batch >= 2
    second = isHalved ? Network(sharing: network, batch: batch) : nil
    helper = isHalved && threads > 1 ? HelperThread() : nil
    optimiser = Optimiser(setup.optimiser, parameters: setup.model.parameters)
    stepsInEpoch = max(1, data.trainCount / batch)
    labels = .allocate(capacity: max(batch, judged))
    labels.initialize(repeating: 0)
    order = Array(0..<data.trainCount)
    results.reserveCapacity(1000)
    shuffle()
  }

  deinit { labels.deallocate() }

  private var batch: Int { min(setup.batch, max(1, data.trainCount)) }

  private func shuffle() {
    LabRandom(seed: setup.seed, stream: 9000 + UInt64(results.count)).permute(&order)
  }

  /// Trains for some steps, or until the end of the epoch, whose result is then appended.
  ///
  /// - Parameter most: The maximum number of steps.
  /// - Returns: Whether an epoch has ended.
  @discardableResult
  public func train(steps most: Int) -> Bool {
    guard !hasDiverged, data.trainCount > 0 else { return false }
    for _ in 0..<most {
      step()
      if hasDiverged { return false }
      if stepsDone == stepsInEpoch {
        finishEpoch()
        return true
      }
    }
    return false
  }

  private func step() {
    let first = second == nil ? batch : batch / 2
    var loss: Float = 0
    if let helper {
      helper.run(self) { loss = pass(network, from: 0, count: first) }
    } else {
      loss = pass(network, from: 0, count: first)
      help()
    }
    if let second {
      loss += secondLoss
      let (sum, part) = (network.gradients, second.gradients)
      for index in 0..<sum.count { sum[index] += part[index] }
    }
    guard loss < Self.divergenceThreshold else {
      hasDiverged = true
      return
    }
    lossSum += loss
    optimiser.step(network.parameters, network.gradients, rate: Float(rate))
    stepsDone += 1
  }

  /// Processes the second half of the batch.
  func help() {
    guard let second else { return }
    secondLoss = pass(second, from: batch / 2, count: batch - batch / 2)
  }

  /// Runs part of the batch forward and backward; returns its part of the batch's mean loss.
  private func pass(_ network: Network<Float>, from start: Int, count: Int) -> Float {
    let width = data.shape.count
    guard let input = network.input.baseAddress, let logits = network.logits.baseAddress,
      let slopes = network.logitGradient.baseAddress
    else { return 0 }
    data.trainInputs.withUnsafeBufferPointer { samples in
      guard let samples = samples.baseAddress else { return }
      for place in 0..<count {
        let sample = order[stepsDone * batch + start + place]
        (input + place * width).update(from: samples + sample * width, count: width)
      }
    }
    for place in 0..<count {
      labels[start + place] = data.trainLabels[order[stepsDone * batch + start + place]]
    }
    network.forward(count)
    guard let classes = labels.baseAddress else { return 0 }
    let loss = LossHead.crossEntropy(
      logits, classes: classes + start, samples: count, of: batch, outputs: data.classes,
      slopes: slopes
    ).loss
    network.backward(count)
    return loss
  }

  private func finishEpoch() {
    let norm = network.gradients.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
    let judged = judge()
    if !(judged.loss < Double(Self.divergenceThreshold)) { hasDiverged = true }
    results.append(
      EpochResult(
        epoch: results.count + 1, trainLoss: Double(lossSum) / Double(stepsInEpoch),
        validationLoss: judged.loss, validationAccuracy: judged.accuracy,
        gradientNorm: Double(norm), deadUnits: judged.dead))
    (stepsDone, lossSum) = (0, 0)
    shuffle()
  }

  /// Loss and accuracy on validation samples, and the fraction of dead units.
  private func judge() -> (loss: Double, accuracy: Double, dead: Double) {
    let (width, count) = (data.shape.count, data.validationCount)
    guard count > 0, let input = network.input.baseAddress,
      let logits = network.logits.baseAddress, let slopes = network.logitGradient.baseAddress
    else { return (0, 0, 0) }
    var (loss, right) = (0.0, 0)
    var alive = AliveUnits(setup.model)
    for start in stride(from: 0, to: count, by: judged) {
      let size = min(judged, count - start)
      data.validationInputs.withUnsafeBufferPointer { samples in
        guard let samples = samples.baseAddress else { return }
        input.update(from: samples + start * width, count: size * width)
      }
      for place in 0..<size { labels[place] = data.validationLabels[start + place] }
      network.forward(size)
      guard let classes = labels.baseAddress else { break }
      let found = LossHead.crossEntropy(
        logits, classes: classes, samples: size, of: size, outputs: data.classes, slopes: slopes)
      loss += Double(found.loss) * Double(size)
      right += found.right
      alive.look(at: network, samples: size)
    }
    return (loss / Double(count), Double(right) / Double(count), alive.deadShare)
  }

  /// The predicted probabilities of each class, sample by sample.
  ///
  /// - Parameter points: Inputs, sample by sample.
  /// - Returns: One probability per class for every sample.
  public func probabilities(_ points: [Float]) -> [Float] {
    let (width, count) = (data.shape.count, points.count / max(1, data.shape.count))
    let classes = data.classes
    var result: [Float] = []
    result.reserveCapacity(count * classes)
    guard let input = network.input.baseAddress else { return [] }
    for start in stride(from: 0, to: count, by: judged) {
      let size = min(judged, count - start)
      points.withUnsafeBufferPointer { points in
        guard let points = points.baseAddress else { return }
        input.update(from: points + start * width, count: size * width)
      }
      network.forward(size)
      for sample in 0..<size {
        let row = network.logits[(sample * classes)..<((sample + 1) * classes)]
        let greatest = row.max() ?? 0
        var sum: Float = 0
        for logit in row {
          result.append(Float.exponential(logit - greatest))
          sum += result[result.count - 1]
        }
        for place in (result.count - classes)..<result.count { result[place] /= sum }
      }
    }
    return result
  }

  /// All current weights and biases.
  public var parameters: [Float] { Array(network.parameters) }
}

/// Tracks which hidden units have a nonzero slope on some sample.
private struct AliveUnits {
  private let model: Model
  private var isAlive: [[Bool]]

  init(_ model: Model) {
    self.model = model
    isAlive = model.layers.indices.map { index in
      Array(
        repeating: false,
        count: model.layers[index] == .activation ? model.shapes[index].count : 0)
    }
  }

  mutating func look(at network: Network<Float>, samples: Int) {
    for index in model.layers.indices where model.layers[index] == .activation {
      let count = model.shapes[index].count
      let seen = network.output(of: index)
      for unit in 0..<count where !isAlive[index][unit] {
        isAlive[index][unit] = (0..<samples).contains {
          model.activation.derivative(Double(seen[$0 * count + unit])) != 0
        }
      }
    }
  }

  var deadShare: Double {
    let units = isAlive.joined()
    return units.isEmpty ? 0 : Double(units.count { !$0 }) / Double(units.count)
  }
}
