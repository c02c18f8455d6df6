/// Decodes the character references of HTML: `&rarr;`, `&#955;`, `&#x3bb;`.
///
/// libxml2 knows the 253 names of HTML 4; HTML has 2,231.
///
/// - Source: WHATWG, HTML Living Standard, sections 13.2.5.72 to 13.2.5.80.
enum CharacterReferences {
  /// The reference at the beginning of some bytes and its length; nil if there is none.
  static func reference(
    in bytes: ArraySlice<UInt8>
  ) -> (scalars: [Unicode.Scalar], length: Int)? {
    let rest = bytes.dropFirst()
    if rest.first == UInt8(ascii: "#") { return number(in: rest.dropFirst()) }
    let name = rest.prefix { $0.isASCIIAlphanumeric }.prefix(longestName)
    guard !name.isEmpty else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    if name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";"),
      let scalars = named[text]
    {
      return (scalars, name.count + 2)
    }
    // Some legacy names need no semicolon; the longest match wins.
    for length in stride(from: min(name.count, longestBareName), to: 1, by: -1) {
      let bare = String(text.prefix(length))
      if bareNames.contains(bare), let scalars = named[bare] { return (scalars, length + 1) }
    }
    return nil
  }

  /// Decodes a number after `&#`.
  private static func number(
    in bytes: ArraySlice<UInt8>
  ) -> (scalars: [Unicode.Scalar], length: Int)? {
    let isHexadecimal = bytes.first == UInt8(ascii: "x") || bytes.first == UInt8(ascii: "X")
    let digits = (isHexadecimal ? bytes.dropFirst() : bytes).prefix {
      isHexadecimal ? $0.isHexadecimalDigit : $0.isDecimalDigit
    }
    guard !digits.isEmpty else { return nil }
    let hasSemicolon =
      digits.endIndex < bytes.endIndex && bytes[digits.endIndex] == UInt8(ascii: ";")
    let code = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    let length = 2 + (isHexadecimal ? 1 : 0) + digits.count + (hasSemicolon ? 1 : 0)
    return ([scalar(code ?? .max)], length)
  }

  /// The code point of a number; numbers of Windows code page 1252 are mapped, invalid ones become U+FFFD.
  private static func scalar(_ code: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(code) { return windows1252[Int(code) - 0x80] }
    guard code != 0, let scalar = Unicode.Scalar(code) else { return "\u{FFFD}" }
    return scalar
  }

  private static let windows1252 = Array(
    ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}" + "\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars)

  private static let longestName = 32
  private static let longestBareName = 6

  private static let named: [String: [Unicode.Scalar]] = {
    var table: [String: [Unicode.Scalar]] = [:]
    for pair in CharacterReferenceNames.pairs.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: "=")
      guard parts.count == 2 else { continue }
      table[String(parts[0])] = parts[1].split(separator: "+").compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
    }
    return table
  }()

  private static let bareNames = Set(
    CharacterReferenceNames.withoutSemicolon.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension UInt8 {
  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  fileprivate var isDecimalDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isHexadecimalDigit: Bool {
    isDecimalDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }

  var isASCIIAlphanumeric: Bool {
    isDecimalDigit || isASCIILetter
  }
}
