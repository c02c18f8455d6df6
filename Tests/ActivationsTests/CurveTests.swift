import Testing

@testable import Activations

struct CurveTests {
  @Test(arguments: Samples.curves)
  func slopeAgreesWithCentralDifferences(function: BoundActivation) {
    let h = 1e-6
    // At 0 the second derivative of softsign jumps by 4, so the error is proportional to h.
    let tolerance = 1.1e-6
    let corners = function.kinks.map(\.x) + function.jumps
    for x in Samples.grid where !corners.contains(where: { ($0 - x).magnitude <= h }) {
      let difference = (function(x + h) - function(x - h)) / (2 * h)
      let error = (function.derivative(x) - difference).magnitude
      #expect(error < tolerance, "\(function.label) at \(x)")
    }
  }

  @Test(arguments: Samples.curves)
  func secondDerivativesMatchCentralDifferencesOfTheSlope(function: BoundActivation) {
    let h = 1e-6
    let corners = function.kinks.map(\.x) + function.jumps
    let steepest = Samples.grid.map { function.secondDerivative($0).magnitude }.max() ?? 0
    for x in Samples.grid where !corners.contains(where: { ($0 - x).magnitude <= h }) {
      let difference = (function.derivative(x + h) - function.derivative(x - h)) / (2 * h)
      // At 0 the second derivatives of ELU and softsign jump, and the value of either side is accepted.
      let (left, right) = (function.secondDerivative(-h), function.secondDerivative(h))
      if x == 0, (left - right).magnitude > 1e-3 * steepest { continue }
      let error = (function.secondDerivative(x) - difference).magnitude
      #expect(error < 1e-9 + 1e-6 * max(1, steepest), "\(function.label) at \(x)")
    }
    for x in Samples.everyScale {
      #expect(function.secondDerivative(x).isFinite, "\(function.label) at \(x)")
    }
    #expect(function.secondDerivative(.nan).isNaN)
    for x in [-Double.infinity, .infinity] { #expect(function.secondDerivative(x) == 0) }
  }

  @Test(arguments: Samples.curves)
  func finiteInputsGiveFiniteValues(function: BoundActivation) {
    for x in Samples.everyScale {
      // Only a curve steeper than 1 exceeds the range of doubles.
      let steepest = max(
        function.derivative(-1e300).magnitude, function.derivative(1e300).magnitude)
      if (max(1, steepest) * x).isFinite {
        #expect(function(x).isFinite, "\(function.label) at \(x)")
      }
      #expect(function.derivative(x).isFinite, "slope of \(function.label) at \(x)")
    }
  }

  @Test(arguments: Samples.curves)
  func nanInputsGiveNaN(function: BoundActivation) {
    #expect(function(.nan).isNaN)
    #expect(function.derivative(.nan).isNaN)
  }

  @Test(arguments: Samples.curves)
  func infiniteInputsNeverGiveNaN(function: BoundActivation) {
    for x in [-Double.infinity, .infinity] {
      #expect(!function(x).isNaN && !function.derivative(x).isNaN, "\(function.label)")
      let beyond = x > 0 ? 1e300 : -1e300
      #expect(function.derivative(x) == function.derivative(beyond), "\(function.label)")
    }
  }

  @Test func bindingDoesNotChangeTheCurve() throws {
    for function in Samples.curves {
      let values = zip(function.activation.parameters, function.parameterValues)
        .map { ($0.name, $1) }
      let parameters = try function.activation.parameterValues(
        Dictionary(uniqueKeysWithValues: values))
      #expect(function.activation.value(at: -0.7, parameters) == function(-0.7))
      #expect(function.activation.derivative(at: -0.7, parameters) == function.derivative(-0.7))
      #expect(function.activation.range(parameters) == function.range)
      #expect(function.activation.kinks(parameters) == function.kinks)
    }
  }

  @Test func familiesApproachTheirLimits() throws {
    let relu = Catalogue.relu.withDefaults
    let halved = try Catalogue.swish.with(["beta": 0])
    let steepSwish = try Catalogue.swish.with(["beta": 100])
    let noLeak = try Catalogue.leakyReLU.with(["alpha": 0])
    let fullLeak = try Catalogue.leakyReLU.with(["alpha": 1])
    let noExponential = try Catalogue.elu.with(["alpha": 0])
    let twoClasses = try Catalogue.softmaxCurve.with(["classes": 2])
    for x in Samples.grid {
      #expect(halved(x) == x / 2)
      #expect((steepSwish(x) - relu(x)).magnitude < 0.003)
      #expect(noLeak(x) == relu(x))
      #expect(fullLeak(x) == x)
      #expect(noExponential(x) == relu(x))
      #expect(relativeError(twoClasses(x), Catalogue.sigmoid.value(at: x)) < 1e-15)
    }
  }
}
