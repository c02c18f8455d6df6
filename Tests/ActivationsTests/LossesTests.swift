import Testing

@testable import Activations

struct LossesTests {
  /// Uses the reference's field names in camel case.
  struct File: Decodable {
    struct Binary: Decodable {
      var logit, target, posWeight, loss, dlossDlogit: Double
    }
    struct Classes: Decodable {
      var logits: [Double]
      var target: Int
      var labelSmoothing, loss: Double
    }
    var bceWithLogits: [Binary]
    var crossEntropyLogits: [Classes]
  }

  @Test func binaryCrossEntropyAgreesWithTheReference() throws {
    let rows = try Fixture.decode(File.self, "losses").bceWithLogits
    #expect(rows.count == 70)
    for row in rows {
      let loss = Losses.binaryCrossEntropy(
        logit: row.logit, target: row.target, positiveWeight: row.posWeight)
      #expect(relativeError(loss, row.loss) <= 1e-14, "\(row)")
    }
  }

  @Test func crossEntropyAgreesWithTheReference() throws {
    let rows = try Fixture.decode(File.self, "losses").crossEntropyLogits
    #expect(rows.count == 41)
    for row in rows {
      let loss = Losses.crossEntropy(
        logits: row.logits, target: row.target, labelSmoothing: row.labelSmoothing)
      #expect(relativeError(loss, row.loss) <= 1e-13, "\(row)")
    }
  }

  @Test func farLogitsDoNotOverflow() {
    let far = Losses.crossEntropy(logits: [1e308, 0, -1e308], target: 0, labelSmoothing: 0.1)
    #expect(relativeError(far, 1e307) < 1e-14)
    #expect(Losses.crossEntropy(logits: [0, -.infinity], target: 0) == 0)
    #expect(Losses.crossEntropy(logits: [0, -.infinity], target: 1) == .infinity)
    #expect(Losses.binaryCrossEntropy(logit: .infinity, target: 1) == 0)
    #expect(Losses.binaryCrossEntropy(logit: .nan, target: 1).isNaN)
  }
}
