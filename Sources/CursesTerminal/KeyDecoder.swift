import CNcurses
import TerminalUI

/// Turns single characters and ncurses' codes into keys.
enum KeyDecoder {
  /// The key for a character that was read; nil for those that mean nothing.
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

  /// The key for one of ncurses' own codes; nil for those that mean nothing.
  static func key(code: Int) -> Key? {
    if let key = codes[Int32(clamping: code)] { return key }
    let number = code - Int(KEY_F0)
    return (1...12).contains(number) ? .function(number) : nil
  }

  /// The code that stands for the beginning of a mouse event.
  static let mouse = Int(KEY_MOUSE)

  private static let codes: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_SR: .up, KEY_SF: .down, KEY_SLEFT: .shiftLeft, KEY_SRIGHT: .shiftRight,
    KEY_HOME: .home, KEY_END: .end, KEY_NPAGE: .pageDown, KEY_PPAGE: .pageUp,
    // The editing and the number block of other keyboards.
    KEY_FIND: .home, KEY_SELECT: .end, KEY_LL: .end,
    KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
    KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_ENTER: .enter,
  ]
}
