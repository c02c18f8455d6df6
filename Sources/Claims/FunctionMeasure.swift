import Activations

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures properties of a function numerically, from its values and slopes.
struct FunctionMeasure {
  private let function: BoundActivation
  /// The largest magnitude of x that is examined; the functions of the lesson have no features beyond it.
  private static let reach = 40.0

  init(_ function: BoundActivation) { self.function = function }

  /// The minimum of a quantity over x and its location: a grid search, then golden-section search.
  func least(_ value: (Double) -> Double) -> (x: Double, value: Double) {
    let step = 0.005
    var best = (x: 0.0, value: value(0))
    for number in -Int(Self.reach / step)...Int(Self.reach / step) {
      let x = Double(number) * step
      let found = value(x)
      if found < best.value { best = (x, found) }
    }
    var (low, high) = (best.x - step, best.x + step)
    let ratio = (5.0.squareRoot() - 1) / 2
    for _ in 0..<80 {
      let (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
      if value(left) < value(right) { high = right } else { low = left }
    }
    let middle = (low + high) / 2
    return value(middle) < best.value ? (middle, value(middle)) : best
  }

  /// The smallest bound on the magnitude of x beyond which the slope stays below a limit on both sides.
  func flatBeyond(_ bound: Double) -> Double {
    func isSteep(_ x: Double) -> Bool {
      abs(function.derivative(x)) >= bound || abs(function.derivative(-x)) >= bound
    }
    var low = Self.reach
    while low > 0, !isSteep(low) { low -= 0.01 }
    var high = low + 0.01
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if isSteep(middle) { low = middle } else { high = middle }
    }
    return high
  }

  /// Whether the function decreases anywhere.
  var fallsSomewhere: Bool { least { function.derivative($0) }.value < 0 }

  /// The mean output for standard normal inputs.
  var meanOverNormal: Double { Self.mean { function($0) } }

  /// The mean square of the output for standard normal inputs.
  var meanSquare: Double { Self.mean { function($0) * function($0) } }

  /// The mean square of the slope for standard normal inputs; at a kink, of both sides.
  var meanSquareSlope: Double {
    Self.mean { x in
      let (left, right) = (function.derivative(x - 1e-9), function.derivative(x + 1e-9))
      return (left * left + right * right) / 2
    }
  }

  /// The mean of a quantity for standard normal x, by Simpson's rule.
  private static func mean(_ value: (Double) -> Double) -> Double {
    let count = 20_000
    let (low, width) = (-12.0, 24.0 / 20_000)
    var sum = 0.0
    for number in 0...count {
      let x = low + Double(number) * width
      let weight = number == 0 || number == count ? 1.0 : number % 2 == 1 ? 4 : 2
      sum += weight * value(x) * exp(-x * x / 2)
    }
    return sum * width / 3 / (2 * Double.pi).squareRoot()
  }
}

/// Elementary functions and constants.
enum RealFunctions {
  static let constants: [String: Double] = ["pi": .pi, "e": exp(1), "inf": .infinity]

  static let unary: [String: @Sendable (Double) -> Double] = [
    "exp": { exp($0) }, "ln": { log($0) }, "log": { log($0) }, "log10": { log10($0) },
    "sqrt": { $0.squareRoot() }, "abs": { abs($0) },
    "rounded_single": { Double(Float($0)) },
  ]

  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
