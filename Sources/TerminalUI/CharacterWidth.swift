extension Character {
  /// Columns the grapheme takes on a terminal.
  ///
  /// Terminals that know no graphemes count code point by code point, and no other terminal counts
  /// more. So a grapheme takes the sum of its code points' columns: a Devanagari letter and its
  /// vowel sign take two, an emoji sequence as many as its pictures side by side. An emoji
  /// presentation selector makes one column two. Marks without a letter take one: they are shown on
  /// a blank. What only guides the layout (``isInvisible``) takes none. The width of a control
  /// character means nothing: show ``visibleSymbol`` in its place.
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

  /// Columns on a screen, a control character counted as the symbol that stands for it.
  public var columns: Int { isControl ? 1 : displayWidth }

  /// Whether a terminal could take the grapheme for a command, or for an order to move other text.
  ///
  /// These are the C0 and C1 control characters, DEL, line and paragraph separators, interlinear
  /// annotation, noncharacters, and the embeddings, overrides and isolates that reorder text
  /// (Unicode Technical Report 36, section 3.3).
  public var isControl: Bool {
    if let ascii = singleByte { return ascii < 0x20 || ascii == 0x7F }
    return unicodeScalars.contains { $0.isControl }
  }

  /// Whether the grapheme only tells a layout what to do, such as where to break a line.
  ///
  /// It has no shape, so no screen shows it and no terminal is sent it.
  ///
  /// These are the soft hyphen, the zero-width space, the word joiner, the byte order mark, the
  /// marks of direction (U+200E, U+200F, U+061C) and others without a shape. Joiners and
  /// non-joiners belong to the letter before them and shape it: they are sent.
  public var isInvisible: Bool {
    guard !isASCII, let scalar = unicodeScalars.first, scalar.value == 0xAD || scalar.value > 0x300
    else { return false }
    return !scalar.isJoiner && !scalar.isControl && scalar.properties.isDefaultIgnorableCodePoint
      && scalar.properties.generalCategory == .format
      && unicodeScalars.index(after: unicodeScalars.startIndex) == unicodeScalars.endIndex
  }

  /// The grapheme's only byte in UTF-8, if it has only one.
  fileprivate var singleByte: UInt8? {
    let bytes = utf8
    return bytes.count == 1 ? bytes.first : nil
  }

  /// Whether it is half a flag, which terminals show as wide as a whole one.
  var isLoneRegionalIndicator: Bool {
    unicodeScalars.count { $0.isRegionalIndicator } == 1
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
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: true
    default: value >= 0xFDD0 && properties.isNoncharacterCodePoint
    }
  }

  /// U+200C and U+200D, and the tags that flags of regions are made of.
  fileprivate var isJoiner: Bool {
    value == 0x200C || value == 0x200D || (0xE0020...0xE007F).contains(value)
  }

  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// Columns of the code point alone: 0, 1 or 2.
  var columns: Int {
    // Latin letters, lines, blocks and Braille are most of what is drawn.
    if value < 0x300 || (0x2500..<0x25A0).contains(value) || (0x2800..<0x2900).contains(value) {
      return value == 0xAD ? 0 : 1
    }
    if WidthTables.zero.holds(value) { return 0 }
    return WidthTables.wide.holds(value) ? 2 : 1
  }

  /// Whether terminals disagree about the columns of the code point.
  ///
  /// They do about spacing marks, which newer ones count with their letter, about pictures and
  /// others that became wide with Unicode 9 or 16, and about what their tables are too old for.
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

  /// Whether the code point is a letter or mark of a script whose words are shaped as a whole.
  var isShaped: Bool {
    switch value {
    case 0..<0x590, 0x1E00..<0xA800, 0xAC00..<0xFB1D, 0xFE30..<0x10800: false
    default: properties.isAlphabetic && columns < 2
    }
  }
}

extension [ClosedRange<UInt32>] {
  /// Whether one of the ascending ranges holds a value, by bisection.
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
  /// Columns the text takes, control characters counted as the symbols that stand for them.
  public var displayWidth: Int {
    if isPlainASCII { return utf8.count }
    return reduce(0) { $0 + $1.columns }
  }

  /// Whether the text is of printable ASCII characters alone, each of them one column wide.
  var isPlainASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  /// The text as it may be printed on a terminal: every control character replaced by a visible
  /// symbol, and what has no shape left out.
  public var withVisibleControls: String {
    if isPlainASCII { return String(self) }
    guard contains(where: { $0.isControl || $0.isInvisible }) else { return String(self) }
    return String(
      compactMap { $0.isControl ? $0.visibleSymbol : $0.isInvisible ? nil : $0 })
  }
}
