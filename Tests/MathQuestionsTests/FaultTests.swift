import Activations
import Foundation
import Lessons
import Practice
import Testing

@testable import MathQuestions

/// The numbers of diagnoses and of code, computed in another way.
struct FaultTests {
  /// The numbers with three decimals that a sign shows.
  private func losses(_ fault: FaultCase) -> [Double] {
    fault.sign.matches(of: /\d+\.\d{3}/).compactMap { Double($0.output) }
  }

  @Test(arguments: [3, 5, 10, 20, 100], [0.1, 0.2])
  func lossesOfAClassifierAreThoseOfItsFault(classes: Int, smoothing: Double) throws {
    let faults = FaultCase.ofClassifier(classes: classes, batch: 64, smoothing: smoothing)
    let zeros = Array(repeating: 0.0, count: classes)
    let start = Losses.crossEntropy(logits: zeros, target: 0)
    // A perfect answer of the inner softmax is what the outer one gets as logits.
    var perfect = zeros
    perfect[0] = 1
    let doubled = Losses.crossEntropy(logits: perfect, target: 0)
    #expect(zip(losses(faults[0]), [start, doubled]).allSatisfy { abs($0 - $1) < 0.0006 })
    // The best gap between the logit of the true class and the others.
    let floor = stride(from: 0.0, through: 12, by: 0.01).map { gap in
      var logits = zeros
      logits[0] = gap
      return Losses.crossEntropy(logits: logits, target: 0, labelSmoothing: smoothing)
    }.min()
    #expect(abs((losses(faults[1]).last ?? .nan) - (floor ?? .nan)) < 0.0006)
    #expect(abs((losses(faults[2]).first ?? .nan) - log(64)) < 0.0006)
  }

  @Test(arguments: [0.01, 0.02, 0.05, 0.1, 0.2])
  func lossesOfAYesOrNoNetworkAreThoseOfItsFault(share: Double) {
    let faults = FaultCase.ofBinary(share: share)
    func loss(_ positive: Double, _ negative: Double) -> Double {
      share * Losses.binaryCrossEntropy(logit: positive, target: 1)
        + (1 - share) * Losses.binaryCrossEntropy(logit: negative, target: 0)
    }
    // The inner sigmoid gives 0.5 at first, and 1 and 0 at best.
    let doubled = [loss(0.5, 0.5), loss(1, 0)]
    #expect(zip(losses(faults[0]), doubled).allSatisfy { abs($0 - $1) < 0.0006 })
    let bias = log(share / (1 - share))
    #expect(abs((losses(faults[1]).last ?? .nan) - loss(bias, bias)) < 0.0006)
    #expect(abs((losses(faults[2]).first ?? .nan) - loss(bias, bias)) < 0.0006)
  }

  /// No two faults of a group look alike.
  @Test func everyFaultHasItsOwnSign() {
    let groups =
      [3, 10, 100].map { FaultCase.ofClassifier(classes: $0, batch: 32, smoothing: 0.1) }
      + [0.01, 0.2].map { FaultCase.ofBinary(share: $0) } + [FaultCase.ofDepth([2, 4, 8])]
    for group in groups {
      #expect(Set(group.map(\.sign)).count == group.count)
      #expect(Set(group.map(\.cause)).count == group.count)
      #expect(Set(group.map(\.remedy)).count == group.count)
    }
  }

  @Test(arguments: [120, 150, 200, 300, 500, 800, 1000])
  func codeGivesInFloat32WhatIsSaid(number: Int) throws {
    let x = Float(number)
    func sigmoid(_ x: Float) -> Float { 1 / (1 + exp(-x)) }
    let results: [String: Float] = [
      "exp(x)": exp(x), "-log(1 - sigmoid(x))": -log(1 - sigmoid(x)),
      "exp(x) / (1 + exp(x))": exp(x) / (1 + exp(x)), "exp(x) - exp(x)": exp(x) - exp(x),
      "exp(-x) * log(exp(-x))": exp(-x) * log(exp(-x)), "exp(-x)": exp(-x),
      "1 - sigmoid(x)": 1 - sigmoid(x), "-log(sigmoid(x))": -log(sigmoid(x)),
      "log(1 - sigmoid(x))": log(1 - sigmoid(x)), "log(exp(-x))": log(exp(-x)),
    ]
    for line in NumericsQuestions.lines(number) {
      let result = try #require(results[line.code])
      let text =
        result.isNaN ? "nan" : result == .infinity ? "inf" : result == -.infinity ? "−inf" : "0.0"
      #expect(text == line.result && (!result.isFinite || result == 0), "\(line.code) \(result)")
    }
    #expect(results.count == NumericsQuestions.lines(number).count)
  }

  /// The first shape has all numbers of x, and the inner sizes do not match.
  @Test func messagesNameShapesThatCannotBeMultiplied() throws {
    for card in DrawnQuestions.cards(.shape, count: 600) where card.prompt.contains("mat1") {
      let x = try #require(card.prompt.firstMatch(of: /\((\d+), (\d+), (\d+), (\d+)\)/))
      let all = [x.1, x.2, x.3, x.4].compactMap { Int($0) }.reduce(1, *)
      for choice in card.choices ?? [] {
        let sizes = choice.text.matches(of: /\d+/).compactMap { Int($0.output) }
        #expect(sizes.count == 4 && sizes[0] * sizes[1] == all && sizes[1] != sizes[2])
      }
    }
  }
}
