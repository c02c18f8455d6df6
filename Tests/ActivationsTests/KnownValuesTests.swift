import Testing

@testable import Activations

/// Compares every catalogue entry with the figures it carries.
struct KnownValuesTests {
  @Test(arguments: Catalogue.all.map(\.withDefaults))
  func curvesAgreeWithTheKnownPoints(function: BoundActivation) {
    let known = function.activation.known
    #expect(!known.source.isEmpty)
    #expect(known.points.count >= 5)
    #expect(known.points.contains { $0.x < 0 } && known.points.contains { $0.x > 0 })
    for point in known.points {
      let place = "\(function.label) at \(point.x)"
      let value = function(point.x)
      let derivative = function.derivative(point.x)
      let second = function.secondDerivative(point.x)
      #expect(relativeError(value, point.value) <= 2e-14, "\(place)")
      // Next to a zero of a derivative only an absolute error can be asked for.
      #expect(
        relativeError(derivative, point.derivative) <= 2e-14
          || (derivative - point.derivative).magnitude <= 1e-15, "f′ of \(place)")
      #expect(
        relativeError(second, point.secondDerivative) <= 1e-12
          || (second - point.secondDerivative).magnitude <= 1e-15, "f″ of \(place)")
    }
  }

  @Test(arguments: Catalogue.all.map(\.withDefaults))
  func infinityGivesTheKnownLimits(function: BoundActivation) {
    let known = function.activation.known
    #expect(function(-.infinity) == known.left.value)
    #expect(function(.infinity) == known.right.value)
    #expect(function.derivative(-.infinity) == known.left.derivative)
    #expect(function.derivative(.infinity) == known.right.derivative)
  }

  @Test(arguments: Catalogue.all.map(\.withDefaults))
  func rangeAndLandmarksAreTheKnownOnes(function: BoundActivation) {
    let known = function.activation.known
    #expect("\(function.range)" == known.range)
    #expect(function.landmarks.map(\.kind) == known.landmarks)
  }
}
