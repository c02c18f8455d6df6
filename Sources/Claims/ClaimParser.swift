import Activations

/// A recursive-descent parser for claims that evaluates them while parsing.
///
///     claim  := side ( = | < | > | <= | >= ) side
///     side   := interval | yes | no | sum
///     sum    := product ( (+|-) product )*
///     product:= power ( (*|/) power )*
///     power  := - power | atom ( ^ power )?
///     atom   := number | constant | name ( arguments ) | ( sum )
struct ClaimParser {
  private let tokens: [ClaimToken]
  private var position = 0
  /// The current nesting depth.
  private var depth = 0
  /// The maximum nesting depth, which protects the stack.
  private static let deepest = 64

  init(_ text: String) throws(ClaimError) { tokens = try ClaimToken.all(in: text) }

  private var token: ClaimToken { tokens[position] }

  private mutating func take(_ mark: String) -> Bool {
    guard token.kind == .mark, token.text == mark else { return false }
    position += 1
    return true
  }

  private mutating func need(_ mark: String) throws(ClaimError) {
    guard take(mark) else { throw .syntax(offset: token.offset, expected: .symbol(mark)) }
  }

  /// Parses the whole claim and compares its sides.
  mutating func claim() throws(ClaimError) -> Claim.Outcome {
    let left = try side()
    let comparison = token
    guard comparison.kind == .mark, ["=", "<", ">", "<=", ">="].contains(comparison.text) else {
      throw .syntax(offset: comparison.offset, expected: .comparison)
    }
    position += 1
    let start = position
    let right = try side()
    guard token.kind == .end else {
      throw .syntax(offset: token.offset, expected: .endOfClaim)
    }
    let holds = Self.compare(
      left, comparison.text, right, unit: Self.unit(of: tokens[start..<position]))
    return holds ? .holds : .fails(computed: left.text)
  }

  /// Half a unit of the last digit if a side is one decimal number; else nil.
  private static func unit(of tokens: ArraySlice<ClaimToken>) -> Double? {
    let rest = tokens.first?.text == "-" ? tokens.dropFirst() : tokens
    guard rest.count == 1, let text = rest.first?.text else { return nil }
    return ClaimValue.halfUnit(of: text)
  }

  private static func compare(
    _ left: ClaimValue, _ comparison: String, _ right: ClaimValue, unit: Double?
  ) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)):
      switch comparison {
      case "<": return a < b
      case ">": return a > b
      case "<=": return a <= b
      case ">=": return a >= b
      default: return ClaimValue.isEqual(a, b, within: unit)
      }
    case (.interval(let a), .interval(let b)): return comparison == "=" && a.agrees(with: b)
    case (.truth(let a), .truth(let b)): return comparison == "=" && a == b
    default: return false
    }
  }

  private mutating func side() throws(ClaimError) -> ClaimValue {
    if token.kind == .name, token.text == "yes" || token.text == "no" {
      position += 1
      return .truth(tokens[position - 1].text == "yes")
    }
    if let interval = try interval() { return .interval(interval) }
    return try sum()
  }

  /// Parses an interval such as `[a, b)`; nil if there is none.
  private mutating func interval() throws(ClaimError) -> ClaimInterval? {
    let start = position
    let isClosed = take("[")
    guard isClosed || take("(") else { return nil }
    guard let low = try? endpoint(), take(","), let high = try? endpoint() else {
      // A parenthesis of a sum.
      if isClosed { throw .syntax(offset: token.offset, expected: .interval) }
      position = start
      return nil
    }
    let endsClosed = take("]")
    if !endsClosed { try need(")") }
    return ClaimInterval(
      low: low.value, lowUnit: low.unit, isLowClosed: isClosed, high: high.value,
      highUnit: high.unit, isHighClosed: endsClosed)
  }

  private mutating func endpoint() throws(ClaimError) -> (value: Double, unit: Double?) {
    let start = position
    guard case .number(let value) = try sum() else {
      throw .syntax(offset: tokens[start].offset, expected: .number)
    }
    return (value, Self.unit(of: tokens[start..<position]))
  }

  private mutating func number() throws(ClaimError) -> Double {
    let offset = token.offset
    guard case .number(let value) = try sum() else {
      throw .syntax(offset: offset, expected: .number)
    }
    return value
  }

  private mutating func sum() throws(ClaimError) -> ClaimValue {
    var value = try product()
    while token.kind == .mark, token.text == "+" || token.text == "-" {
      let isPlus = take("+")
      if !isPlus { try need("-") }
      let other = try product()
      value = try combine(value, other) { isPlus ? $0 + $1 : $0 - $1 }
    }
    return value
  }

  private mutating func product() throws(ClaimError) -> ClaimValue {
    var value = try power()
    while token.kind == .mark, token.text == "*" || token.text == "/" {
      let isTimes = take("*")
      if !isTimes { try need("/") }
      let other = try power()
      value = try combine(value, other) { isTimes ? $0 * $1 : $0 / $1 }
    }
    return value
  }

  private mutating func power() throws(ClaimError) -> ClaimValue {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw .syntax(offset: token.offset, expected: .fewerParentheses)
    }
    if take("-") { return try combine(.number(0), try power()) { $0 - $1 } }
    let base = try atom()
    guard take("^") else { return base }
    return try combine(base, try power(), RealFunctions.power)
  }

  private func combine(
    _ one: ClaimValue, _ other: ClaimValue, _ operation: (Double, Double) -> Double
  ) throws(ClaimError) -> ClaimValue {
    guard case .number(let a) = one, case .number(let b) = other else {
      throw .syntax(offset: token.offset, expected: .numbersToCalculate)
    }
    return .number(operation(a, b))
  }

  private mutating func atom() throws(ClaimError) -> ClaimValue {
    let first = token
    position += 1
    switch first.kind {
    case .number(let value): return .number(value)
    case .mark where first.text == "(":
      let value = try sum()
      try need(")")
      return value
    case .name:
      if let constant = RealFunctions.constants[first.text] { return .number(constant) }
      return try call(first)
    default:
      position -= 1
      throw .syntax(offset: first.offset, expected: .operand)
    }
  }

  private mutating func call(_ name: ClaimToken) throws(ClaimError) -> ClaimValue {
    try need("(")
    var call = ClaimCall(name: name.text, offset: name.offset)
    while !take(")") {
      if !call.isEmpty { try need(",") }
      try addArgument(to: &call)
    }
    return try call.value()
  }

  private mutating func addArgument(to call: inout ClaimCall) throws(ClaimError) {
    let first = token
    if first.kind == .name {
      let next = tokens[min(position + 1, tokens.count - 1)].text
      if next == "=" {
        position += 2
        call.settings[first.text] = try number()
        return
      }
      let isAlone = next == "," || next == ")"
      if isAlone, RealFunctions.constants[first.text] == nil {
        guard let function = try? Catalogue.activation(named: first.text) else {
          throw .unknownName(offset: first.offset, name: first.text)
        }
        position += 1
        call.functions.append(function)
        return
      }
    }
    call.numbers.append(try number())
  }
}
