#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The step by which a handle moves: 1, 2 or 5 times a power of ten, about a hundredth of the window.
struct RoundStep {
  private let factor: Int
  private let exponent: Int

  /// The greatest round number at most an eightieth of a range.
  init(for range: ClosedRange<Double>) {
    self.init(atMost: (range.upperBound / 2 - range.lowerBound / 2) / 40)
  }

  private init(atMost limit: Double) {
    let power = limit > 0 && limit.isFinite ? Int(log10(limit).rounded(.down)) : 0
    exponent = min(max(power, -320), 300)
    let digits = limit / Self.decimal(1, exponent)
    factor = digits >= 5 * (1 - 1e-9) ? 5 : digits >= 2 * (1 - 1e-9) ? 2 : 1
  }

  private var value: Double { Self.decimal(factor, exponent) }

  /// The multiple of the step that is nearest to a height.
  func nearest(to height: Double) -> Double { self.value(height, moved: 0) }

  /// A height rounded to a multiple of the step, and then moved by a number of steps.
  func value(_ height: Double, moved steps: Int) -> Double {
    let multiple = (height / value).rounded() + Double(steps)
    // Computed from decimal digits: three times 0.1 is 0.3.
    guard let whole = Int(exactly: multiple), abs(whole) < 1 << 50 else {
      return height + Double(steps) * value
    }
    return Self.decimal(whole * factor, exponent)
  }

  /// The number with the fewest digits in a range.
  static func roundest(in range: ClosedRange<Double>) -> Double {
    if range.contains(0) { return 0 }
    let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    let power = min(max(Int(log10(largest).rounded(.up)), -320), 300)
    for exponent in (power - 17...power).reversed() {
      for factor in [5, 2, 1] {
        let step = decimal(factor, exponent)
        let multiple = (range.lowerBound / step).rounded(.up)
        guard let whole = Int(exactly: multiple) else { continue }
        let value = decimal(whole * factor, exponent)
        if range.contains(value) { return value }
      }
    }
    return range.lowerBound / 2 + range.upperBound / 2
  }

  private static func decimal(_ digits: Int, _ exponent: Int) -> Double {
    Double("\(digits)e\(exponent)") ?? 0
  }
}
