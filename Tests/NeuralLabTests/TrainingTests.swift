import Activations
import Foundation
import TestSupport
import Testing

@testable import NeuralLab

struct TrainingTests {
  private static let digits: Dataset? = {
    let file = Repository.file("Content/activation-functions/data/digits.csv")
    return (try? String(contentsOf: file, encoding: .utf8)).flatMap { try? Digits.dataset($0) }
  }()

  private func activation(_ name: String) throws -> BoundActivation {
    try Catalogue.activation(named: name).withDefaults
  }

  private func cnn(_ name: String = "relu") throws -> Model {
    try Model.cnn(
      input: Model.Shape(height: 8, width: 8, channels: 1), outputs: 10, try activation(name))
  }

  @Test func digitsAreReadAndSplit() throws {
    let digits = try #require(Self.digits)
    #expect(digits.trainCount + digits.validationCount == 1797)
    #expect((355...365).contains(digits.validationCount))
    #expect(digits.trainInputs.allSatisfy { (0...1).contains($0) })
    // A fifth of every digit is held out.
    for digit in 0..<10 as Range<Int32> {
      let held = digits.validationLabels.count { $0 == digit }
      let all = held + digits.trainLabels.count { $0 == digit }
      #expect(abs(Double(held) - 0.2 * Double(all)) <= 0.5)
    }
  }

  @Test(arguments: [
    ("1,2,3", Digits.ReadError.badLine(2)), ("", .tooFew(0)),
    ("17", .badLine(2)), ("x", .badLine(2)),
  ]) func invalidDigitsAreRefused(pixel: String, flaw: Digits.ReadError) {
    let line = pixel.isEmpty ? "" : Array(repeating: pixel, count: 64).joined(separator: ",") + ",1"
    #expect(throws: flaw) { try Digits.dataset("header\n" + line + "\n") }
    let ten = Array(repeating: "1", count: 64).joined(separator: ",") + ",10"
    #expect(throws: Digits.ReadError.badLine(2)) { try Digits.dataset("header\n" + ten + "\n") }
  }

  @Test func aConvolutionalNetworkLearnsDigits() throws {
    let trainee = Trainee(
      TrainingSetup(try cnn(), optimiser: .adam, rate: 0.003, batch: 32, seed: 1),
      on: try #require(Self.digits))
    for _ in 0..<25 { trainee.train(steps: trainee.stepsInEpoch) }
    let best = trainee.results.map(\.validationAccuracy).max() ?? 0
    #expect(trainee.results.count == 25 && best >= 0.97, "\(best)")
    #expect((trainee.results.last?.trainLoss ?? 9) < 0.05)
  }

  @Test(arguments: [OptimiserKind.adam, .sgd(momentum: 0), .sgd(momentum: 0.9)])
  func theSameSeedGivesTheSameResultOnAnyNumberOfThreads(optimiser: OptimiserKind) throws {
    let digits = try #require(Self.digits)
    func run(_ threads: Int, seed: UInt64 = 4) throws -> ([Float], [EpochResult]) {
      let trainee = Trainee(
        TrainingSetup(try cnn(), optimiser: optimiser, rate: 0.01, batch: 25, seed: seed),
        on: digits,
        threads: threads)
      for _ in 0..<2 { trainee.train(steps: trainee.stepsInEpoch) }
      return (trainee.parameters, trainee.results)
    }
    let (one, two) = (try run(1), try run(2))
    #expect(one.0 == two.0 && one.1 == two.1 && one.1.count == 2)
    #expect(try run(2, seed: 5).0 != one.0)
  }

  @Test func searchStepsOfAnySizeGiveTheSameResult() throws {
    let data = PlaneData.moons.dataset(count: 200)
    func trainee() throws -> Trainee {
      Trainee(
        TrainingSetup(try Model.mlp(inputs: 2, hidden: [8], outputs: 2, activation("tanh"))),
        on: data)
    }
    let (whole, parts) = (try trainee(), try trainee())
    whole.train(steps: whole.stepsInEpoch)
    while parts.results.isEmpty { parts.train(steps: 1) }
    #expect(whole.parameters == parts.parameters && whole.results == parts.results)
  }

  @Test(arguments: PlaneData.allCases) func pointsInThePlaneAreClassified(kind: PlaneData) throws {
    let data = kind.dataset(seed: 2)
    #expect(data.trainLabels.count { $0 == 0 } == data.trainLabels.count { $0 == 1 })
    #expect(data.trainInputs.allSatisfy { abs($0) < 2 })
    let trainee = Trainee(
      TrainingSetup(
        try Model.mlp(inputs: 2, hidden: [32, 32], outputs: 2, activation("relu")), rate: 0.01,
        seed: 3), on: data)
    for _ in 0..<120 { trainee.train(steps: trainee.stepsInEpoch) }
    let accuracy = trainee.results.last?.validationAccuracy ?? 0
    #expect(accuracy > 0.93, "\(accuracy)")
    // A network without an activation function cannot.
    let flat = Trainee(
      TrainingSetup(
        try Model.mlp(inputs: 2, hidden: [32, 32], outputs: 2, activation("linear")), rate: 0.01,
        seed: 3), on: data)
    for _ in 0..<40 { flat.train(steps: flat.stepsInEpoch) }
    #expect((flat.results.last?.validationAccuracy ?? 1) < accuracy - 0.03)
    let said = trainee.probabilities([0.3, 0.4, -0.2, 0.9])
    #expect(said.count == 4 && abs(said[0] + said[1] - 1) < 1e-5)
  }

  @Test func aDivergedTraineeDoesNotContinue() throws {
    let trainee = Trainee(
      TrainingSetup(try cnn(), optimiser: .sgd(momentum: 0.9), rate: 1e6),
      on: try #require(Self.digits))
    for _ in 0..<5 { trainee.train(steps: 1000) }
    #expect(trainee.hasDiverged && trainee.results.allSatisfy { $0.trainLoss.isFinite })
    #expect(!trainee.train(steps: 10))
  }

  @Test func reluUnitsWithoutGradientCountAsDead() throws {
    let data = PlaneData.circles.dataset()
    let trainee = Trainee(
      TrainingSetup(
        try Model.mlp(inputs: 2, hidden: [16, 16], outputs: 2, activation("relu")),
        optimiser: .sgd(momentum: 0), rate: 5, seed: 1), on: data)
    for _ in 0..<20 { trainee.train(steps: trainee.stepsInEpoch) }
    #expect((trainee.results.last?.deadUnits ?? 0) > 0.3 || trainee.hasDiverged)
  }
}

struct KernelTests {
  /// Compares every size around the block sizes with plain sums in double precision.
  @Test func matrixProductsOfEverySizeAreCorrect() {
    let random = LabRandom(seed: 8, stream: 8)
    for columns in [1, 2, 3, 7, 8, 9, 10, 15, 16, 17, 24, 31, 32, 33, 40, 48, 70] {
      for (rows, count) in [(1, 1), (2, 3), (3, 70), (4, 9), (7, 16), (8, 24), (13, 600), (70, 5)] {
        for (step, row) in [(1, count), (rows, 1), (0, 0)] {
          for adding in [false, true] {
            let size = max(1, rows * count)
            let a = (0..<size).map { Float(random.normal($0)) }
            let b = (0..<(count * columns)).map { Float(random.normal(7000 + $0)) }
            var c = (0..<(rows * columns)).map { Float(random.normal(90_000 + $0)) }
            var wide = c.map(Double.init)
            Float.product(
              a, step: step, row: row, b, into: &c, rows: rows, count: count, columns: columns,
              adding: adding)
            Double.product(
              a.map(Double.init), step: step, row: row, b.map(Double.init), into: &wide,
              rows: rows, count: count, columns: columns, adding: adding)
            let worst = zip(c, wide).map { abs(Double($0) - $1) }.max() ?? 0
            #expect(worst < 1e-4 * Double(count).squareRoot() + 1e-5, "\(rows) \(count) \(columns)")
          }
        }
      }
    }
  }

  @Test(arguments: ["sigmoid", "tanh", "swish", "gelu", "elu"])
  func describedSecondDerivativesMatchTheFunctions(
    name: String
  ) throws {
    let function = try Catalogue.activation(named: name).withDefaults
    let kernel = try #require(ActivationKernel(function))
    for count in [1, 15, 16, 17, 4001] {
      let x = (0..<count).map { Float($0) * 0.01 - 20 } + [0]
      let upstream = x.map { 1 + $0 / 50 }
      var (values, slopes) = (x, x)
      #expect(Float.activation(kernel, x, upstream: nil, into: &values, count: count))
      #expect(Float.activation(kernel, x, upstream: upstream, into: &slopes, count: count))
      for index in 0..<count {
        let place = Double(x[index])
        #expect(abs(Double(values[index]) - function(place)) < 3e-6, "\(name) at \(place)")
        let slope = function.derivative(place) * Double(upstream[index])
        #expect(abs(Double(slopes[index]) - slope) < 3e-6, "slope of \(name) at \(place)")
      }
      // Memory beyond the end is not written.
      #expect(values[count] == 0)
    }
  }

  @Test func vectorsHaveASupportedWidth() { #expect([4, 8, 16].contains(Kernels.lanes)) }
}
