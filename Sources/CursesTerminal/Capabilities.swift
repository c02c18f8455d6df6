import CNcurses
import TerminalUI

/// What terminfo knows about a terminal.
enum Capabilities {
  /// Finds out whether screens can be shown, before anything is sent.
  ///
  /// - Parameters:
  ///   - name: The terminal's kind, as in TERM.
  ///   - output: The terminal's file.
  /// - Throws: `unknownTerminal` or `tooDumb`.
  static func check(_ name: String, output: Int32) throws(TerminalError) {
    var status: Int32 = 0
    guard !name.isEmpty, setupterm(name, output, &status) == OK else {
      // 1 stands for a printer.
      throw status == 1 ? .tooDumb(name: name) : .unknownTerminal(name: name)
    }
    defer { del_curterm(shim_cur_term()) }
    guard bytes("cup") != nil, bytes("clear") != nil else { throw .tooDumb(name: name) }
  }

  /// A string capability of the terminal in use, without padding; nil if it has none.
  static func bytes(_ name: String) -> [UInt8]? {
    shim_capability(name).map { withoutPadding(Array(String(cString: $0).utf8)) }
  }

  /// Whether the terminal in use has a property.
  static func flag(_ name: String) -> Bool { shim_flag(name) == 1 }

  /// A number of the terminal in use; negative if it has none.
  static func number(_ name: String) -> Int { Int(shim_number(name)) }

  /// What moves the cursor to a cell.
  static func position(_ point: Point) -> [UInt8] {
    guard let text = shim_position(Int32(point.y), Int32(point.x)) else { return [] }
    return withoutPadding(Array(String(cString: text).utf8))
  }

  /// What makes text appear in a colour, by its number; empty if the terminal has no colours.
  static func foreground(_ color: Int) -> [UInt8] {
    guard let text = shim_foreground(Int32(color)) else { return [] }
    return withoutPadding(Array(String(cString: text).utf8))
  }

  /// What brings the terminal back: letter shapes, colours, keypad, cursor, the former screen.
  static var restoration: [UInt8] {
    let last = bytes("rmcup") ?? bytes("clear") ?? []
    return mouseOff + pasteOff
      + ["sgr0", "op", "rmkx", "smam", "cnorm"].flatMap { bytes($0) ?? [] } + last
  }

  /// What makes a terminal report the mouse: buttons and drags, in SGR form; empty for one that knows no mouse.
  static var mouseOn: [UInt8] { ofMouse("\u{1B}[?1002h\u{1B}[?1006h") }
  /// What makes it stop.
  static var mouseOff: [UInt8] { ofMouse("\u{1B}[?1006l\u{1B}[?1002l") }

  /// What makes a terminal say where a pasted text begins and ends; empty for one that knows no such thing.
  static var pasteOn: [UInt8] { ofMouse("\u{1B}[?2004h") }
  /// What makes it stop.
  static var pasteOff: [UInt8] { ofMouse("\u{1B}[?2004l") }

  /// A sequence for terminals with a mouse: terminfo names no other sign of a terminal of xterm's kind.
  private static func ofMouse(_ sequence: String) -> [UInt8] {
    bytes("kmous") == nil ? [] : Array(sequence.utf8)
  }

  /// Takes pauses such as `$<5/>` out of a capability.
  static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if rest.starts(with: Array("$<".utf8)), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
        rest.removeFirst()
      }
    }
    return result
  }
}
