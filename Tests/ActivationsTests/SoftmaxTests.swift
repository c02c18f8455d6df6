import Testing

@testable import Activations

struct SoftmaxTests {
  struct File: Decodable {
    struct Row: Decodable {
      var name: String
      var logits, softmax, logSoftmax: [Double]
      var jacobian: [[Double]]?
    }
    var softmax: [Row]
  }

  private let logits = [0.3, -2, 5.1, 0.3]

  @Test func agreesWithTheReference() throws {
    let rows = try Fixture.decode(File.self, "reference").softmax
    #expect(rows.count == 20)
    for row in rows {
      expect(Softmax.probabilities(row.logits), row.softmax, row.name)
      expect(Softmax.logProbabilities(row.logits), row.logSoftmax, row.name)
      guard let jacobian = row.jacobian else { continue }
      expect(Softmax.jacobian(row.logits).flatMap(\.self), jacobian.flatMap(\.self), row.name)
    }
    #expect(rows.compactMap(\.jacobian).count > 10)
  }

  @Test(arguments: [0.05, 1, 3.7])
  func probabilitiesSumToOne(temperature: Double) {
    let p = Softmax.probabilities(logits, temperature: temperature)
    #expect((p.reduce(0, +) - 1).magnitude < 1e-15)
    #expect(p[0] == p[3] && p[2] > p[0] && p[0] > p[1])
  }

  @Test func shiftsDoNotMatterAndTemperatureDivides() {
    expect(Softmax.probabilities(logits.map { $0 + 64 }), Softmax.probabilities(logits), "shift")
    expect(
      Softmax.probabilities(logits, temperature: 0.5), Softmax.probabilities(logits.map { 2 * $0 }),
      "temperature")
  }

  @Test(arguments: [0.5, 1, 3.7])
  func jacobianAgreesWithDifferences(temperature: Double) {
    let h = 1e-6
    let jacobian = Softmax.jacobian(logits, temperature: temperature)
    for j in logits.indices {
      var up = logits
      var down = logits
      up[j] += h
      down[j] -= h
      let higher = Softmax.probabilities(up, temperature: temperature)
      let lower = Softmax.probabilities(down, temperature: temperature)
      for i in logits.indices {
        #expect((jacobian[i][j] - (higher[i] - lower[i]) / (2 * h)).magnitude < 1e-9)
        #expect(jacobian[i][j] == jacobian[j][i])
      }
      #expect(jacobian[j].reduce(0, +).magnitude < 1e-16)
    }
  }

  @Test func theCatalogueCurveOfSoftmaxIsOneProbability() throws {
    let curve = try Catalogue.softmaxCurve.with(["temperature": 2.5, "classes": 4])
    for x in Samples.grid {
      let logits = [x, 0, 0, 0]
      let p = Softmax.probabilities(logits, temperature: 2.5)[0]
      #expect(relativeError(curve(x), p) < 1e-14)
      let slope = Softmax.jacobian(logits, temperature: 2.5)[0][0]
      #expect(relativeError(curve.derivative(x), slope) < 1e-14)
    }
  }

  @Test func logSumExpIsASmoothMaximum() {
    #expect((Softmax.logSumExp([0, 0, 0]) - 1.0986122886681098).magnitude < 1e-15)
    #expect(Softmax.logSumExp([1e308, 1e308]) == 1e308)
    #expect(Softmax.logSumExp([-1000]) == -1000)
    #expect(Softmax.logSumExp([]) == -.infinity)
    #expect(Softmax.logSumExp([-.infinity, -.infinity]) == -.infinity)
    #expect(Softmax.logSumExp([.infinity, 0]) == .infinity)
    #expect(Softmax.logSumExp([-.infinity, .nan]).isNaN)
  }

  @Test func edgeCasesGiveTheirLimits() {
    #expect(Softmax.probabilities([]).isEmpty)
    #expect(Softmax.probabilities([.infinity, 3, .infinity]) == [0.5, 0, 0.5])
    #expect(Softmax.probabilities([-.infinity, -.infinity]).allSatisfy { $0.isNaN })
    #expect(Softmax.probabilities([0, .nan]).allSatisfy { $0.isNaN })
    #expect(Softmax.logProbabilities([1e308, -1e308], temperature: 1e10) == [0, -2e298])
  }

  private func expect(_ got: [Double], _ truth: [Double], _ name: String) {
    #expect(got.count == truth.count)
    for (a, b) in zip(got, truth) {
      #expect(relativeError(a, b) <= 1e-13, "\(name): \(a), not \(b)")
    }
  }
}
