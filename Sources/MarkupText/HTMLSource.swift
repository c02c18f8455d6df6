/// Rewrites HTML so that an HTML 4 parser reads it as browsers do.
///
/// References are decoded; comments, declarations and elements without readable text are removed; a `<` that begins no
/// tag is escaped; `</br>` becomes `<br>`.
///
/// - Source: WHATWG, HTML Living Standard, section 13.2.5 "Tokenization".
struct HTMLSource {
  private let bytes: [UInt8]
  private var position = 0
  private var result: [UInt8] = []
  /// The number of open elements by name.
  private var open: [String: Int] = [:]

  /// Elements whose content is not markup and not shown.
  private static let raw = ["script", "style", "iframe", "noembed", "noframes", "title"]

  private init(_ html: String) {
    bytes = Array(html.utf8)
    result.reserveCapacity(bytes.count)
  }

  /// Returns UTF-8 without named references, comments and control characters other than white space.
  ///
  /// - Complexity: Linear in the length.
  static func normalised(_ html: String) -> [UInt8] {
    var source = HTMLSource(html)
    while source.position < source.bytes.count { source.step() }
    return source.result
  }

  private mutating func step() {
    let byte = bytes[position]
    guard byte == UInt8(ascii: "<") else { return copy() }
    switch position + 1 < bytes.count ? bytes[position + 1] : 0 {
    case UInt8(ascii: "!"): skipDeclaration()
    case UInt8(ascii: "?"): skip(past: ">")
    case UInt8(ascii: "/"):
      guard position + 2 < bytes.count else { return writeReference(to: "<") }
      bytes[position + 2].isASCIILetter ? endTag() : skip(past: ">")
    case let next where next.isASCIILetter: tag()
    default: writeReference(to: "<")
    }
  }

  /// Copies one byte or decodes a reference.
  private mutating func copy() {
    let byte = bytes[position]
    if byte == UInt8(ascii: "&") {
      guard let (scalars, length) = CharacterReferences.reference(in: bytes[position...]) else {
        return writeReference(to: "&")
      }
      for scalar in scalars { append(scalar) }
      position += length
      return
    }
    if !Unicode.Scalar(byte).isControl { result.append(byte) }
    position += 1
  }

  /// Escapes a literal markup character, and skips its byte.
  private mutating func writeReference(to scalar: Unicode.Scalar) {
    append(scalar)
    position += 1
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&", "<", ">", "\"", "'": result += Array("&#\(scalar.value);".utf8)
    case _ where scalar.isControl: break
    default: result += UTF8.encode(scalar).map(Array.init) ?? []
    }
  }

  // MARK: Tags

  private mutating func tag() {
    let name = name(at: position + 1)
    open[name, default: 0] += 1
    copyTag()
    if Self.raw.contains(name) { skipRawText(of: name) }
  }

  private mutating func endTag() {
    let name = name(at: position + 2)
    switch name {
    case "br":
      result += Array("<br>".utf8)
      skip(past: ">")
    // Text after their end tags still belongs to the body.
    case "body", "html": skip(past: ">")
    case _ where open[name, default: 0] == 0:
      // An unmatched end tag is ignored, except that of a paragraph, which becomes an empty one.
      if name == "p" { result += Array("<p></p>".utf8) }
      skip(past: ">")
    default:
      open[name, default: 0] -= 1
      copyTag()
    }
  }

  private func name(at start: Int) -> String {
    let name = bytes[start...].prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
    return String(decoding: name.prefix(16), as: UTF8.self).lowercased()
  }

  /// Copies a tag up to its `>`, which does not end a quoted value.
  private mutating func copyTag() {
    result.append(bytes[position])
    position += 1
    var quote: UInt8?
    var isAfterEquals = false
    while position < bytes.count {
      let byte = bytes[position]
      if quote == nil, byte == UInt8(ascii: ">") {
        result.append(byte)
        position += 1
        return
      }
      if byte == quote {
        quote = nil
      } else if quote == nil, isAfterEquals,
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      {
        quote = byte
      }
      isAfterEquals = byte == UInt8(ascii: "=") || (isAfterEquals && byte <= 0x20)
      copy()
    }
    // A tag without an end is text.
    if quote != nil {
      result += [quote ?? 0, UInt8(ascii: ">")]
    } else {
      result += [UInt8(ascii: ">")]
    }
  }

  // MARK: What is left out

  /// Skips `<!-- … -->` or another declaration.
  private mutating func skipDeclaration() {
    guard bytes[position...].starts(with: Array("<!--".utf8)) else { return skip(past: ">") }
    position += 4
    // `<!-->` and `<!--->` are whole comments.
    for start in [">", "->"] where bytes[position...].starts(with: Array(start.utf8)) {
      position += start.utf8.count
      return
    }
    while position < bytes.count {
      for end in ["-->", "--!>"] where bytes[position...].starts(with: Array(end.utf8)) {
        position += end.utf8.count
        return
      }
      position += 1
    }
  }

  private mutating func skip(past byte: Unicode.Scalar) {
    let end = bytes[position...].firstIndex(of: UInt8(ascii: byte))
    position = end.map { $0 + 1 } ?? bytes.count
  }

  /// Skips everything up to the end tag of an element.
  private mutating func skipRawText(of name: String) {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), position + 2 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "/"), self.name(at: position + 2) == name
      {
        return
      }
      position += 1
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is an ASCII control character other than white space.
  fileprivate var isControl: Bool {
    (value < 0x20 && !["\t", "\n", "\r", "\u{C}"].contains(self)) || value == 0x7F
  }
}
