/// The line-breaking class of a grapheme, determined by its first code point.
///
/// - Source: Unicode Standard Annex 14 (LineBreak.txt), as far as lessons need it: the rules for East Asian
///   punctuation, with small kana kept off the beginning of a line (`line-break: strict`, JIS X 4051); for scripts
///   without spaces; and for characters that allow or forbid a break.
enum BreakClass {
  /// A space; other white space has a width of its own and stays on the line: `after`.
  case blank
  /// Only allows a break: U+200B.
  case zeroWidthSpace
  /// Forbids a break on both sides, even next to spaces: U+2060.
  case joiner
  /// Forbids a break on both sides.
  case glue
  /// Becomes a hyphen at a break.
  case softHyphen
  /// Hyphens, dashes and the slash: a break may follow unless they begin a word.
  case hyphen
  /// Allows a break after it, and none before it.
  case after
  /// Not allowed at the end of a line.
  case opening
  /// Not allowed at the beginning of a line.
  case closing
  /// Not allowed at the beginning of a line if it follows a letter; after a space it may begin a word, as in code.
  case softClosing
  /// An opening quotation mark, which is a closing one in other languages.
  case openingQuote
  /// Sticks to the letters on both sides.
  case quote
  /// Dots that stick together and to the text before them.
  case ellipsis
  /// Sticks to the number or ideograph after it.
  case prefix
  /// Sticks to the number or ideograph before it.
  case postfix
  /// Allows a break on both sides.
  case ideograph
  /// A letter of a script that does not put spaces between words.
  case complex
  /// Such a letter whose vowel or final consonant must not be separated from the letter before it.
  case complexFinal
  /// A vowel that is written before its consonant.
  case complexLead
  /// Any other character.
  case other

  init(_ character: Character) {
    guard let scalar = character.unicodeScalars.first else {
      self = .other
      return
    }
    if scalar.value < 0x80 {
      self = Self.ascii(scalar)
    } else {
      self = Self.special(scalar.value) ?? Self.complex(character, scalar) ?? Self.general(scalar)
    }
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> BreakClass {
    switch scalar {
    case " ": .blank
    case "-", "/": .hyphen
    case "(", "[", "{": .opening
    case ")", "]", "}", "!", "?", ",", ".", ":", ";": .softClosing
    case "\"", "'": .quote
    case "$": .prefix
    case "%": .postfix
    default: .other
    }
  }

  private static func special(_ value: UInt32) -> BreakClass? {
    switch value {
    case 0x200B: .zeroWidthSpace
    case 0x2060, 0xFEFF: .joiner
    case 0xA0, 0x202F, 0x2007, 0x2011, 0x0F08, 0x0F0C, 0x0F12, 0x180E: .glue
    case 0xAD: .softHyphen
    case 0x2012...0x2015: .hyphen
    // Spaces of other widths, hyphens, the Tibetan tsheg, the Ethiopic word space, dandas.
    case 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000, 0x2010, 0x058A, 0x1400, 0x0F0B,
      0x0F34, 0x1361, 0x0964, 0x0965, 0x17D4, 0x17D5, 0x17D8, 0x17DA, 0x104A, 0x104B:
      .after
    case 0x2024...0x2026, 0x22EF, 0xFE19: .ellipsis
    case 0xA3, 0xA5, 0x20AC, 0x2116, 0xFF04, 0xFFE1, 0xFFE5, 0xFFE6: .prefix
    case 0xB0, 0x2030, 0x2032...0x2034, 0x2103, 0x2109, 0xFE6A, 0xFF05, 0xFFE0: .postfix
    default: isClosing(value) ? .closing : nil
    }
  }

  /// Whether a character must not begin a line although its general category is not closing punctuation.
  private static func isClosing(_ value: UInt32) -> Bool {
    switch value {
    // Full stops and commas, exclamation and question marks, colons, middle dots.
    case 0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF61, 0xFF64, 0xFF01, 0xFF1F, 0xFF1A, 0xFF1B, 0x30FB,
      0xFF65, 0xFE10...0xFE16, 0xFE50...0xFE57, 0x203C, 0x203D, 0x2047...0x2049, 0x037E, 0x0589,
      0x060C, 0x061B, 0x061E, 0x061F, 0x06D4, 0x0F0D...0x0F11, 0x0F14, 0x1362...0x1368,
      0x1802...0x1809:
      true
    // Small kana, the prolonged sound mark, iteration and voicing marks, the wave dash.
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095,
      0x3096, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE,
      0x30F5, 0x30F6, 0x31F0...0x31FF, 0xFF67...0xFF70, 0xFF9E, 0xFF9F, 0x30FC, 0x3005, 0x303B,
      0x309B...0x309E, 0x30FD, 0x30FE, 0x30A0, 0x301C, 0x303C:
      true
    default: false
    }
  }

  /// The class of a letter of a script without spaces between words: Thai, Lao, Burmese, Khmer, the Tai scripts,
  /// Javanese and related ones.
  ///
  /// There is no dictionary, so a line may break between any two syllables.
  private static func complex(_ character: Character, _ scalar: Unicode.Scalar) -> BreakClass? {
    switch scalar.value {
    case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0EDF, 0x1000...0x109F, 0x1780...0x17D3,
      0x1950...0x19DF, 0x1A20...0x1AAD, 0x1B05...0x1B4B, 0xA984...0xA9C0, 0xA9E0...0xA9FF,
      0xAA60...0xAADF, 0x11700...0x1174F:
      break
    default: return nil
    }
    switch scalar.value {
    // Vowels written after their consonant, signs of repetition and omission.
    case 0x0E2F, 0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0E46, 0x0EAF, 0x0EB0, 0x0EB2, 0x0EB3, 0x0EBD,
      0x0EC6, 0x17D3, 0x19B0...0x19B4, 0x19B8, 0x19B9, 0x19BB...0x19C9, 0x1963...0x1974, 0xAAB1,
      0xAABA, 0xAABD:
      return .complexFinal
    default: break
    }
    if scalar.properties.isLogicalOrderException { return .complexLead }
    // A Burmese consonant with asat ends the syllable before it.
    let second = character.unicodeScalars.dropFirst().first
    if second?.value == 0x103A || second?.value == 0x1A7A { return .complexFinal }
    // A virama joins the next letter.
    let last = character.unicodeScalars.last
    return last?.properties.canonicalCombiningClass == .virama ? .complexLead : .complex
  }

  private static func general(_ scalar: Unicode.Scalar) -> BreakClass {
    switch scalar.properties.generalCategory {
    case .openPunctuation: .opening
    case .closePunctuation: .closing
    case .initialPunctuation: .openingQuote
    case .finalPunctuation: .softClosing
    default:
      scalar.columns == 2 || (0xFF66...0xFF9D).contains(scalar.value) ? .ideograph : .other
    }
  }
}

/// The quality of a line break between two graphemes; greater is better.
enum BreakQuality: Int, Comparable {
  /// Only if a line has no other break.
  case never
  /// Inside a word that is longer than a line.
  case inWord
  /// Between syllables of a script without spaces.
  case betweenSyllables
  /// Between words.
  case free

  static func < (one: BreakQuality, other: BreakQuality) -> Bool { one.rawValue < other.rawValue }

  /// Rates the break between two graphemes.
  ///
  /// - Parameters:
  ///   - before: The class of the grapheme before the break.
  ///   - after: The class of the grapheme after it.
  ///   - word: The class of the last grapheme before it that is not a space; nil at the beginning of a line.
  ///   - beginsWord: Whether `before` is the first grapheme of its word.
  init(_ before: BreakClass, _ after: BreakClass, word: BreakClass?, beginsWord: Bool) {
    switch (before, after) {
    case (_, .blank), (_, .zeroWidthSpace), (_, .joiner), (.joiner, _): self = .never
    case (.zeroWidthSpace, _): self = .free
    // Spaces do not separate a bracket from its contents.
    case (.blank, .closing), (.blank, .ellipsis): self = .never
    case (.blank, _): self = word == .opening ? .never : .free
    case (.glue, _), (_, .glue), (_, .softHyphen), (.opening, _),
      (.openingQuote, _):
      self = .never
    case (_, .closing), (_, .softClosing), (_, .ellipsis), (_, .after): self = .never
    case (.softHyphen, _), (.after, _): self = .free
    case (.quote, _), (_, .quote): self = .never
    case (.hyphen, .hyphen): self = .never
    case (.hyphen, _): self = beginsWord ? .inWord : .free
    case (.ideograph, .postfix), (.prefix, .ideograph): self = .never
    case (.ideograph, _), (_, .ideograph): self = .free
    case (_, .complexFinal), (.complexLead, _): self = .never
    case (.complex, .complex), (.complex, .complexLead), (.complexFinal, .complex),
      (.complexFinal, .complexLead):
      self = .betweenSyllables
    default: self = .inWord
    }
  }
}
