import Activations

/// Trains the network of a plan in double precision and measures it.
struct TrainingTrial {
  private let plan: TrainingPlan
  private let inputs: [Double]
  private let labels: [Int32]
  private let classes: Int
  private let model: Model
  private let network: Network<Double>

  /// The steps that are in the log, besides the last one.
  private static let logged: Set<Int> = [0, 1, 3, 10, 30, 100]
  /// A loss above it ends the training.
  private static let divergence = 1e9

  /// Builds the network.
  ///
  /// - Throws: `Model.BuildError` if a layer is empty.
  init(_ plan: TrainingPlan) throws(Model.BuildError) {
    self.plan = plan
    (inputs, labels, classes) = plan.data()
    model = try .mlp(
      inputs: inputs.count / labels.count,
      hidden: Array(repeating: plan.width, count: plan.depth), outputs: classes, plan.activation)
    network = Network(
      model, batch: labels.count, initialisation: plan.initialisation, seed: plan.seed)
    let last = plan.lastInitialisation.weights(
      inputs: plan.width, outputs: classes, LabRandom(seed: plan.seed, stream: 43))
    let range = weightRange(plan.depth)
    for (index, weight) in zip(range, last) { network.parameters[index] = weight }
    for index in network.parameters.indices { network.parameters[index] *= plan.weightScale }
  }

  /// Trains, and returns everything that was measured.
  func evidence() -> TrainingEvidence {
    let optimiser = Optimiser<Double>(plan.optimiser, parameters: model.parameters)
    var order = Array(labels.indices)
    var log: [TrainingEvidence.Entry] = []
    var (start, end): (TrainingEvidence.Layers?, TrainingEvidence.Layers?)
    var ratio: Double?
    for step in 0...plan.steps {
      let place = step * TrainingPlan.batch % labels.count
      if place == 0 {
        LabRandom(seed: plan.seed, stream: 9000 + UInt64(step)).permute(&order)
      }
      let loss = propagate(order[place..<(place + TrainingPlan.batch)])
      let isLast = step == plan.steps || !(loss < Self.divergence)
      if isLast || Self.logged.contains(step) {
        let (layers, accuracy) = measure()
        log.append(
          TrainingEvidence.Entry(
            step: step, loss: Evidence.shown(loss), accuracy: Evidence.shown(accuracy)))
        if start == nil { start = layers }
        end = layers
      }
      if isLast { break }
      let before = Array(network.parameters)
      optimiser.step(network.parameters, network.gradients, rate: plan.rate)
      if step <= 20 { ratio = self.ratio(since: before) }
    }
    let nothing = TrainingEvidence.Layers(hidden: [], logits: 0, lastGradient: 0)
    return TrainingEvidence(
      classes: classes, batch: TrainingPlan.batch, inputs: model.input.count, width: plan.width,
      activation: plan.activation.activation.name, isBounded: Self.bounds(plan.activation) != nil,
      inputRMS: Evidence.shown(Self.rms(inputs)), log: log, start: start ?? nothing,
      end: end ?? nothing, updateRatio: ratio.map(Evidence.shown), histogram: histogram())
  }

  // MARK: Passes

  /// Runs samples forward and backward; returns their mean loss.
  private func propagate(_ samples: ArraySlice<Int>) -> Double {
    load(samples)
    network.forward(samples.count)
    guard let logits = network.logits.baseAddress, let slopes = network.logitGradient.baseAddress
    else { return 0 }
    let loss = plan.loss(logits, samples.map { labels[$0] }, outputs: classes, slopes: slopes)
    network.backward(samples.count)
    return loss
  }

  private func load(_ samples: some Sequence<Int>) {
    let width = model.input.count
    for (place, sample) in samples.enumerated() {
      for index in 0..<width {
        network.input[place * width + index] = inputs[sample * width + index]
      }
    }
  }

  // MARK: Measuring

  /// The layers and the accuracy on all samples; keeps the gradients of the latest batch.
  private func measure() -> (TrainingEvidence.Layers, accuracy: Double) {
    load(labels.indices)
    network.forward(labels.count)
    let hidden = (0..<plan.depth).map { layer in
      let slopes = preActivations(layer).map(plan.activation.derivative)
      return TrainingEvidence.Layer(
        rms: Evidence.shown(Self.rms(outputs(layer))),
        flat: Evidence.shown(Self.share(of: slopes) { abs($0) < 0.01 }),
        dead: Evidence.shown(deadShare(slopes)), slope: Evidence.shown(Self.rms(slopes)),
        gradient: gradient(layer))
    }
    let logits = Array(network.logits.prefix(labels.count * classes))
    let right = labels.indices.count { sample in
      let row = logits[(sample * classes)..<((sample + 1) * classes)]
      return row.indices.max { row[$0] < row[$1] } == sample * classes + Int(labels[sample])
    }
    return (
      TrainingEvidence.Layers(
        hidden: hidden, logits: Evidence.shown(Self.rms(logits)),
        lastGradient: gradient(plan.depth)),
      Double(right) / Double(labels.count)
    )
  }

  private func preActivations(_ layer: Int) -> [Double] {
    Array(network.output(of: 2 * layer + 1).prefix(labels.count * plan.width))
  }

  private func outputs(_ layer: Int) -> [Double] {
    Array(network.output(of: 2 * layer + 2).prefix(labels.count * plan.width))
  }

  /// The indices of a layer's weights among all parameters.
  private func weightRange(_ layer: Int) -> Range<Int> {
    let start = (0..<layer).reduce(0) { sum, index in
      sum + model.parameterCount(2 * index).weights + model.parameterCount(2 * index).biases
    }
    return start..<(start + model.parameterCount(2 * layer).weights)
  }

  private func gradient(_ layer: Int) -> Double {
    Evidence.shown(Self.rms(network.gradients[weightRange(layer)]))
  }

  /// The fraction of units whose slope is 0 for every sample.
  private func deadShare(_ slopes: [Double]) -> Double {
    let dead = (0..<plan.width).count { unit in
      stride(from: unit, to: slopes.count, by: plan.width).allSatisfy { slopes[$0] == 0 }
    }
    return Double(dead) / Double(plan.width)
  }

  /// The relative change of the weights in a step, the median of the hidden layers.
  private func ratio(since before: [Double]) -> Double? {
    let ratios = (0..<plan.depth).compactMap { layer -> Double? in
      let range = weightRange(layer)
      let weights = Self.rms(before[range])
      guard weights > 0 else { return nil }
      return Self.rms(range.map { network.parameters[$0] - before[$0] }) / weights
    }
    return ratios.isEmpty ? nil : ratios.sorted()[ratios.count / 2]
  }

  private func histogram() -> LabHistogram {
    let layer = min(1, plan.depth - 1)
    if let bounds = Self.bounds(plan.activation) {
      return LabHistogram(outputs(layer), in: bounds, bins: 20)
    }
    let sums = preActivations(layer)
    let size = Self.rms(sums)
    let bound = size.isFinite && size > 0 ? Evidence.shown(3 * size) : 1
    return LabHistogram(sums, in: -bound...bound, bins: 20)
  }

  /// The bounds of a function that has two; nil otherwise.
  private static func bounds(_ activation: BoundActivation) -> ClosedRange<Double>? {
    guard let low = activation.range.lower.value, let high = activation.range.upper.value else {
      return nil
    }
    return low...high
  }

  private static func rms(_ numbers: some Collection<Double>) -> Double {
    (numbers.reduce(0) { $0 + $1 * $1 } / Double(max(1, numbers.count))).squareRoot()
  }

  private static func share(of numbers: [Double], where condition: (Double) -> Bool) -> Double {
    Double(numbers.count(where: condition)) / Double(max(1, numbers.count))
  }
}
