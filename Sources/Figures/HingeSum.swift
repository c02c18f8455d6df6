package import Lessons

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A sum of ReLUs that approaches a curve: c + Σ aᵢ·ReLU(x − tᵢ).
///
/// The knots tᵢ stand at equal steps and the first one at the left edge of the window, so that n units make n straight
/// pieces. The pieces connect points of the curve. For the square, c is lowered by half of the largest gap, which makes
/// the largest error 1/(2n²), the least that n pieces can have.
package struct HingeSum: Sendable {
  package let target: HingesFigure.Target
  /// The knots, from the left.
  package let knots: [Double]
  /// The weight of each unit: by how much the slope changes at its knot.
  package let weights: [Double]
  package let constant: Double

  /// Makes the sum of at least one unit.
  package init(_ target: HingesFigure.Target, units: Int) {
    self.target = target
    let window = target.window
    let step = (window.upperBound - window.lowerBound) / Double(units)
    let points = (0...units).map { window.lowerBound + Double($0) * step }
    let slopes = zip(points, points.dropFirst()).map { ($0, $1) }
      .map { (target($1) - target($0)) / step }
    knots = Array(points.dropLast())
    weights = slopes.indices.map { $0 == 0 ? slopes[0] : slopes[$0] - slopes[$0 - 1] }
    let shift = target == .square ? 0.5 / Double(units * units) : 0
    constant = target(window.lowerBound) - shift
  }

  /// The value of the sum.
  package func callAsFunction(_ x: Double) -> Double {
    zip(knots, weights).reduce(constant) { $0 + $1.1 * max(0, x - $1.0) }
  }

  /// The largest distance from the curve, on a grid that contains knots and middles of pieces.
  package var largestError: Double {
    let window = target.window
    let steps = knots.count * 100
    return (0...steps).map { step in
      let x =
        window.lowerBound
        + (window.upperBound - window.lowerBound) * Double(step) / Double(steps)
      return abs(target(x) - self(x))
    }.max() ?? 0
  }
}

extension HingesFigure.Target {
  /// The range of x.
  package var window: ClosedRange<Double> {
    switch self {
    case .square: -1...1
    case .sine: -Double.pi...Double.pi
    }
  }

  /// The value of the curve.
  package func callAsFunction(_ x: Double) -> Double {
    switch self {
    case .square: x * x
    case .sine: sin(x)
    }
  }
}
