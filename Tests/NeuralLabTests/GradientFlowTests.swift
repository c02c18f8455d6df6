import Activations
import Foundation
import TestSupport
import Testing

@testable import NeuralLab

struct GradientFlowTests {
  private struct Reference: Decodable {
    struct Row: Decodable, CustomTestStringConvertible {
      var activation, `init`: String
      var spread, gradient: [String: [Double]]

      var testDescription: String { "\(activation), \(`init`)" }
    }
    var rows: [Row]

    static let all: [Row] = {
      let file = Repository.file("Tests/NeuralLabTests/Fixtures/gradient-flow.json")
      let data = (try? Data(contentsOf: file)) ?? Data()
      return (try? JSONDecoder().decode(Reference.self, from: data))?.rows ?? []
    }()
  }

  private static func activation(_ name: String) throws -> BoundActivation {
    switch name {
    case "identity": try Catalogue.activation(named: "linear").withDefaults
    case "leaky_relu_0.01": try Catalogue.activation(named: "leaky-relu").withDefaults
    default: try Catalogue.activation(named: name).withDefaults
    }
  }

  private static func initialisation(_ name: String) -> Initialisation? {
    switch name {
    case "glorot_uniform": .glorot
    case "he_normal": .he
    case "lecun_normal": .leCun
    case "normal_std_0.01": .normal(deviation: 0.01)
    case "normal_std_0.1": .normal(deviation: 0.1)
    default: nil
    }
  }

  @Test func theReferencesExist() { #expect(Reference.all.count == 45) }

  @Test(arguments: Reference.all) private func passesAgreeWithTheReference(
    row: Reference.Row
  ) throws {
    let initialisation = try #require(Self.initialisation(row.`init`))
    let flow = GradientFlow(
      FlowSetup(
        width: 256, depth: 50, activation: try Self.activation(row.activation),
        initialisation: initialisation, seed: 3))
    for (layer, expected) in row.spread {
      let found = log10(flow.spread[(Int(layer) ?? 0) - 1])
      #expect(abs(found - expected[0]) <= expected[1], "spread after layer \(layer): \(found)")
    }
    for (layer, expected) in row.gradient {
      let found = log10(flow.gradient[Int(layer) ?? 0])
      #expect(abs(found - expected[0]) <= expected[1], "gradient at \(layer): \(found)")
    }
  }

  private func setup(
    _ name: String, _ initialisation: Initialisation, norm: Bool = false, residual: Bool = false,
    width: Int = 32, depth: Int = 30
  ) throws -> FlowSetup {
    FlowSetup(
      width: width, depth: depth, activation: try Self.activation(name),
      initialisation: initialisation, hasLayerNorm: norm, isResidual: residual, seed: 5)
  }

  @Test func gradientVerdictsMatchTheLesson() throws {
    func verdict(_ name: String, _ initialisation: Initialisation) throws -> GradientFlow.Verdict {
      GradientFlow(try setup(name, initialisation, width: 128, depth: 50)).verdict
    }
    #expect(try verdict("sigmoid", .he) == .vanishes && verdict("sigmoid", .glorot) == .vanishes)
    #expect(try verdict("linear", .he) == .explodes && verdict("relu", .glorot) == .vanishes)
    #expect(try verdict("linear", .orthogonal) == .stable)
  }

  @Test func orthogonalLinearLayersPreserveNorms() throws {
    let flow = GradientFlow(try setup("linear", .orthogonal))
    for length in flow.gradient { #expect(abs(length - 1) < 1e-9) }
  }

  @Test func normalisedAndResidualNetworksKeepTheirGradients() throws {
    #expect(GradientFlow(try setup("sigmoid", .leCun)).verdict == .vanishes)
    let rescued = GradientFlow(try setup("sigmoid", .leCun, norm: true, residual: true))
    #expect(rescued.share > 0.3)
    let normed = GradientFlow(try setup("gelu", .normal(deviation: 0.01), norm: true))
    #expect(normed.spread.allSatisfy { (0.2...1.2).contains($0) })
  }

  /// Compares the gradient of the backward pass with differences of the network's output.
  @Test(arguments: [(false, false), (true, false), (false, true), (true, true)])
  func backwardIsTheDerivativeOfForward(norm: Bool, residual: Bool) throws {
    let activation = try Self.activation("gelu")
    let width = 5
    let weights = Initialisation.leCun.weights(
      inputs: width, outputs: width, LabRandom(seed: 9, stream: 0))
    let layer = FlowLayer(
      weights: weights, width: width, activation: activation, hasLayerNorm: norm,
      isResidual: residual)
    let random = LabRandom(seed: 4, stream: 4)
    let input = (0..<width).map { random.normal($0) }
    let upstream = (0..<width).map { random.normal(100 + $0) }
    func value(_ input: [Double]) -> Double {
      zip(layer.forward(input).output, upstream).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let gradient = layer.backward(upstream, layer.forward(input))
    for index in 0..<width {
      var (up, down) = (input, input)
      up[index] += 1e-5
      down[index] -= 1e-5
      let difference = (value(up) - value(down)) / 2e-5
      #expect(abs(gradient[index] - difference) <= 1e-6 * max(1, abs(difference)))
    }
  }

  @Test func deadUnitsAreCounted() throws {
    let flow = GradientFlow(try setup("step", .he))
    #expect(flow.dead.allSatisfy { $0 == 1 })
    #expect(GradientFlow(try setup("gelu", .he)).dead.allSatisfy { $0 == 0 })
    #expect(
      GradientFlow(try setup("relu", .he, depth: 100)).dead.allSatisfy { (0...1).contains($0) })
  }

  @Test func sizesAreKeptInBounds() throws {
    let setup = try setup("relu", .he, width: 0, depth: -3)
    #expect(setup.width == 1 && setup.depth == 1)
    let flow = GradientFlow(setup)
    #expect(flow.spread.count == 1 && flow.gradient.count == 2)
    #expect(try self.setup("relu", .he, width: 9999).width == 512)
  }
}

struct InitialisationTests {
  @Test(arguments: [Initialisation.glorot, .he, .leCun, .normal(deviation: 0.3)])
  func weightsHaveTheExpectedVariance(initialisation: Initialisation) {
    let (inputs, outputs) = (120, 80)
    let weights = initialisation.weights(
      inputs: inputs, outputs: outputs, LabRandom(seed: 1, stream: 1))
    let variance = weights.reduce(0) { $0 + $1 * $1 } / Double(weights.count)
    let expected: Double =
      switch initialisation {
      case .glorot: 2 / 200.0
      case .he: 2 / 120.0
      case .leCun: 1 / 120.0
      case .normal(let deviation): deviation * deviation
      case .orthogonal: 0
      }
    #expect(abs(variance / expected - 1) < 0.06)
    #expect(abs(weights.reduce(0, +) / Double(weights.count)) < 0.1 * expected.squareRoot())
  }

  @Test(arguments: [(6, 6), (9, 4), (4, 9)]) func orthogonalRowsOrColumns(inputs: Int, outputs: Int)
  {
    let weights = Initialisation.orthogonal.weights(
      inputs: inputs, outputs: outputs, LabRandom(seed: 1, stream: 1))
    func row(_ index: Int) -> [Double] {
      outputs <= inputs
        ? Array(weights[(index * inputs)..<((index + 1) * inputs)])
        : (0..<outputs).map { weights[$0 * inputs + index] }
    }
    for one in 0..<min(inputs, outputs) {
      for other in 0..<min(inputs, outputs) {
        let product = zip(row(one), row(other)).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(product - (one == other ? 1 : 0)) < 1e-12)
      }
    }
  }

  @Test func manyNormalNumbersAreTheSameAsOneByOne() {
    let random = LabRandom(seed: 3, stream: 9)
    for count in [0, 1, 2, 7, 1000] {
      let many = random.normals(count, deviation: 0.5)
      #expect(many.count == count)
      for (index, number) in many.enumerated() {
        #expect(abs(number - 0.5 * random.normal(index)) < 1e-15)
      }
    }
    let sample = random.normals(40_000)
    let mean = sample.reduce(0, +) / 40_000
    let variance = sample.reduce(0) { $0 + $1 * $1 } / 40_000
    #expect(abs(mean) < 0.02 && abs(variance - 1) < 0.03)
  }

  @Test func permutationsAreCompleteAndDiffer() {
    let random = LabRandom(seed: 2, stream: 7)
    #expect(random.permutation(of: 1000).sorted() == Array(0..<1000))
    #expect(random.permutation(of: 50) != LabRandom(seed: 3, stream: 7).permutation(of: 50))
    #expect(random.permutation(of: 0).isEmpty && random.permutation(of: 1) == [0])
  }
}
