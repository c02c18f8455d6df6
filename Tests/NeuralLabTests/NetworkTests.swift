import Activations
import Foundation
import TestSupport
import Testing

@testable import NeuralLab

/// Compares a small network with values computed with sixty digits.
struct TinyNetworkTests {
  private struct Reference: Decodable {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
      var activation, lossName: String
      var params: [String: Double]
      var logits, biasGradients, inputGradients: [[Double]]
      var loss: Double
      var weightGradients: [[[Double]]]

      var testDescription: String { "\(activation), \(lossName)" }
    }
    var weights: [[[Double]]]
    var biases, inputs, binaryTargets, regressionTargets: [[Double]]
    var classTargets: [Int]
    var cases: [Case]

    static let read: Reference? = {
      let file = Repository.file("Tests/NeuralLabTests/Fixtures/tiny-network.json")
      return (try? Data(contentsOf: file)).flatMap {
        try? JSONDecoder().decode(Reference.self, from: $0)
      }
    }()
  }

  private static func activation(_ test: Reference.Case) throws -> BoundActivation {
    let names = [
      "identity": "linear", "leaky_relu": "leaky-relu", "gelu_tanh": "gelu-tanh",
      "hard_swish": "hard-swish",
    ]
    let function = try Catalogue.activation(named: names[test.activation] ?? test.activation)
    let parameters = ["negative_slope": "alpha"]
    let values = Dictionary(
      uniqueKeysWithValues: test.params.map { (parameters[$0.key] ?? $0.key, $0.value) })
    return try function.with(
      values.filter { name, _ in
        function.parameters.contains { $0.name == name }
      })
  }

  @Test func theReferencesExist() { #expect(Reference.read?.cases.count == 39) }

  @Test(arguments: Reference.read?.cases ?? []) private func lossAndGradientsAgree(
    test: Reference.Case
  ) throws {
    let reference = try #require(Reference.read)
    let model = try Model.mlp(
      inputs: 4, hidden: [5, 4], outputs: 3, try Self.activation(test))
    let network = Network<Double>(model, batch: 2, initialisation: .he, seed: 0)
    network.needsInputGradient = true
    var place = 0
    for (weights, biases) in zip(reference.weights, reference.biases) {
      for input in weights[0].indices {
        for output in weights.indices {
          network.parameters[place] = weights[output][input]
          place += 1
        }
      }
      for bias in biases {
        network.parameters[place] = bias
        place += 1
      }
    }
    for (index, value) in reference.inputs.joined().enumerated() { network.input[index] = value }
    network.forward(2)
    func near(_ one: Double, _ other: Double) -> Bool {
      abs(one - other) <= max(1e-14, 1e-12 * abs(other))
    }
    for (index, value) in test.logits.joined().enumerated() {
      #expect(near(network.logits[index], value))
    }
    #expect(near(loss(test.lossName, network, reference), test.loss))
    network.backward(2)
    place = 0
    for (weights, biases) in zip(test.weightGradients, test.biasGradients) {
      for input in weights[0].indices {
        for output in weights.indices {
          #expect(near(network.gradients[place], weights[output][input]))
          place += 1
        }
      }
      for bias in biases {
        #expect(near(network.gradients[place], bias))
        place += 1
      }
    }
    for (index, value) in test.inputGradients.joined().enumerated() {
      #expect(near(network.inputGradient[index], value))
    }
  }

  private func loss(
    _ name: String, _ network: Network<Double>, _ reference: Reference
  ) -> Double {
    guard let logits = network.logits.baseAddress, let slopes = network.logitGradient.baseAddress
    else { return .nan }
    switch name {
    case "cross_entropy":
      return LossHead.crossEntropy(
        logits, classes: reference.classTargets.map(Int32.init), samples: 2, of: 2, outputs: 3,
        slopes: slopes
      ).loss
    case "bce_with_logits":
      return LossHead.binaryCrossEntropy(
        logits, targets: Array(reference.binaryTargets.joined()), count: 6, slopes: slopes)
    default:
      // The mean squared difference over all outputs.
      let targets = Array(reference.regressionTargets.joined())
      for (index, target) in targets.enumerated() { slopes[index] = (logits[index] - target) / 3 }
      return targets.enumerated().reduce(0) { sum, next in
        let difference = logits[next.offset] - next.element
        return sum + difference * difference / 6
      }
    }
  }
}

/// Compares backpropagation with central differences.
struct GradientCheckTests {
  private func activation(_ name: String) throws -> BoundActivation {
    try Catalogue.activation(named: name).withDefaults
  }

  private func check(_ model: Model, seed: UInt64 = 3) {
    let samples = 3
    let network = Network<Double>(model, batch: samples, initialisation: .he, seed: seed)
    network.needsInputGradient = true
    let random = LabRandom(seed: seed, stream: 77)
    for index in 0..<(samples * model.input.count) { network.input[index] = random.normal(index) }
    // Nonzero biases, so that they have an effect.
    for index in network.parameters.indices where network.parameters[index] == 0 {
      network.parameters[index] = 0.1 * random.normal(10_000 + index)
    }
    let classes = (0..<samples).map { Int32($0 % model.outputs) }
    func loss() -> Double {
      network.forward(samples)
      guard let logits = network.logits.baseAddress, let slopes = network.logitGradient.baseAddress
      else { return .nan }
      return LossHead.crossEntropy(
        logits, classes: classes, samples: samples, of: samples, outputs: model.outputs,
        slopes: slopes
      ).loss
    }
    func compare(_ buffer: UnsafeMutableBufferPointer<Double>, _ found: [Double], _ what: String) {
      let largest = found.map(abs).max() ?? 0
      for index in stride(from: 0, to: found.count, by: max(1, found.count / 60)) {
        let kept = buffer[index]
        buffer[index] = kept + 1e-5
        let up = loss()
        buffer[index] = kept - 1e-5
        let down = loss()
        buffer[index] = kept
        let difference = (up - down) / 2e-5
        #expect(
          abs(found[index] - difference) <= 1e-6 * max(abs(difference), largest, 1e-3),
          "\(what) \(index): \(found[index]) against \(difference)")
      }
    }
    _ = loss()
    network.backward(samples)
    let (parameters, input) = (Array(network.gradients), Array(network.inputGradient))
    #expect(parameters.contains { $0 != 0 } && input.contains { $0 != 0 })
    compare(network.parameters, parameters, "parameter")
    compare(network.input, Array(input.prefix(samples * model.input.count)), "input")
  }

  @Test(arguments: ["sigmoid", "tanh", "elu", "swish", "gelu", "mish", "softplus", "leaky-relu"])
  func denseLayers(name: String) throws {
    check(try Model.mlp(inputs: 5, hidden: [7, 6], outputs: 4, try activation(name)))
  }

  @Test(arguments: ["gelu", "tanh", "relu"]) func convolutionsAndPools(name: String) throws {
    let shape = Model.Shape(height: 6, width: 5, channels: 2)
    check(
      try Model(
        shape,
        [
          .convolution(filters: 3), .activation, .maxPool, .convolution(filters: 4), .activation,
          .dense(outputs: 6), .activation, .dense(outputs: 3),
        ], try activation(name)))
    check(try Model.cnn(input: shape, filters: (2, 3), outputs: 3, try activation(name)))
  }

  @Test func singlePrecisionAgreesWithDouble() throws {
    let shape = Model.Shape(height: 7, width: 9, channels: 3)
    for model in [
      try Model.cnn(input: shape, filters: (5, 11), outputs: 10, try activation("relu")),
      try Model.mlp(inputs: 189, hidden: [33, 18], outputs: 10, try activation("relu")),
    ] {
      let samples = 13
      let double = Network<Double>(model, batch: samples, initialisation: .he, seed: 1)
      let single = Network<Float>(model, batch: samples, initialisation: .he, seed: 1)
      let random = LabRandom(seed: 5, stream: 5)
      for index in 0..<(samples * model.input.count) {
        double.input[index] = random.normal(index)
        single.input[index] = Float(random.normal(index))
      }
      let classes = (0..<samples).map { Int32($0 % 10) }
      func run<Scalar>(_ network: Network<Scalar>) -> Scalar {
        network.forward(samples)
        guard let logits = network.logits.baseAddress,
          let slopes = network.logitGradient.baseAddress
        else { return .nan }
        let loss = LossHead.crossEntropy(
          logits, classes: classes, samples: samples, of: samples, outputs: 10, slopes: slopes
        ).loss
        network.backward(samples)
        return loss
      }
      #expect(abs(run(double) - Double(run(single))) < 1e-5)
      for (one, other) in zip(double.gradients, single.gradients) {
        #expect(abs(one - Double(other)) < 1e-5 + 1e-4 * abs(one))
      }
    }
  }
}

struct ModelTests {
  private let relu = Catalogue.all.first { $0.id == "relu" }?.withDefaults

  @Test func parametersAreCounted() throws {
    let relu = try #require(relu)
    #expect(try Model.mlp(inputs: 64, hidden: [64, 32], outputs: 10, relu).parameters == 6570)
    let cnn = try Model.cnn(
      input: Model.Shape(height: 8, width: 8, channels: 1), outputs: 10, relu)
    #expect(cnn.parameters == 80 + 1168 + 2570)
  }

  @Test func impossibleModelsAreRefused() throws {
    let relu = try #require(relu)
    func flaw(_ hidden: [Int]) -> Model.BuildError? {
      do throws(Model.BuildError) {
        _ = try Model.mlp(inputs: 64, hidden: hidden, outputs: 10, relu)
        return nil
      } catch {
        return error
      }
    }
    #expect(flaw([]) == nil)
    #expect(flaw([8, 0]) == .emptyLayer(index: 2) && flaw([-1]) == .emptyLayer(index: 0))
    for hidden in [[50_000, 50_000], [.max], [99_999_999, 99_999_999]] {
      guard case .tooLarge = flaw(hidden) else {
        Issue.record("\(hidden) was accepted")
        continue
      }
    }
    #expect(throws: Model.BuildError.tooSmallToPool(index: 0)) {
      try Model(Model.Shape(height: 1, width: 5, channels: 1), [.maxPool], relu)
    }
  }
}
