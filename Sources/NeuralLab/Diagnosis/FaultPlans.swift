import Activations

extension TrainingPlan {
  /// Plans a trial, and plants a fault in it.
  ///
  /// - Parameters:
  ///   - fault: The fault; nil for a healthy network.
  ///   - kind: A fault whose kind of network a healthy one has.
  ///   - random: Chooses everything else.
  ///   - seed: The seed of data, weights and order.
  /// - Throws: `ActivationError` if the catalogue lacks a function.
  init(_ fault: Fault?, like kind: Fault, _ random: LabRandom, seed: UInt64) throws(ActivationError)
  {
    self = try Self.healthy(like: kind, random, seed: seed)
    switch fault {
    case .zeroWeights: weightScale = 0
    case .largeWeights:
      initialisation = .normal(deviation: 1)
      lastInitialisation = .normal(deviation: 1)
    case .unscaledInputs: inputScale = random.element(9, of: [8, 10, 16])
    case .sigmoidDepth:
      activation = try Self.function("sigmoid")
      initialisation = .glorot
      (depth, width, optimiser, rate) = (8 + random.index(9, below: 3), 16, .sgd(momentum: 0), 0.1)
      steps = 120
    case .deadUnits:
      (optimiser, rate, depth) = (.sgd(momentum: 0), random.element(9, of: [3, 4, 5]), 2)
    case .rateTooLarge: (optimiser, rate) = (.sgd(momentum: 0), random.element(9, of: [3, 4, 5]))
    case .rateTooSmall:
      (optimiser, rate) = (.sgd(momentum: 0), random.element(9, of: [1e-5, 3e-5, 1e-4]))
    case .softmaxTwice:
      // With SGD, hundreds of steps would pass before the answers are right.
      (loss, optimiser, rate) = (.softmaxTwice, .adam, 0.01)
    case .wrongAxis: loss = .overBatch
    case .largeLogits: lastInitialisation = .he
    case .linearLeak: activation = try Self.function("leaky-relu", leak: 1)
    default: break
    }
  }

  /// A network that learns its task.
  private static func healthy(like kind: Fault, _ random: LabRandom, seed: UInt64)
    throws(ActivationError) -> TrainingPlan
  {
    let isPlane = kind == .linearLeak || isSilent(kind) && random.index(0, below: 3) == 0
    let name: String =
      switch kind {
      case .deadUnits, .largeLogits: "relu"
      case .largeWeights, .unscaledInputs: "tanh"
      case .rateTooLarge, .linearLeak: "leaky-relu"
      case .sigmoidDepth: random.element(1, of: ["relu", "tanh"])
      default: random.element(1, of: ["relu", "leaky-relu", "tanh"])
      }
    var plan = TrainingPlan(
      task: isPlane
        ? .plane(random.element(2, of: [.circles, .xor]))
        : .clusters(classes: random.element(2, of: [4, 6, 10])),
      activation: try function(name), initialisation: name == "tanh" ? .glorot : .he, rate: 0.1,
      seed: seed)
    plan.depth = 2 + random.index(3, below: 2)
    plan.width = random.element(4, of: [24, 32])
    if isPlane || random.index(5, below: 2) == 0 {
      (plan.optimiser, plan.rate) = (.adam, 0.01)
    }
    return plan
  }

  /// Whether the fault's evidence does not depend on how well the network could learn.
  private static func isSilent(_ fault: Fault) -> Bool {
    fault == .zeroWeights || fault == .rateTooSmall
  }

  private static func function(
    _ name: String, leak: Double? = nil
  ) throws(ActivationError) -> BoundActivation {
    try Catalogue.activation(named: name).with(leak.map { ["alpha": $0] } ?? [:])
  }
}
