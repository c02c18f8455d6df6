import Testing

@testable import Activations

struct ReferenceTests {
  @Test func agreesWithTheReference() throws {
    let groups = try Fixture.reference()
    #expect(groups.reduce(0) { $0 + $1.rows.count } == 775)
    for group in groups { check(group) }
  }

  @Test func agreesWithPointsOfOurOwn() throws {
    let groups = try Fixture.more()
    #expect(groups.count == 630)
    for group in groups { check(group) }
  }

  @Test func agreesInTheTailsAndAtAllScales() throws {
    let groups = try Fixture.tails()
    #expect(groups.reduce(0) { $0 + $1.group.rows.count } > 2500)
    for (_, group) in groups { check(group) }
  }

  @Test func theReferenceHasManyPointsPerCurve() throws {
    for (name, group) in try Fixture.tails() {
      guard group.function == group.function.activation.withDefaults else { continue }
      #expect(group.rows.count > 5, "\(name)")
    }
  }

  @Test(arguments: [
    (-10, -10.000045398899218), (0, -0.6931471805599453), (40, -4.248354255291589e-18),
  ])
  func logSigmoidIsTheLogarithmOfSigmoid(x: Double, value: Double) throws {
    let function = try Catalogue.activation(named: "log-sigmoid").withDefaults
    #expect(relativeError(function(x), value) <= 1e-15)
    let twoClasses = try Catalogue.logSoftmaxCurve.with(["classes": 2])
    #expect(relativeError(function(x), twoClasses(x)) <= 1e-15)
  }

  @Test func theGateOfSwiGLUAgreesWithTheReference() throws {
    struct File: Decodable {
      struct Row: Decodable {
        var a, b, f, dfDa, dfDb: Double
      }
      var swigluGate: [Row]
    }
    let rows = try Fixture.decode(File.self, "reference").swigluGate
    #expect(rows.count == 12)
    for row in rows {
      let slopes = SwiGLU.gradient(row.a, row.b)
      #expect(relativeError(SwiGLU.value(row.a, row.b), row.f) <= 2e-14)
      #expect(relativeError(slopes.a, row.dfDa) <= 2e-14, "∂a at \(row)")
      #expect(relativeError(slopes.b, row.dfDb) <= 2e-14, "∂b at \(row)")
    }
  }

  private func check(_ group: Fixture.Group) {
    let function = group.function
    let zeroSlope = function.landmarks.first { [.minimum, .maximum].contains($0.kind) }?.x
    for row in group.rows {
      let value = function(row.x)
      let slope = function.derivative(row.x)
      #expect(
        relativeError(value, row.value) <= 2e-14,
        "\(function.label) at \(row.x): \(value), not \(row.value)")
      // Next to a zero of the slope only the absolute error is meaningful.
      let nearZero = zeroSlope.map { (row.x - $0).magnitude < 0.1 * $0.magnitude } ?? false
      #expect(
        relativeError(slope, row.slope) <= 2e-14
          || nearZero && (slope - row.slope).magnitude <= 1e-15,
        "slope of \(function.label) at \(row.x): \(slope), not \(row.slope)")
    }
  }
}
