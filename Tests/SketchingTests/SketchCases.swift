import Activations
import Testing

@testable import Sketching

/// A curve with its window, its heights at the handles, and the usual wrong sketches of it.
struct SketchCase: Sendable, CustomTestStringConvertible {
  /// A usual wrong sketch, and the landmarks of which at least one must be named.
  struct Mistake: Sendable {
    let heights: [Double]
    let named: [Named]
  }

  /// The kind of a landmark.
  enum Named: Sendable {
    case extreme, noReturn, extremeHeight, extremePlace, below, above, gradual, rounded, cornerPlace
    case zero, level, limit, stillMoving, end, levelsOff, steepness, identity, corner, jump,
      symmetry
    case height
  }

  let name: String
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  /// From a computation with mpmath, to three decimals.
  let heights: [Double]
  let mistakes: [Mistake]

  /// Makes a case; a prime after the id means the slope.
  init(
    _ name: String, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ heights: [Double],
    _ mistakes: [(heights: [Double], named: [Named])]
  ) {
    (self.name, self.x, self.y, self.heights) = (name, x, y, heights)
    self.mistakes = mistakes.map { Mistake(heights: $0.heights, named: $0.named) }
  }

  var testDescription: String { name }

  /// The curve.
  func target() throws -> SketchTarget {
    let id = name.replacing("′", with: "")
    // The slope of Leaky ReLU's usual parameter cannot be seen.
    let function = try Catalogue.activation(named: id)
      .with(id == "leaky-relu" ? ["alpha": 0.1] : [:])
    return SketchTarget(function, isSlope: id != name, x: x, y: y)
  }

  /// The heights of another function at nine handles.
  static func curve(
    _ x: ClosedRange<Double>, _ function: (Double) -> Double
  ) -> [Double] {
    (0..<9).map { function(x.lowerBound + Double($0) / 8 * (x.upperBound - x.lowerBound)) }
  }

  private static func of(_ id: String, _ x: ClosedRange<Double>) -> [Double] {
    guard let function = try? Catalogue.activation(named: id) else { return [] }
    return curve(x) { function.value(at: $0) }
  }

  private static func slope(_ id: String, _ x: ClosedRange<Double>) -> [Double] {
    guard let function = try? Catalogue.activation(named: id) else { return [] }
    return curve(x) { function.derivative(at: $0) }
  }

  private static let (six, four, eight) = (-6.0...6.0, -4.0...4.0, -8.0...8.0)
  private static let swish = [-0.015, -0.049, -0.142, -0.274, 0, 1.226, 2.858, 4.451, 5.985]
  private static let gelu = [0, -0.004, -0.046, -0.159, 0, 0.841, 1.954, 2.996, 4]

  static let all = values + slopes

  private static let values: [SketchCase] = [
    SketchCase(
      "sigmoid", six, 0...1, [0.002, 0.011, 0.047, 0.182, 0.5, 0.818, 0.953, 0.989, 0.998],
      [
        // All functions start at the origin; taken for tanh; a step.
        (curve(six) { max(0, 2 / (1 + exp(-$0)) - 1) }, [.zero]),
        ([0, 0, 0, 0, 0.5, 1, 1, 1, 1], [.steepness]),
      ]),
    SketchCase(
      "sigmoid", six, -1.2...1.2, [0.002, 0.011, 0.047, 0.182, 0.5, 0.818, 0.953, 0.989, 0.998],
      [(of("tanh", six), [.below]), (curve(six) { $0 / 12 + 0.5 }, [.stillMoving])]),
    SketchCase(
      "tanh", four, -1.2...1.2, [-0.999, -0.995, -0.964, -0.762, 0, 0.762, 0.964, 0.995, 0.999],
      [
        (of("sigmoid", four), [.zero, .limit]), (curve(four) { $0 * 0.3 }, [.stillMoving, .below]),
        (curve(four) { 2 / (1 + exp(-$0 / 2)) - 1 }, [.steepness]),
      ]),
    SketchCase(
      "relu", four, -1...4, [0, 0, 0, 0, 0, 1, 2, 3, 4],
      [
        ([0, 0, 0, 0.1, 0.35, 1.1, 2, 3, 4], [.rounded]),
        ([0, 0, 0, 0, 0, 0, 1, 2, 3], [.cornerPlace]),
        ([0, 0, 0, 0, 0, 1, 1.7, 1.9, 2], [.end]),
        ([-0.4, -0.3, -0.2, -0.1, 0, 1, 2, 3, 4], [.below]),
      ]),
    SketchCase(
      "leaky-relu", four, -1...4, [-0.4, -0.3, -0.2, -0.1, 0, 1, 2, 3, 4],
      [
        (of("relu", four), [.end]), (of("elu", four), [.end]),
        ([0.4, 0.3, 0.2, 0.1, 0, 1, 2, 3, 4], [.end]),
      ]),
    SketchCase(
      "elu", four, -1.5...4, [-0.982, -0.95, -0.865, -0.632, 0, 1, 2, 3, 4],
      [
        (
          [-1, -0.95, -0.85, -0.45, 0, 1, 2, 3, 4].enumerated().map { $0 == 3 ? -0.1 : $1 },
          [.corner]
        ),
        ([-1, -0.75, -0.5, -0.25, 0, 1, 2, 3, 4], [.stillMoving]), (gelu, [.limit]),
      ]),
    SketchCase(
      "swish", six, -1...6, swish,
      [
        (of("relu", six), [.extreme]),
        ([-0.28, -0.28, -0.28, -0.28, 0, 1.226, 2.858, 4.451, 5.985], [.noReturn]),
        ([-0.015, -0.049, -0.142, -0.274, 0, 1.5, 3, 4.5, 6], [.identity]),
      ]),
    SketchCase(
      "gelu", four, -1...4, gelu,
      [
        (of("swish", four), [.extremeHeight]),
        ([-0.17, -0.17, -0.17, -0.17, 0, 0.841, 1.954, 2.996, 4], [.noReturn]),
        ([-1, -0.75, -0.5, -0.25, 0, 0.841, 1.954, 2.996, 4], [.below]),
        (of("relu", four), [.extreme]),
      ]),
    SketchCase(
      "gelu-tanh", four, -1...4, [0, -0.004, -0.045, -0.159, 0, 0.841, 1.955, 2.996, 4], []),
    SketchCase(
      "linear", four, -4...4, [-4, -3, -2, -1, 0, 1, 2, 3, 4],
      [(curve(four) { min(max($0, -1), 1) }, [.end]), (of("relu", four), [.end])]),
    SketchCase(
      "softmax", six, 0...1, [0.001, 0.006, 0.024, 0.1, 0.333, 0.691, 0.909, 0.978, 0.995],
      [(of("sigmoid", six), [.zero])]),
    SketchCase(
      "prelu", four, -1.5...4, [-1, -0.75, -0.5, -0.25, 0, 1, 2, 3, 4],
      [(of("relu", four), [.end]), (of("elu", four), [.levelsOff, .rounded])]),
    SketchCase(
      "selu", four, -2.5...4.5,
      [-1.726, -1.671, -1.52, -1.111, 0, 1.051, 2.101, 3.152, 4.203], [(of("elu", four), [.limit])]),
    SketchCase(
      "softplus", four, -1...5, [0.018, 0.049, 0.127, 0.313, 0.693, 1.313, 2.127, 3.049, 4.018],
      [
        (of("relu", four), [.zero]), (of("elu", four), [.below]),
        ([2, 1.4, 1, 0.75, 0.693, 1.313, 2.127, 3.049, 4.018], [.limit]),
      ]),
    SketchCase(
      "mish", six, -1...6, [-0.015, -0.05, -0.146, -0.298, 0, 1.403, 2.987, 4.499, 6],
      [
        (of("relu", six), [.extreme]),
        ([-0.3, -0.3, -0.3, -0.3, 0, 1.403, 2.987, 4.499, 6], [.noReturn]),
      ]),
    SketchCase(
      "relu6", -4...12, -1...8, [0, 0, 0, 2, 4, 6, 6, 6, 6],
      [
        ([0, 0, 0, 2, 4, 6, 8, 8, 8], [.above]), ([0, 0, 0, 2, 3.6, 5.2, 5.8, 6, 6], [.rounded]),
        ([0, 0, 0, 1, 1, 1, 1, 1, 1], [.level]),
      ]),
    SketchCase(
      "hard-sigmoid", six, -0.2...1.2, [0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1],
      [
        (of("sigmoid", six), [.rounded, .level]),
        ([0, 0, 0, 0, 0.5, 1, 1, 1, 1], [.cornerPlace]),
        ([-0.2, -0.2, -0.2, 0.25, 0.5, 0.75, 1, 1, 1], [.below]),
      ]),
    SketchCase(
      "hard-swish", six, -1...6, [0, 0, 0, -0.375, 0, 1.125, 3, 4.5, 6],
      [(swish, [.level]), (of("relu", six), [.extreme])]),
    SketchCase(
      "softsign", eight, -1.2...1.2,
      [-0.889, -0.857, -0.8, -0.667, 0, 0.667, 0.8, 0.857, 0.889],
      [(of("tanh", eight), [.steepness])]),
    SketchCase(
      "step", four, -0.5...1.5, [0, 0, 0, 0, 1, 1, 1, 1, 1],
      [
        ([0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1], [.gradual]),
        ([-0.5, -0.5, -0.5, -0.5, 1, 1, 1, 1, 1], [.below]),
      ]),
    SketchCase(
      "log-softmax", six, -8...1,
      [-6.694, -5.199, -3.718, -2.299, -1.099, -0.369, -0.095, -0.022, -0.005],
      [
        (curve(six) { $0 < -1.1 ? $0 + 1.1 : ($0 + 1.1) / 8 }, [.above, .zero]),
        ([-5, -3.6, -2.3, -1.5, -1.099, -1.5, -2.3, -3.6, -5], [.limit]),
        (of("softmax", six), [.end, .above]),
      ]),
    SketchCase("swiglu", six, -1...6, swish, [(of("relu", six), [.extreme])]),
  ]

  private static let unit = -0.5...1.5

  private static let slopes: [SketchCase] = [
    SketchCase(
      "sigmoid′", six, 0...0.4, [0.002, 0.011, 0.045, 0.149, 0.25, 0.149, 0.045, 0.011, 0.002],
      [
        (slope("tanh", six).map { min($0, 0.4) }, [.extremeHeight]),
        (of("sigmoid", six).map { min($0, 0.4) }, [.noReturn, .extreme]),
        ([0, 0, 0, 0, 0.25, 0.149, 0.045, 0.011, 0.002], [.symmetry, .extremePlace]),
      ]),
    SketchCase(
      "tanh′", four, 0...1.2, [0.001, 0.01, 0.071, 0.42, 1, 0.42, 0.071, 0.01, 0.001],
      [
        (slope("sigmoid", four), [.extremeHeight]),
        ([0, 0, 0.42, 1, 1, 1, 0.42, 0, 0], [.height]),
        ([0, 0, 0, 0, 1, 0.42, 0.071, 0.01, 0.001], [.symmetry, .extremePlace]),
      ]),
    SketchCase(
      "relu′", four, unit, [0, 0, 0, 0, 0, 1, 1, 1, 1],
      [
        (of("relu", four).map { min($0, 1.5) }, [.above]),
        ([0, 0, 0, 0, 0.5, 1, 1, 1, 1], [.gradual]),
        (curve(four) { min(max($0, -0.5), 1.5) }, [.below]),
      ]),
    SketchCase(
      "leaky-relu′", four, unit, [0.1, 0.1, 0.1, 0.1, 0.1, 1, 1, 1, 1],
      [
        (slope("relu", four), [.below, .level]),
        ([-0.1, -0.1, -0.1, -0.1, -0.1, 1, 1, 1, 1], [.below]),
      ]),
    SketchCase(
      "elu′", four, unit, [0.018, 0.05, 0.135, 0.368, 1, 1, 1, 1, 1],
      [
        ([0.018, 0.05, 0.05, 0.05, 1, 1, 1, 1, 1], [.jump, .steepness]),
        (slope("relu", four), [.zero]),
        ([0.018, 0.05, 0.135, 0.368, 1, 0.7, 0.4, 0.2, 0.1], [.level]),
      ]),
    SketchCase(
      "softmax′", six, 0...0.4, [0.001, 0.005, 0.024, 0.09, 0.222, 0.213, 0.082, 0.021, 0.005],
      [
        (slope("sigmoid", six), [.extremePlace]),
        (slope("softmax", six).map { min(4 * $0, 0.4) }, [.extremeHeight, .extremePlace]),
      ]),
    SketchCase(
      "swish′", six, unit, [-0.012, -0.038, -0.088, -0.041, 0.5, 1.041, 1.088, 1.038, 1.012],
      [
        ([0, 0, 0, 0, 0.5, 1.041, 1.088, 1.038, 1.012], [.extreme]),
        ([-0.012, -0.038, -0.088, -0.041, 0.5, 0.95, 1, 1, 1], [.extreme]),
        ([-0.012, -0.038, -0.088, -0.041, 0, 1.041, 1.088, 1.038, 1.012], [.zero]),
      ]),
    SketchCase(
      "gelu′", four, unit, [-0.001, -0.012, -0.085, -0.083, 0.5, 1.083, 1.085, 1.012, 1.001],
      [
        ([0, 0, 0, 0, 0.5, 1.083, 1.085, 1.012, 1.001], [.extreme]),
        (curve(four) { 1 / (1 + exp(-1.7 * $0)) }, [.extreme]),
        ([-0.001, -0.012, -0.085, -0.083, 0, 1.083, 1.085, 1.012, 1.001], [.zero]),
      ]),
  ]
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension SketchMiss {
  /// The kind of the landmark.
  var kind: SketchCase.Named {
    switch self {
    case .extreme: .extreme
    case .noReturn: .noReturn
    case .extremeHeight: .extremeHeight
    case .extremePlace: .extremePlace
    case .beyond(let bound): bound.isUpper ? .above : .below
    case .gradual: .gradual
    case .rounded: .rounded
    case .cornerPlace: .cornerPlace
    case .valueAtZero: .zero
    case .level: .level
    case .limit: .limit
    case .stillMoving: .stillMoving
    case .end, .tooSteepAtEnd: .end
    case .levelsOff: .levelsOff
    case .steepness: .steepness
    case .onIdentity: .identity
    case .corner: .corner
    case .jump: .jump
    case .symmetry: .symmetry
    case .height: .height
    }
  }
}
