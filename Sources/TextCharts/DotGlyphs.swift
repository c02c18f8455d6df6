import TerminalUI

/// Glyphs made of dots, indexed by their set dots, numbered row by row from the top left.
enum DotGlyphs {
  /// Two by four dots; Braille numbers its dots by columns, with the lowest row last.
  static let braille: [Grapheme] = (0..<256).map { dots in
    let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    var pattern: UInt32 = 0x2800
    for (dot, bit) in bits.enumerated() where dots >> dot & 1 == 1 { pattern |= bit }
    return Grapheme(scalar: Unicode.Scalar(pattern) ?? " ")
  }

  /// Two by two quadrants.
  static let quadrants: [Grapheme] = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".map { Grapheme($0) }
}
