/// Products with `e^w` that keep full precision where `e^w` alone would be subnormal or zero.
enum Exponential {
  /// `factor · e^w`, rounded once in the subnormal range.
  static func scaled(_ factor: Double, _ w: Double) -> Double {
    guard w < -700 else { return factor * RealMath.exp(w) }
    let quarter = RealMath.exp(w / 4)
    return factor * quarter * quarter * quarter * quarter
  }
}

/// The standard normal distribution.
enum StandardNormal {
  /// 1/√(2π).
  private static let peak = 0.3989422804014327
  /// 1/√2.
  private static let halfRoot = 0.7071067811865476

  /// Φ(x), the probability of a value of at most `x`; within a relative error of 1e-14 for `x >= -8`.
  static func cumulative(_ x: Double) -> Double {
    0.5 * RealMath.erfc(-x * halfRoot)
  }

  /// `factor · φ(x)` with φ the density `e^(−x²/2)/√(2π)`; 0 beyond `|x| = 40`, where it underflows.
  static func density(_ x: Double, times factor: Double) -> Double {
    guard x.magnitude < 40 else { return 0 }
    let square = TwoPartNumber(product: x, x)
    return Exponential.scaled(peak * factor * (1 - square.low / 2), -square.high / 2)
  }

  /// Mills' ratio `Φ(−t)/φ(t)` for `t >= 8`, to the precision of a double.
  ///
  /// - Source: Laplace's continued fraction 1/(t + 1/(t + 2/(t + 3/(t + …)))), NIST DLMF 7.9.2.
  static func millsRatio(_ t: Double) -> Double {
    var tail = t
    for k in stride(from: 15, through: 1, by: -1) {
      tail = t + Double(k) / tail
    }
    return 1 / tail
  }
}
