/// Addresses of links and pictures.
enum Address {
  /// Allowed schemes of links; `card` is for mind maps, `lab` and `plot` open instruments.
  private static let schemes: Set<String> = ["http", "https", "mailto", "card", "lab", "plot"]

  /// An address that is safe to show and copy, with deceptive or harmful characters percent-encoded.
  ///
  /// - Parameter address: The address in the author's spelling.
  /// - Returns: Nil if it is empty, or is not a web page, a mailbox or a file next to the course.
  static func safe(_ address: String) -> String? {
    let trimmed = address.trimmed
    guard !trimmed.isEmpty else { return nil }
    let safe = trimmed.unicodeScalars.map { scalar -> String in
      scalar.isHarmless
        ? String(scalar)
        : UTF8.encode(scalar).map { $0.map { "%" + hexadecimal($0) }.joined() } ?? ""
    }.joined()
    let start = safe.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = start.firstIndex(of: ":") else { return safe }
    return schemes.contains(start[..<colon].lowercased()) ? safe : nil
  }

  /// The file name in an address, without query and fragment.
  static func fileName(_ address: String) -> String {
    let path = address.trimmed.prefix { $0 != "?" && $0 != "#" }
    if path.lowercased().hasPrefix("data:") { return "" }
    return path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a mark, a digit or a harmless symbol.
  fileprivate var isHarmless: Bool {
    if isASCII {
      return value > 0x20 && value < 0x7F && !"<>\"\\^`{|}".unicodeScalars.contains(self)
    }
    if properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }
}
