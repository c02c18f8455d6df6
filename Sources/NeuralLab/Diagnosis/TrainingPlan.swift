import Activations

/// The plan of a trial: a small classifier, with or without a fault.
struct TrainingPlan: Sendable {
  /// The data of a trial.
  enum Task: Sendable {
    /// A cluster of points for each class, in 16 dimensions.
    case clusters(classes: Int)
    /// Two classes in the plane that no line separates.
    case plane(PlaneData)
  }

  var task: Task
  /// The number of hidden layers.
  var depth = 2
  /// Units per hidden layer.
  var width = 32
  var activation: BoundActivation
  var initialisation: Initialisation
  /// The initialisation of the last layer.
  var lastInitialisation = Initialisation.normal(deviation: 0.02)
  /// All weights are multiplied by it.
  var weightScale = 1.0
  /// All inputs are multiplied by it.
  var inputScale = 1.0
  var optimiser = OptimiserKind.sgd(momentum: 0)
  var rate: Double
  var steps = 240
  var loss = TrialLoss.crossEntropy
  /// The seed of data, weights and order.
  var seed: UInt64

  /// The number of samples.
  static let samples = 256
  /// Samples per step.
  static let batch = 32

  /// Inputs and classes, sample by sample.
  func data() -> (inputs: [Double], labels: [Int32], classes: Int) {
    switch task {
    case .plane(let plane):
      let data = plane.dataset(count: Self.samples * 5 / 4, seed: seed)
      return (data.trainInputs.map { Double($0) * inputScale }, data.trainLabels, data.classes)
    case .clusters(let classes):
      let dimensions = 16
      let centres = LabRandom(seed: seed, stream: 41).normals(classes * dimensions, deviation: 0.8)
      let noise = LabRandom(seed: seed, stream: 42).normals(
        Self.samples * dimensions, deviation: 0.6)
      let labels = (0..<Self.samples).map { Int32($0 % classes) }
      let inputs = noise.indices.map { index in
        let centre = Int(labels[index / dimensions]) * dimensions + index % dimensions
        return (centres[centre] + noise[index]) * inputScale
      }
      return (inputs, labels, classes)
    }
  }
}
