/// A real number kept as the sum of a double and a much smaller correction.
///
/// `e^w` turns an absolute error of `w` into a relative error of the result, so at `w = −700` a
/// single rounding of `w` already costs 500 units in the last place. The correction avoids that.
struct TwoPartNumber {
  /// The number rounded to a double.
  var high: Double
  /// The rounding error of `high`.
  var low: Double

  /// The exact product of two doubles, as long as nothing overflows.
  init(product a: Double, _ b: Double) {
    high = a * b
    low = high.isFinite ? (-high).addingProduct(a, b) : 0
  }

  /// The quotient of two doubles, to about twice the precision of a double.
  init(quotient a: Double, _ b: Double) {
    high = a / b
    low = high.isFinite && b.isFinite ? a.addingProduct(-high, b) / b : 0
  }

  /// The sum of two given parts.
  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// This number times a double.
  func times(_ factor: Double) -> TwoPartNumber {
    var result = TwoPartNumber(product: high, factor)
    result.low += low * factor
    return result
  }

  /// This number plus 1.
  ///
  /// - Source: Knuth, *The Art of Computer Programming* 2, §4.2.2, theorem B (exact sum).
  func plusOne() -> TwoPartNumber {
    let sum = 1 + high
    let part = sum - high
    return TwoPartNumber(high: sum, low: (1 - part) + (high - (sum - part)) + low)
  }
}
