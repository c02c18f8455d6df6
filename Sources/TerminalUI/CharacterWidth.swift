extension Character {
  /// Columns the grapheme takes on a terminal: 0, 1 or 2.
  ///
  /// A grapheme is as wide as its widest code point; an emoji presentation selector makes it two
  /// columns wide. The width of a control character means nothing: show ``visibleSymbol`` in its place.
  public var displayWidth: Int {
    if let ascii = singleByte { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    if isASCII { return 0 }
    var width = 0
    for scalar in unicodeScalars {
      if scalar.value == 0xFE0F, width > 0 { return 2 }
      width = max(width, scalar.columns)
    }
    return width
  }

  /// Whether a terminal could take the grapheme for a command instead of text.
  ///
  /// These are the C0 and C1 control characters, DEL, line and paragraph separators, and the marks
  /// that reorder text in both directions; also graphemes of nothing but zero-width code points.
  public var isControl: Bool {
    if let ascii = singleByte { return ascii < 0x20 || ascii == 0x7F }
    return unicodeScalars.contains { $0.isControl } || unicodeScalars.allSatisfy { $0.columns == 0 }
  }

  /// The grapheme's only byte in UTF-8, if it has only one.
  fileprivate var singleByte: UInt8? {
    let bytes = utf8
    return bytes.count == 1 ? bytes.first : nil
  }

  /// What to show instead of a control character: `␛` for escape, `␡` for DEL, `�` for the rest.
  public var visibleSymbol: Character {
    guard let scalar = unicodeScalars.first else { return "\u{FFFD}" }
    switch scalar.value {
    case 0..<0x20: return Character(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: return "\u{2421}"
    default: return "\u{FFFD}"
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  fileprivate var columns: Int {
    // Latin letters, lines, blocks and Braille are most of what is drawn.
    if value < 0x300 || (0x2500..<0x25A0).contains(value) || (0x2800..<0x2900).contains(value) {
      return 1
    }
    if WidthTables.zero.holds(value) { return 0 }
    return WidthTables.wide.holds(value) ? 2 : 1
  }
}

extension [ClosedRange<UInt32>] {
  /// Whether one of the ascending ranges holds a value, by bisection.
  fileprivate func holds(_ value: UInt32) -> Bool {
    var low = 0
    var high = count - 1
    while low <= high {
      let middle = (low + high) / 2
      if self[middle].upperBound < value {
        low = middle + 1
      } else if self[middle].lowerBound > value {
        high = middle - 1
      } else {
        return true
      }
    }
    return false
  }
}

extension StringProtocol {
  /// Columns the text takes, control characters counted as the symbols that stand for them.
  public var displayWidth: Int {
    if isPlainASCII { return utf8.count }
    return reduce(0) { $0 + ($1.isControl ? 1 : $1.displayWidth) }
  }

  /// Whether the text is of printable ASCII characters alone, each of them one column wide.
  var isPlainASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  /// The text with every control character replaced by a visible symbol.
  public var withVisibleControls: String {
    if isPlainASCII { return String(self) }
    guard contains(where: \.isControl) else { return String(self) }
    return String(map { $0.isControl ? $0.visibleSymbol : $0 })
  }
}
