/// The value of a side of a claim.
enum ClaimValue: Hashable {
  case number(Double)
  case interval(ClaimInterval)
  case truth(Bool)

  /// Formatted for messages.
  var text: String {
    switch self {
    case .number(let value): "\(value)"
    case .interval(let interval): interval.text
    case .truth(let truth): truth ? "yes" : "no"
    }
  }

  /// Half a unit of a number's last digit, plus a margin for rounding; nil for integers.
  static func halfUnit(of text: String) -> Double? {
    guard let point = text.firstIndex(of: ".") else { return nil }
    let mantissa = text.prefix { $0 != "e" }
    let decimals = mantissa.distance(from: point, to: mantissa.endIndex) - 1
    let exponent = text.firstIndex(of: "e").flatMap { Double(text[text.index(after: $0)...]) } ?? 0
    return 0.5 * RealFunctions.power(10, exponent - Double(decimals)) * (1 + 1e-9)
  }

  /// Whether two numbers are equal, exactly or after rounding.
  static func isEqual(_ one: Double, _ other: Double, within unit: Double?) -> Bool {
    if one == other { return true }
    guard one.isFinite, other.isFinite else { return false }
    return abs(one - other) <= unit ?? 1e-9 * max(1, abs(other))
  }
}

/// An interval with open or closed ends.
struct ClaimInterval: Hashable {
  var low: Double
  /// Half a unit of the last digit; nil if the end is exact.
  var lowUnit: Double?
  var isLowClosed: Bool
  var high: Double
  var highUnit: Double?
  var isHighClosed: Bool

  /// Whether it equals another interval, whose ends may be rounded.
  func agrees(with other: ClaimInterval) -> Bool {
    isLowClosed == other.isLowClosed && isHighClosed == other.isHighClosed
      && ClaimValue.isEqual(low, other.low, within: other.lowUnit)
      && ClaimValue.isEqual(high, other.high, within: other.highUnit)
  }

  var text: String {
    "\(isLowClosed ? "[" : "(")\(low), \(high)\(isHighClosed ? "]" : ")")"
  }
}
