import Testing

@testable import Activations

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct ShapeTests {
  @Test(arguments: Samples.curves)
  func valuesStayInTheDeclaredRangeAndFillIt(function: BoundActivation) {
    let inputs = Samples.everyScale + Samples.grid + function.landmarks.map(\.x)
    let values = inputs.map { function($0) }
    let range = function.range
    for value in values where value.isFinite {
      // Rounding may move a value to an open bound or one unit beyond a closed one.
      let inside =
        range.contains(value) || value == range.lower.value || value == range.upper.value
        || [range.lower, range.upper].compactMap(\.value).contains {
          (value - $0).magnitude <= 1e-15 * $0.magnitude
        }
      #expect(inside, "\(function.label): \(value) outside \(range)")
    }
    let least = values.min() ?? .nan
    let greatest = values.max() ?? .nan
    #expect(range.lower.value.map { (least - $0).magnitude < 1e-12 } ?? (least < -1e300))
    #expect(range.upper.value.map { (greatest - $0).magnitude < 1e-12 } ?? (greatest > 1e300))
  }

  @Test(arguments: Catalogue.all.map(\.withDefaults))
  func monotonicityIsAsStated(function: BoundActivation) {
    let inputs = Samples.grid.filter { $0.magnitude <= 15 }
    let pairs = zip(inputs.dropLast(), inputs.dropFirst())
    let steps = pairs.map { function($1) - function($0) }
    let facts = function.activation.facts
    #expect(facts.monotonic == steps.allSatisfy { $0 >= 0 })
    switch facts.monotonicity {
    case .strictlyIncreasing: #expect(steps.allSatisfy { $0 > 0 })
    case .nonDecreasing: #expect(steps.allSatisfy { $0 >= 0 } && steps.contains(0))
    case .notMonotonic: #expect(steps.contains { $0 < 0 } && steps.contains { $0 > 0 })
    }
  }

  @Test(arguments: Catalogue.all.map(\.withDefaults))
  func smoothnessIsAsStated(function: BoundActivation) {
    let h = 1e-7
    // The greatest jumps of f, f′ and f″ between two inputs 2h apart.
    func greatestJump(_ curve: (Double) -> Double) -> Double {
      Samples.grid.map { (curve($0 + h) - curve($0 - h)).magnitude }.max() ?? 0
    }
    let value = greatestJump { function($0) }
    let slope = greatestJump { function.derivative($0) }
    let second = greatestJump { function.secondDerivative($0) }
    #expect(function.jumps.isEmpty == (value < 1e-5), "\(function.label)")
    #expect(function.kinks.isEmpty == (slope < 1e-5), "\(function.label)")
    switch function.activation.facts.smoothness {
    case .jump: #expect(value > 0.1)
    case .kink: #expect(value < 1e-5 && slope > 0.1)
    case .continuouslyDifferentiable: #expect(value < 1e-5 && slope < 1e-5 && second > 0.1)
    case .smooth: #expect(value < 1e-5 && slope < 1e-5 && second < 1e-5)
    }
  }

  @Test(arguments: Catalogue.all.map(\.withDefaults))
  func boundsAreOpenOrClosedAsStated(function: BoundActivation) {
    // Farther out, rounding reaches bounds that the function does not.
    let inputs = Samples.grid.filter { $0.magnitude <= 8 } + function.landmarks.map(\.x)
    let values = inputs.map { function($0) }
    let range = function.range
    if let all = range.values { #expect(Set(values) == Set(all), "\(function.label)") }
    for bound in [range.lower, range.upper] {
      switch bound {
      case .unbounded: break
      case .open(let end): #expect(!values.contains(end), "\(function.label)")
      case .closed(let end):
        #expect(
          values.contains { ($0 - end).magnitude <= 1e-15 * end.magnitude }, "\(function.label)")
      }
    }
  }

  @Test(arguments: Catalogue.all.map(\.withDefaults))
  func meanOutputIsTheGaussianIntegral(function: BoundActivation) {
    guard let stated = function.activation.facts.meanOutput else { return }
    // Simpson's rule on each side of 0, where the kinks are.
    let half = 6000
    let step = 12.0 / Double(half)
    var sum = 0.0
    for i in -half...half {
      let x = Double(i) * step
      let weight: Double =
        i.magnitude == half ? 1 : i == 0 ? 2 : i.isMultiple(of: 2) ? 2 : 4
      // A jump counts with the mean of its two sides.
      let value =
        function.jumps.contains(x) ? (function(x - 1e-9) + function(x + 1e-9)) / 2 : function(x)
      sum += weight * value * exp(-x * x / 2)
    }
    let mean = sum * step / 3 / (2 * Double.pi).squareRoot()
    // 1e-10 for the rule, and half a unit of the tenth digit for the stated mean.
    let rounding = stated.magnitude < 1 ? 5e-11 : 5e-10
    #expect((mean - stated).magnitude < 1e-10 + rounding, "\(function.label): \(mean)")
    #expect(function.activation.facts.zeroCentred == (stated == 0))
  }

  @Test(arguments: Samples.curves)
  func kinksFollowTheConvention(function: BoundActivation) {
    for kink in function.kinks {
      #expect(kink.leftSlope != kink.rightSlope)
      #expect(function.derivative(kink.x) == kink.slopeUsed)
      #expect(kink.slopeUsed == (kink.x > 0 ? kink.rightSlope : kink.leftSlope))
      #expect((function.derivative(kink.x - 1e-12) - kink.leftSlope).magnitude < 1e-10)
      #expect((function.derivative(kink.x + 1e-12) - kink.rightSlope).magnitude < 1e-10)
    }
  }

  @Test(arguments: Samples.curves)
  func noKinkIsMissed(function: BoundActivation) {
    let h = 1e-9
    let corners = function.kinks.map(\.x) + function.jumps
    let steepest = Samples.grid.map { function.secondDerivative($0).magnitude }.max() ?? 0
    for x in Samples.grid where !corners.contains(x) {
      let jump = (function.derivative(x + h) - function.derivative(x - h)).magnitude
      #expect(jump < 1e-6 * max(1, steepest), "\(function.label) at \(x)")
    }
  }

  @Test func rangesAreFormattedAsIntervals() throws {
    #expect("\(Catalogue.sigmoid.range())" == "(0, 1)")
    #expect("\(Catalogue.relu.range())" == "[0, ∞)")
    #expect("\(Catalogue.linear.range())" == "(-∞, ∞)")
    #expect("\(Catalogue.step.range())" == "{0, 1}")
    #expect(try "\(Catalogue.step.with(["zero": 0.5]).range)" == "{0, 0.5, 1}")
    #expect(try "\(Catalogue.swiglu.with(["b": -2]).range)" == "(-∞, 0.5569]")
    #expect(try Catalogue.swish.with(["beta": 0]).range == .allReals)
    #expect(try "\(Catalogue.elu.with(["alpha": 0]).range)" == "[0, ∞)")
    #expect(try "\(Catalogue.leakyReLU.with(["alpha": 0]).range)" == "[0, ∞)")
    #expect(try "\(Catalogue.swish.with(["beta": 2]).range)" == "[-0.1392, ∞)")
  }
}
