extension Character {
  /// The columns of the grapheme on a terminal.
  ///
  /// Terminals without grapheme support add up code points, and no terminal counts more. So the width is the sum of the
  /// code points' columns: a Devanagari letter and its vowel sign take two, an emoji sequence as many as its parts side
  /// by side. An emoji presentation selector makes one column two. Marks without a base character take one column,
  /// because they are shown on a space. Characters that only guide the layout (``isInvisible``) take none. The width of
  /// a control character is undefined: show ``visibleSymbol`` instead.
  public var displayWidth: Int {
    if let ascii = singleByte { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    if isASCII { return 0 }
    var width = 0
    var last = 0
    for scalar in unicodeScalars {
      var columns = scalar.columns
      if columns == 0, width == 0 {
        if isInvisible { return 0 }
        columns = 1
      }
      if columns > 0 { last = columns }
      width += columns
      if scalar.value == 0xFE0F, last == 1 { (width, last) = (width + 1, 2) }
    }
    return width == 1 && isLoneRegionalIndicator ? 2 : width
  }

  /// The columns on a screen; control characters count as their visible symbols.
  public var columns: Int { isControl ? 1 : displayWidth }

  /// Whether a terminal could interpret the grapheme as a command or as an instruction to reorder text.
  ///
  /// These are the C0 and C1 control characters, DEL, line and paragraph separators, interlinear annotation,
  /// noncharacters, and the directional embeddings, overrides and isolates (Unicode Technical Report 36, section 3.3).
  public var isControl: Bool {
    if let ascii = singleByte { return ascii < 0x20 || ascii == 0x7F }
    return unicodeScalars.contains { $0.isControl }
  }

  /// Whether the grapheme only guides the layout, for example the soft hyphen.
  ///
  /// It has no shape, so it is neither shown nor sent to a terminal. These are the soft hyphen, the zero-width space,
  /// the word joiner, the byte order mark, the directional marks (U+200E, U+200F, U+061C) and other characters without
  /// a shape. Joiners and non-joiners belong to the letter before them and are sent.
  public var isInvisible: Bool {
    guard !isASCII, let scalar = unicodeScalars.first, scalar.value == 0xAD || scalar.value > 0x300
    else { return false }
    return !scalar.isJoiner && !scalar.isControl && scalar.properties.isDefaultIgnorableCodePoint
      && scalar.properties.generalCategory == .format
      && unicodeScalars.index(after: unicodeScalars.startIndex) == unicodeScalars.endIndex
  }

  /// The UTF-8 byte of the grapheme, if it is a single byte.
  fileprivate var singleByte: UInt8? {
    let bytes = utf8
    return bytes.count == 1 ? bytes.first : nil
  }

  /// Whether it is half of a flag, which terminals show as wide as a whole one.
  var isLoneRegionalIndicator: Bool {
    unicodeScalars.count { $0.isRegionalIndicator } == 1
  }

  /// The symbol to show instead of a control character: `␛` for escape, `␡` for DEL, `�` for others.
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
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: true
    default: value >= 0xFDD0 && properties.isNoncharacterCodePoint
    }
  }

  /// U+200C and U+200D, and the tag characters of regional flags.
  fileprivate var isJoiner: Bool {
    value == 0x200C || value == 0x200D || (0xE0020...0xE007F).contains(value)
  }

  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// The columns of the code point alone: 0, 1 or 2.
  var columns: Int {
    // A fast path for Latin letters, lines, blocks and Braille, which are most of the text.
    if value < 0x300 || (0x2500..<0x25A0).contains(value) || (0x2800..<0x2900).contains(value) {
      return value == 0xAD ? 0 : 1
    }
    if WidthTables.zero.holds(value) { return 0 }
    return WidthTables.wide.holds(value) ? 2 : 1
  }

  /// Whether terminals disagree about the columns of the code point.
  ///
  /// They disagree about spacing marks, which newer ones count together with their letter, about emoji and others that
  /// became wide with Unicode 9 or 16, and about characters newer than their tables.
  var isDisputed: Bool {
    switch value {
    case 0..<0x300, 0x2010..<0x2300, 0x2500..<0x25A0, 0x2800..<0x2900: return false
    case 0x2300..<0x2C00, 0x4DC0..<0x4E00: return columns == 2
    case 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0x20000..<0x40000: return false
    case 0x0E33, 0x0EB3, 0xFF9E, 0xFF9F, 0x1F000..<0x20000: return true
    default: break
    }
    switch properties.generalCategory {
    case .spacingMark, .format, .unassigned, .privateUse: return true
    default: return false
    }
  }

  /// Whether the code point belongs to a script whose words are shaped as a whole.
  var isShaped: Bool {
    switch value {
    case 0..<0x590, 0x1E00..<0xA800, 0xAC00..<0xFB1D, 0xFE30..<0x10800: false
    default: properties.isAlphabetic && columns < 2
    }
  }
}

extension [ClosedRange<UInt32>] {
  /// Whether one of the ascending ranges contains a value, by binary search.
  func holds(_ value: UInt32) -> Bool {
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
  /// The columns of the text; control characters count as their visible symbols.
  public var displayWidth: Int {
    if isPlainASCII { return utf8.count }
    return reduce(0) { $0 + $1.columns }
  }

  /// Whether the text consists of printable ASCII characters, each one column wide.
  var isPlainASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  /// The text in a form that is safe to print on a terminal: control characters become visible symbols, invisible
  /// characters are dropped.
  public var withVisibleControls: String {
    if isPlainASCII { return String(self) }
    guard contains(where: { $0.isControl || $0.isInvisible }) else { return String(self) }
    return String(
      compactMap { $0.isControl ? $0.visibleSymbol : $0.isInvisible ? nil : $0 })
  }
}
