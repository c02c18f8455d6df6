import Activations
import Foundation
import TestSupport
import Testing

@testable import NeuralLab

/// Planted faults, and the rules that name them.
struct PlantedCaseTests {
  /// `TUTOR_SOAK` reads all 2,000 cases; the suite reads a part of them.
  private static let seeds =
    ProcessInfo.processInfo.environment["TUTOR_SOAK"] == nil ? 60 : 2000

  @Test func theReaderNamesThePlantedFaultAndCallsNoHealthyNetworkBroken() throws {
    var named = 0
    for seed in 0..<UInt64(Self.seeds) {
      let planted = try PlantedCase(seed: seed)
      let found = EvidenceReader.fault(in: planted.evidence)
      if found == planted.fault { named += 1 }
      if planted.fault == nil { #expect(found == nil, "seed \(seed)") }
    }
    #expect(Double(named) >= 0.95 * Double(Self.seeds), "\(named) of \(Self.seeds)")
  }

  @Test func everyFaultAndHealthyNetworksAreDrawn() {
    let faults = (0..<1000).map { PlantedCase.draw(seed: $0).fault }
    #expect(Set(faults).count == Fault.allCases.count + 1)
    #expect((150...250).contains(faults.count { $0 == nil }))
  }

  @Test(arguments: Fault.allCases) func eachFaultIsFoundAndItsHealthyTwinIsNot(fault: Fault) throws
  {
    let broken = try PlantedCase(fault, like: fault, seed: 1)
    #expect(EvidenceReader.fault(in: broken.evidence) == fault)
    let healthy = try PlantedCase(nil, like: fault, seed: 1)
    #expect(EvidenceReader.fault(in: healthy.evidence) == nil)
    #expect(healthy.kind == fault && healthy.fault == nil)
  }

  @Test func equalSeedsGiveEqualEvidence() throws {
    for seed in [3, 17] as [UInt64] {
      #expect(try PlantedCase(seed: seed).evidence == PlantedCase(seed: seed).evidence)
    }
    #expect(try PlantedCase(seed: 3).evidence != PlantedCase(seed: 17).evidence)
  }

  @Test func theNamesOfFaultsAreIDs() {
    #expect(Fault.deadUnits.name == "dead-units")
    #expect(Set(Fault.allCases.map(\.name)).count == Fault.allCases.count)
  }
}

/// What a trial measures.
struct TrainingTrialTests {
  private static func evidence(
    _ fault: Fault?, like kind: Fault, seed: UInt64 = 5
  ) throws -> TrainingEvidence {
    guard case .training(let evidence) = try PlantedCase(fault, like: kind, seed: seed).evidence
    else { throw Missing() }
    return evidence
  }

  private struct Missing: Error {}

  @Test func weightsOf0PassNothingForwardOrBack() throws {
    let evidence = try Self.evidence(.zeroWeights, like: .zeroWeights)
    #expect(evidence.start.hidden.allSatisfy { $0.rms == 0 && $0.gradient == 0 })
    #expect(evidence.start.lastGradient == 0 && evidence.updateRatio == nil)
    #expect(abs(evidence.firstLoss - evidence.chance) < 0.01)
  }

  @Test func softmaxTwiceStaysAboveItsFloorWithRightAnswers() throws {
    let evidence = try Self.evidence(.softmaxTwice, like: .softmaxTwice)
    #expect(evidence.log.allSatisfy { $0.loss > 0.995 * evidence.floorOfTwice })
    #expect(evidence.lastAccuracy > 0.9)
    #expect(evidence.lastLoss < evidence.firstLoss)
  }

  @Test func theLogHasTheFirstAndTheLastStep() throws {
    let evidence = try Self.evidence(nil, like: .rateTooSmall)
    #expect(evidence.log.map(\.step) == [0, 1, 3, 10, 30, 100, 240])
    let exploded = try Self.evidence(.rateTooLarge, like: .rateTooLarge)
    #expect(exploded.worstLoss > 100 * exploded.firstLoss)
  }

  @Test func histogramsCountEveryNumberOnce() {
    let histogram = LabHistogram(
      [-2, -1, -0.99, 0, 0.5, 1, 1.5, .nan, .infinity], in: -1...1, bins: 4)
    #expect(histogram.counts == [2, 0, 1, 2])
    #expect(histogram.below == 1 && histogram.above == 2)
  }

  @Test(arguments: [
    (0.123456, 0.123), (-0.99961, -1), (12345, 12300), (1e-9, 1e-9), (0, 0), (2.0049, 2),
  ])
  func numbersHaveThreeDigits(number: Double, shown: Double) {
    #expect(abs(Evidence.shown(number) - shown) <= 1e-12 * abs(shown))
  }

  @Test func numbersThatAreNotFiniteStay() {
    #expect(Evidence.shown(.infinity) == .infinity && Evidence.shown(.nan).isNaN)
    #expect(Evidence.shown(Double.leastNonzeroMagnitude) > 0 && Evidence.shown(1.7e308).isFinite)
  }
}

struct TrialLossTests {
  private static let losses: [TrialLoss] = [.crossEntropy, .softmaxTwice, .overBatch]
  private static let classes: [Int32] = [0, 2, 1, 2, 0]

  private func value(_ loss: TrialLoss, _ logits: [Double]) -> (loss: Double, slopes: [Double]) {
    var slopes = [Double](repeating: 0, count: logits.count)
    let value = slopes.withUnsafeMutableBufferPointer { buffer in
      loss(logits, Self.classes, outputs: 3, slopes: buffer.baseAddress.unsafelyUnwrapped)
    }
    return (value, slopes)
  }

  @Test(arguments: 0..<3) func gradientsAreDerivatives(index: Int) {
    let loss = Self.losses[index]
    let logits = LabRandom(seed: 6, stream: 6).normals(15)
    let slopes = value(loss, logits).slopes
    for place in logits.indices {
      var (up, down) = (logits, logits)
      up[place] += 1e-5
      down[place] -= 1e-5
      let difference = (value(loss, up).loss - value(loss, down).loss) / 2e-5
      #expect(abs(slopes[place] - difference) < 1e-8)
    }
  }

  @Test func equalLogitsCostTheLogarithmOfWhatCompetes() {
    let logits = [Double](repeating: 0, count: 15)
    #expect(abs(value(.crossEntropy, logits).loss - log(3)) < 1e-12)
    #expect(abs(value(.softmaxTwice, logits).loss - log(3)) < 1e-12)
    #expect(abs(value(.overBatch, logits).loss - log(5)) < 1e-12)
  }

  @Test func aPerfectAnswerKeepsTheFloorOfSoftmaxTwice() {
    let logits = Self.classes.flatMap { right in (0..<3).map { $0 == Int(right) ? 500.0 : 0 } }
    #expect(abs(value(.softmaxTwice, logits).loss - (log(exp(1) + 2) - 1)) < 1e-12)
    #expect(value(.crossEntropy, logits).loss < 1e-12)
  }
}
