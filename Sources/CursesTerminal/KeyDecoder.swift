import TerminalUI

/// Converts single characters to keys.
enum KeyDecoder {
  /// The key for a character; nil if it has none.
  static func key(character scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 8, 127: return .backspace
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 1...26: return Unicode.Scalar(scalar.value + 96).map { .control(Character($0)) }
    default:
      let character = Character(scalar)
      return character.isControl ? nil : .character(character)
    }
  }
}
