import Activations

/// Formats numbers for questions.
enum NumberNotation {
  /// At most three decimals, without trailing zeros.
  static func short(_ number: Double) -> String { fixed(number, trimmed(number, decimals: 3)) }

  /// Numbers with the same number of decimals: as many as the longest needs, at most three.
  static func even(_ numbers: [Double], decimals: Int = 3) -> [String] {
    let needed = numbers.map { trimmed($0, decimals: decimals) }.max() ?? 0
    return numbers.map { fixed($0, needed) }
  }

  /// A number with three significant digits, without trailing zeros.
  static func significant(_ number: Double) -> String {
    var (decimals, size) = (2, number.magnitude)
    while size > 0, size < 1, decimals < 8 { (size, decimals) = (size * 10, decimals + 1) }
    while size >= 10, decimals > 0 { (size, decimals) = (size / 10, decimals - 1) }
    return fixed(number, trimmed(number, decimals: decimals))
  }

  /// The number of decimals, at most as many as given, without trailing zeros.
  private static func trimmed(_ number: Double, decimals: Int) -> Int {
    let text = fixed(number, decimals)
    guard text.contains(".") else { return 0 }
    return decimals - text.reversed().prefix { $0 == "0" }.count
  }

  /// A number rounded to some decimals.
  static func fixed(_ number: Double, _ decimals: Int) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number > 0 ? "∞" : "−∞" }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let units = (number.magnitude * scale).rounded()
    precondition(units < 1e15, "too many digits")
    var digits = String(Int(units))
    if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return number < 0 && units > 0 ? "−" + digits : digits
  }

  /// A whole number as an exponent, such as `⁻⁷`.
  static func raised(_ exponent: Int) -> String {
    "\(exponent)".map { character in
      character == "-"
        ? "⁻" : String("⁰¹²³⁴⁵⁶⁷⁸⁹".dropFirst(character.wholeNumberValue ?? 0).prefix(1))
    }.joined()
  }
}
