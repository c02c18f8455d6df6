/// Functions of the form `x · σ(w(x))` with `w` increasing and `w(0) = 0`, such as Swish.
enum LogisticGate {
  /// The |w| above which `x · σ(w)` is `x` or 0 for every double `x`: e^1500 exceeds the square of the largest one.
  private static let saturation = 1500.0

  /// `x · σ(w)`.
  static func value(_ x: Double, _ w: TwoPartNumber) -> Double {
    guard !w.high.isNaN else { return w.high }
    guard w.high.magnitude < saturation else { return w.high > 0 ? x : 0 }
    if w.high >= 0 {
      return x / (1 + RealMath.exp(-w.high) * (1 - w.low))
    }
    let e = RealMath.exp(w.high) * (1 + w.low)
    return Exponential.scaled(x * (1 + w.low) / (1 + e), w.high)
  }

  /// The derivative `σ(w) · (1 + x·w′(x)·σ(−w))`.
  ///
  /// - Parameters:
  ///   - w: The argument of the logistic function.
  ///   - growth: `x·w′(x)`, of the same sign as `w`.
  /// - Returns: The slope of `x · σ(w(x))`.
  static func slope(_ w: TwoPartNumber, growth: Double) -> Double {
    guard !w.high.isNaN else { return w.high }
    guard w.high.magnitude < saturation else { return w.high > 0 ? 1 : 0 }
    if w.high >= 0 {
      let e = RealMath.exp(-w.high) * (1 - w.low)
      return (1 + growth * e / (1 + e)) / (1 + e)
    }
    let e = RealMath.exp(w.high) * (1 + w.low)
    let factor = (1 + e + growth) / ((1 + e) * (1 + e))
    return Exponential.scaled(factor * (1 + w.low), w.high)
  }

  /// The second derivative `σ′(w)·(2w′ + x·w″ + x·w′²·(1 − 2σ(w)))`.
  ///
  /// - Parameters:
  ///   - x: The input.
  ///   - w: The argument of the logistic function.
  ///   - slope: `w′(x)`.
  ///   - secondDerivative: `w″(x)`.
  /// - Returns: The second derivative of `x · σ(w(x))`; 0 where it is saturated.
  static func secondDerivative(_ x: Double, w: Double, slope: Double, secondDerivative: Double)
    -> Double
  {
    guard !w.isNaN else { return w }
    guard w.magnitude < saturation else { return 0 }
    let e = RealMath.exp(-w.magnitude)
    let turn = (1 - e) / (1 + e) * (w < 0 ? 1 : -1)
    let factor = 2 * slope + x * secondDerivative + x * slope * slope * turn
    return e * factor / ((1 + e) * (1 + e))
  }
}
