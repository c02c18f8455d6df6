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
    switch function.activation.facts.monotonicity {
    case .strictlyIncreasing: #expect(steps.allSatisfy { $0 > 0 })
    case .nonDecreasing: #expect(steps.allSatisfy { $0 >= 0 } && steps.contains(0))
    case .notMonotonic: #expect(steps.contains { $0 < 0 } && steps.contains { $0 > 0 })
    }
  }

  @Test(arguments: Catalogue.all.map(\.withDefaults))
  func smoothnessIsAsStated(function: BoundActivation) {
    let h = 1e-7
    let corner = function.kinks.first?.x ?? 0
    let jump = (function.derivative(corner + h) - function.derivative(corner - h)).magnitude
    let left = (function.derivative(0) - function.derivative(-h)) / h
    let right = (function.derivative(2 * h) - function.derivative(h)) / h
    switch function.activation.facts.smoothness {
    case .jump: #expect(function.jumps == [0] && function(h) - function(-h) == 1)
    case .kink: #expect(!function.kinks.isEmpty && jump > 0.1)
    case .continuouslyDifferentiable:
      #expect(function.kinks.isEmpty && jump < 1e-6 && (left - right).magnitude > 0.5)
    case .smooth:
      #expect(function.kinks.isEmpty && jump < 1e-6 && (left - right).magnitude < 1e-5)
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
    #expect((mean - stated).magnitude < 1.5e-10, "\(function.label): \(mean)")
    #expect(function.activation.facts.zeroCentred == (stated == 0))
  }

  @Test func kinksFollowTheConvention() throws {
    var kinked: Set<String> = []
    for function in Samples.curves {
      for kink in function.kinks {
        kinked.insert(function.label)
        #expect(function.derivative(kink.x) == kink.slopeUsed)
        #expect(kink.slopeUsed == (kink.x > 0 ? kink.rightSlope : kink.leftSlope))
        #expect((function.derivative(kink.x - 1e-12) - kink.leftSlope).magnitude < 1e-10)
        #expect((function.derivative(kink.x + 1e-12) - kink.rightSlope).magnitude < 1e-10)
      }
    }
    #expect(
      kinked == [
        "ReLU", "Leaky ReLU (α = 0.01)", "Leaky ReLU (α = 0)", "Leaky ReLU (α = 10)",
        "Leaky ReLU (α = 0.3)", "Leaky ReLU (α = 1.7)", "ELU (α = 0)", "ELU (α = 10)",
        "ELU (α = 0.3)", "ELU (α = 1.7)", "PReLU (α = 0.25)", "PReLU (α = 0)", "PReLU (α = 10)",
        "PReLU (α = 0.3)", "PReLU (α = 1.7)", "SELU", "ReLU6", "Hard sigmoid", "Hard swish",
      ])
  }

  @Test func rangesReadAsIntervals() throws {
    let texts = Catalogue.all.map { "\($0.id) \($0.range())" }
    #expect(
      texts == [
        "sigmoid (0, 1)", "tanh (-1, 1)", "relu [0, ∞)", "leaky-relu (-∞, ∞)", "elu (-1, ∞)",
        "swish [-0.2785, ∞)", "gelu [-0.17, ∞)", "gelu-tanh [-0.17, ∞)", "linear (-∞, ∞)",
        "softmax (0, 1)", "prelu (-∞, ∞)", "selu (-1.758, ∞)", "softplus (0, ∞)",
        "mish [-0.3088, ∞)", "relu6 [0, 6]", "hard-sigmoid [0, 1]", "hard-swish [-0.375, ∞)",
        "softsign (-1, 1)", "step {0, 1}", "log-softmax (-∞, 0)", "log-sigmoid (-∞, 0)",
        "swiglu [-0.2785, ∞)",
      ])
    #expect(try "\(Catalogue.step.with(["zero": 0.5]).range)" == "{0, 0.5, 1}")
    #expect(try "\(Catalogue.swiglu.with(["b": -2]).range)" == "(-∞, 0.5569]")
    #expect(try Catalogue.swish.with(["beta": 0]).range == .allReals)
    #expect(try "\(Catalogue.elu.with(["alpha": 0]).range)" == "[0, ∞)")
    #expect(try "\(Catalogue.leakyReLU.with(["alpha": 0]).range)" == "[0, ∞)")
    #expect(try "\(Catalogue.swish.with(["beta": 2]).range)" == "[-0.1392, ∞)")
  }
}
