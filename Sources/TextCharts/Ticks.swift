#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Round numbers along an axis, with labels.
struct Ticks {
  /// The multiples of a round step in a range, or its two ends if it contains no multiple.
  let marks: [(value: Double, label: String)]

  /// Divides a range into about `count` parts.
  init(_ scale: AxisScale, count: Int) {
    let step = DecimalStep(dividing: scale, into: count)
    let range = scale.range
    let first = (range.lowerBound / step.value - 1e-9).rounded(.up)
    let last = (range.upperBound / step.value + 1e-9).rounded(.down)
    var marks: [(value: Double, label: String)] = []
    if last >= first, last - first < 1000, let low = Int(exactly: first),
      let high = Int(exactly: last)
    {
      for multiple in low...high {
        let value = step.value(times: multiple)
        // A multiple that rounding moved past an end is that end.
        let inside = min(max(value, range.lowerBound), range.upperBound)
        guard abs(scale.share(of: value) - scale.share(of: inside)) < 1e-6 else { continue }
        marks.append((inside, step.label(value)))
      }
    }
    let ends = [range.lowerBound, range.upperBound]
    self.marks = marks.isEmpty ? ends.map { ($0, NumberText.shortest($0)) } : marks
  }
}

/// A round number: 1, 2 or 5 times a power of ten.
struct DecimalStep: Equatable {
  /// 1, 2 or 5.
  let factor: Int
  /// The power of ten.
  let exponent: Int
  /// The number as the nearest double, always finite and above 0.
  let value: Double

  /// The largest step: the next one would exceed the largest double.
  private static let largest = DecimalStep(factor: 1, exponent: 308, value: 1e308)

  private init(factor: Int, exponent: Int, value: Double) {
    (self.factor, self.exponent, self.value) = (factor, exponent, value)
  }

  /// The smallest round number that divides a range into at most `count` parts and can be represented by the doubles in
  /// the range.
  init(dividing scale: AxisScale, into count: Int) {
    let range = scale.range
    let spacing = max(range.lowerBound.magnitude, range.upperBound.magnitude).ulp
    let span = range.upperBound - range.lowerBound
    let parts = Double(max(1, count))
    let part = span.isFinite ? span / parts : range.upperBound / parts - range.lowerBound / parts
    self.init(atLeast: min(max(part, spacing), .greatestFiniteMagnitude))
  }

  /// The smallest round number at or above a finite number above 0; the largest one if there is none.
  init(atLeast rough: Double) {
    let power = Int(nearest: log10(rough).rounded(.down), in: -324...308)
    let candidates = [(1, power), (2, power), (5, power), (1, power + 1)]
    self =
      candidates.lazy.map { factor, exponent in
        DecimalStep(
          factor: factor, exponent: exponent, value: Self.decimal(factor, exponent: exponent))
      }.first { $0.value >= rough * (1 - 1e-9) && $0.value.isFinite } ?? Self.largest
  }

  /// The next larger round number.
  var next: DecimalStep {
    let (factor, exponent) =
      self.factor == 1 ? (2, exponent) : self.factor == 2 ? (5, exponent) : (1, exponent + 1)
    let value = Self.decimal(factor, exponent: exponent)
    return value.isFinite ? DecimalStep(factor: factor, exponent: exponent, value: value) : .largest
  }

  /// A multiple of the number, as the nearest finite double.
  ///
  /// Computed from its decimal digits: three times 0.1 is 0.3.
  func value(times multiple: Int) -> Double {
    let (product, overflows) = multiple.multipliedReportingOverflow(by: factor)
    guard !overflows else { return Double(multiple) * value }
    let most = Double.greatestFiniteMagnitude
    return min(max(Self.decimal(product, exponent: exponent), -most), most)
  }

  /// The multiple of the number at or below a value, or at or above it.
  func value(_ rule: FloatingPointRoundingRule, _ value: Double) -> Double {
    let most = Double.greatestFiniteMagnitude
    let multiple = (min(max(value, -most), most) / self.value).rounded(rule)
    return Int(exactly: multiple).map { self.value(times: $0) } ?? value
  }

  /// A multiple of the number with as many decimals as it needs; in its shortest form if far from 1.
  func label(_ multiple: Double) -> String {
    guard exponent >= -6, multiple.magnitude < 1e7 else { return NumberText.shortest(multiple) }
    return NumberText.fixed(multiple, decimals: max(0, -exponent))
  }

  private static func decimal(_ digits: Int, exponent: Int) -> Double {
    Double("\(digits)e\(exponent)") ?? 0
  }
}

/// Formats numbers without a locale.
public enum NumberText {
  /// A number with a fixed number of decimals, ties to even.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - decimals: From 0 to 12.
  /// - Returns: For example `-0.1700`; very large numbers in their shortest form.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let scaled = (abs(value) * scale).rounded(.toNearestOrEven)
    guard scaled < 1e15 else { return shortest(value) }
    let digits = String(Int(nearest: scaled, in: 0...1_000_000_000_000_000))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// A number with a maximum number of decimals and no trailing zeros, such as `-2.699` or `3`.
  ///
  /// - Returns: The shortest form of numbers too large to have such decimals.
  public static func rounded(_ value: Double, decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    guard abs(value) * scale < 1e15 else { return shortest(value) }
    return shortest((value * scale).rounded() / scale + 0)
  }

  /// A number with enough digits to distinguish it from another one at a given distance.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - distance: The smallest difference that must be visible, above 0.
  ///   - decimals: The minimum number of decimals.
  /// - Returns: The number with fixed decimals if twelve suffice, else in scientific notation.
  public static func distinguishing(_ value: Double, by distance: Double, decimals: Int) -> String {
    guard distance > 0, distance.isFinite else { return fixed(value, decimals: decimals) }
    let needed = max(decimals, Int(nearest: (-log10(distance)).rounded(.up), in: 0...400))
    if needed <= 12, value.magnitude < 1e9 { return fixed(value, decimals: needed) }
    let text = shortest(value + 0)
    guard let mark = text.firstIndex(of: "e"), let digits = Double(text[..<mark]) else {
      return text
    }
    let places = log10(value.magnitude).rounded(.down) - log10(distance).rounded(.down)
    return rounded(digits, decimals: Int(nearest: places, in: 1...15)) + text[mark...]
  }

  /// The shortest text that parses to the same number, such as `0.1`, `-2`, `1e+308`.
  public static func shortest(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
