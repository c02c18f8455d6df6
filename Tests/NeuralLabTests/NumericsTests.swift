import Testing

@testable import NeuralLab

struct NumericsTests {
  @Test func smallLogitsAgreeInAllFormulas() {
    let numerics = Numerics([2, 1, 0])
    for variants in numerics.probabilities + numerics.crossEntropies + numerics.binary {
      #expect(abs(variants.naiveDouble - variants.stable) < 1e-12)
      #expect(abs(Double(variants.naiveSingle) - variants.stable) < 1e-5)
      #expect(!variants.breaksInSingle && !variants.breaksInDouble)
    }
  }

  @Test func powersOverflowAtTheLargestNumber() {
    #expect(abs(Numerics.singleLimit - 88.7228) < 1e-3)
    #expect(abs(Numerics.doubleLimit - 709.7827) < 1e-3)
    for (logit, single, double) in [
      (88.0, false, false), (89, true, false), (709, true, false), (710, true, true),
      (100_000, true, true),
    ] {
      let variants = Numerics([logit, 0]).probabilities[0]
      #expect(variants.breaksInSingle == single && variants.breaksInDouble == double, "\(logit)")
      #expect(variants.stable == 1)
    }
  }

  @Test func naiveLossesFailWhereAProbabilityRoundsToZero() {
    let far = Numerics([0, -120]).crossEntropies[1]
    #expect(far.breaksInSingle && !far.breaksInDouble && abs(far.stable - 120) < 1e-9)
    #expect(Numerics([0, -800]).crossEntropies[1].breaksInDouble)
    let binary = Numerics([20, 40]).binary
    #expect(binary[0].breaksInSingle && !binary[0].breaksInDouble)
    #expect(binary[1].breaksInDouble && abs(binary[1].stable - 40) < 1e-9)
  }

  @Test func flatteningTwiceChangesNothing() {
    let twice = Numerics([1000, 0, 0]).twice
    #expect(abs(twice[0] - 0.5761168847658291) < 1e-12)
    #expect(abs(twice.reduce(0, +) - 1) < 1e-12)
  }
}
