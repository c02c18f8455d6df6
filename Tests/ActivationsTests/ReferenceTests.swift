import Testing

@testable import Activations

struct ReferenceTests {
  @Test func agreesWithTheReference() throws {
    let groups = try Fixture.reference()
    #expect(groups.reduce(0) { $0 + $1.rows.count } == 375)
    for group in groups { check(group) }
  }

  @Test func agreesWithPointsOfOurOwn() throws {
    let groups = try Fixture.more()
    #expect(groups.count == 630)
    for group in groups { check(group) }
  }

  @Test func agreesInTheTailsAndAtAllScales() throws {
    let groups = try Fixture.tails()
    #expect(groups.reduce(0) { $0 + $1.rows.count } > 1500)
    #expect(Set(groups.map(\.function.activation.id)).count == Catalogue.all.count)
    for group in groups { check(group) }
  }

  private func check(_ group: Fixture.Group) {
    let function = group.function
    let zeroSlope = function.landmarks.first { $0.kind == .minimum }?.x
    for row in group.rows {
      let value = function(row.x)
      let slope = function.derivative(row.x)
      #expect(
        relativeError(value, row.value) <= 2e-14,
        "\(function.label) at \(row.x): \(value), not \(row.value)")
      // Next to a zero of the slope only an absolute error can be asked for.
      let nearZero = zeroSlope.map { (row.x - $0).magnitude < 0.1 * $0.magnitude } ?? false
      #expect(
        relativeError(slope, row.slope) <= 2e-14
          || nearZero && (slope - row.slope).magnitude <= 1e-15,
        "slope of \(function.label) at \(row.x): \(slope), not \(row.slope)")
    }
  }
}
