/// Short decimal text for numbers in labels, without a locale.
enum DecimalText {
  /// The shortest text that reads back as `x`, without a trailing ".0", such as "2" or "0.01".
  static func exact(_ x: Double) -> String {
    let text = "\(x)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// `x` rounded to four significant digits, such as "-0.2785"; infinity is "∞".
  static func rounded(_ x: Double) -> String {
    guard x.isFinite else { return x.isNaN ? "nan" : x > 0 ? "∞" : "-∞" }
    guard x != 0 else { return "0" }
    // Scaling by a power of ten and back is exact enough for four digits of a plain number.
    guard (1e-4..<1e7).contains(x.magnitude) else { return exact(x) }
    var scale = 1.0
    while x.magnitude * scale < 1000 { scale *= 10 }
    return exact((x * scale).rounded() / scale)
  }
}
