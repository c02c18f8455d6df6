#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Round numbers along an axis.
enum Ticks {
  /// The round step (1, 2 or 5 times a power of ten) that divides a span into about so many parts.
  static func step(for span: Double, count: Int) -> Double {
    let rough = span / Double(max(1, count))
    guard rough > 0, rough.isFinite else { return 1 }
    let power = pow(10, floor(log10(rough)))
    let fraction = rough / power
    let factor: Double = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10
    return factor * power
  }

  /// The multiples of a step in a range.
  static func values(in range: ClosedRange<Double>, step: Double) -> [Double] {
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 1000 else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step + 0 }
  }

  /// A multiple of a step, with as many decimals as the step needs.
  static func label(_ value: Double, step: Double) -> String {
    let decimals = max(0, Int(-floor(log10(step) + 1e-9)))
    guard decimals <= 6, abs(value) < 1e7 else { return NumberText.shortest(value) }
    return NumberText.fixed(value, decimals: decimals)
  }
}

/// Numbers as text, without a locale.
public enum NumberText {
  /// A number with a fixed number of decimals, ties to the even digit.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - decimals: From 0 to 12.
  /// - Returns: For example `-0.1700`; very large numbers in their shortest form.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let scaled = (abs(value) * scale).rounded(.toNearestOrEven)
    guard scaled < 1e15 else { return shortest(value) }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// A number with at most so many decimals and no zeros at their end, such as `-2.699` or `3`.
  public static func rounded(_ value: Double, decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    return shortest((value * scale).rounded() / scale + 0)
  }

  /// The shortest text that reads back as the same number, such as `0.1`, `-2`, `1e+308`.
  public static func shortest(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
