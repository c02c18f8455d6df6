import TerminalUI

/// Turns what ncurses reads into keys.
enum KeyDecoder {
  /// The key for a character that was read.
  static func key(character value: UInt32) -> Key? {
    switch value {
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 1...26:
      return Unicode.Scalar(value + 96).map { .control(Character($0)) }
    case 0..<32, 128..<160: return nil
    default:
      guard let scalar = Unicode.Scalar(value) else { return nil }
      let character = Character(scalar)
      return character.isControl ? nil : .character(character)
    }
  }

  /// The key for one of ncurses' own codes.
  static func key(code: Int) -> Key? {
    if let key = codes[code] { return key }
    let functionKeys = 0o410
    return (functionKeys + 1...functionKeys + 12).contains(code)
      ? .function(code - functionKeys) : nil
  }

  /// The codes of curses.h, which are the same wherever ncurses runs.
  private static let codes: [Int: Key] = [
    0o402: .down, 0o403: .up, 0o404: .left, 0o405: .right, 0o406: .home, 0o407: .backspace,
    0o512: .delete, 0o522: .pageDown, 0o523: .pageUp, 0o527: .enter, 0o541: .backTab,
    0o550: .end, 0o611: .shiftLeft, 0o622: .shiftRight,
  ]
}
