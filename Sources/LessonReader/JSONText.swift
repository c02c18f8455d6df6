import Lessons

/// A JSON value with its position in the file.
///
/// Foundation's decoder does not keep positions, which errors need.
struct JSONNode: Sendable {
  /// A member of an object.
  struct Member: Sendable {
    var name: String
    var value: JSONNode
  }

  enum Value: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// The offset of the value's first byte.
  var offset: Int
  var value: Value
}

/// A JSON parser (RFC 8259).
struct JSONText {
  private let source: SourceText
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private static let deepest = 128
  /// Up to this number of members, duplicates are found by comparison, above it with a set.
  private static let fewMembers = 16

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  /// Parses a whole file as one value.
  static func parse(_ source: SourceText) throws(ContentError) -> JSONNode {
    var text = JSONText(source)
    let node = try text.value()
    text.skipBlanks()
    guard text.position == text.bytes.count else { throw text.malformed(.endOfFile) }
    return node
  }

  private func malformed(_ expected: Expectation) -> ContentError {
    source.error(at: position, .malformedJSON(expected: expected))
  }

  private var next: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(ContentError) -> JSONNode {
    skipBlanks()
    let offset = position
    switch next {
    case UInt8(ascii: "{"): return JSONNode(offset: offset, value: .object(try members()))
    case UInt8(ascii: "["): return JSONNode(offset: offset, value: .array(try elements()))
    case UInt8(ascii: "\""): return JSONNode(offset: offset, value: .string(try string()))
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || byte.isDigit:
      return JSONNode(offset: offset, value: .number(try number()))
    default: throw malformed(.value)
    }
  }

  private mutating func word(
    _ word: String, _ value: JSONNode.Value
  ) throws(ContentError) -> JSONNode {
    let offset = position
    for byte in word.utf8 where !take(byte) { throw malformed(.symbols([word])) }
    return JSONNode(offset: offset, value: value)
  }

  private mutating func enter() throws(ContentError) {
    position += 1
    depth += 1
    if depth > Self.deepest { throw source.error(at: position, .nestedTooDeeply) }
  }

  private mutating func elements() throws(ContentError) -> [JSONNode] {
    try enter()
    defer { depth -= 1 }
    var nodes: [JSONNode] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return nodes }
    nodes.reserveCapacity(4)
    while true {
      nodes.append(try value())
      skipBlanks()
      if take(UInt8(ascii: "]")) { return nodes }
      guard take(UInt8(ascii: ",")) else { throw malformed(.symbols([",", "]"])) }
    }
  }

  private mutating func members() throws(ContentError) -> [JSONNode.Member] {
    try enter()
    defer { depth -= 1 }
    var members: [JSONNode.Member] = []
    skipBlanks()
    if take(UInt8(ascii: "}")) { return members }
    members.reserveCapacity(8)
    var many: Set<String> = []
    while true {
      skipBlanks()
      let offset = position
      guard next == UInt8(ascii: "\"") else { throw malformed(.nameInQuotes) }
      let name = try string()
      if members.count == Self.fewMembers { many = Set(members.map(\.name)) }
      let isKnown =
        members.count < Self.fewMembers
        ? members.contains { $0.name == name } : !many.insert(name).inserted
      if isKnown { throw source.error(at: offset, .duplicateKey(name)) }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw malformed(.symbols([":"])) }
      members.append(JSONNode.Member(name: name, value: try value()))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return members }
      guard take(UInt8(ascii: ",")) else { throw malformed(.symbols([",", "}"])) }
    }
  }

  private mutating func number() throws(ContentError) -> Double {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Double(text), number.isFinite else { throw malformed(.finiteNumber) }
    return number
  }

  private mutating func digits() throws(ContentError) {
    let start = position
    while let byte = next, byte.isDigit { position += 1 }
    if position == start { throw malformed(.digit) }
  }

  private mutating func string() throws(ContentError) -> String {
    position += 1
    let start = position
    skipPlainText()
    // A fast path: most strings contain no escapes.
    if next == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }
    return try rest(of: bytes[start..<position])
  }

  /// Advances to a quotation mark, an escape or a control character.
  private mutating func skipPlainText() {
    let end = bytes.count
    var place = position
    while place < end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      place += 1
    }
    position = place
  }

  /// Parses a string from its first escape.
  private mutating func rest(of beginning: ArraySlice<UInt8>) throws(ContentError) -> String {
    var text = Array(beginning)
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20: throw malformed(.quoteInLine)
      default:
        let start = position
        skipPlainText()
        text += bytes[start..<position]
      }
    }
    throw malformed(.symbols(["\""]))
  }

  /// The character for a letter after a backslash.
  private static func simpleEscape(_ letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: nil
    }
  }

  private mutating func escape() throws(ContentError) -> Unicode.Scalar {
    position += 1
    if let scalar = next.flatMap(Self.simpleEscape) {
      position += 1
      return scalar
    }
    guard take(UInt8(ascii: "u")) else { throw malformed(.escape) }
    let first = try fourHexDigits()
    if (0xD800..<0xDC00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let second = try fourHexDigits()
      guard (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
      else { throw malformed(.surrogatePair) }
      return scalar
    }
    guard let scalar = Unicode.Scalar(first) else { throw malformed(.surrogatePair) }
    return scalar
  }

  private mutating func fourHexDigits() throws(ContentError) -> UInt32 {
    let end = min(position + 4, bytes.count)
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    guard text.utf8.count == 4, text.allSatisfy(\.isHexDigit), let value = UInt32(text, radix: 16)
    else { throw malformed(.hexadecimalDigits) }
    position = end
    return value
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
