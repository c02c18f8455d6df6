import CNcurses
import TerminalUI

/// Queries of the terminfo database.
enum Capabilities {
  /// Checks that a terminal can show screens before anything is sent.
  ///
  /// - Parameters:
  ///   - name: The terminal's type, as in TERM.
  ///   - output: The terminal's file descriptor.
  /// - Throws: `unknownTerminal` or `tooDumb`.
  static func check(_ name: String, output: Int32) throws(TerminalError) {
    var status: Int32 = 0
    guard !name.isEmpty, setupterm(name, output, &status) == OK else {
      // 1 means a hardcopy terminal.
      throw status == 1 ? .tooDumb(name: name) : .unknownTerminal(name: name)
    }
    defer { del_curterm(shim_cur_term()) }
    guard bytes("cup") != nil, bytes("clear") != nil else { throw .tooDumb(name: name) }
  }

  /// A string capability of the current terminal without padding; nil if it is missing.
  static func bytes(_ name: String) -> [UInt8]? {
    shim_capability(name).map { withoutPadding(Array(String(cString: $0).utf8)) }
  }

  /// A Boolean capability of the current terminal.
  static func flag(_ name: String) -> Bool { shim_flag(name) == 1 }

  /// A numeric capability of the current terminal; negative if it is missing.
  static func number(_ name: String) -> Int { Int(shim_number(name)) }

  /// Moves the cursor to a cell.
  static func position(_ point: Point) -> [UInt8] {
    guard let text = shim_position(Int32(point.y), Int32(point.x)) else { return [] }
    return withoutPadding(Array(String(cString: text).utf8))
  }

  /// Sets the text colour by number; empty if the terminal has no colours.
  static func foreground(_ color: Int) -> [UInt8] {
    guard let text = shim_foreground(Int32(color)) else { return [] }
    return withoutPadding(Array(String(cString: text).utf8))
  }

  /// Restores the terminal: attributes, colours, keypad, cursor, the former screen.
  static var restoration: [UInt8] {
    let last = bytes("rmcup") ?? bytes("clear") ?? []
    return mouseOff + pasteOff
      + ["sgr0", "op", "rmkx", "smam", "cnorm"].flatMap { bytes($0) ?? [] } + last
  }

  /// Enables mouse reports for buttons and drags in SGR form; empty for a terminal without mouse.
  static var mouseOn: [UInt8] { ofMouse("\u{1B}[?1002h\u{1B}[?1006h") }
  /// Disables bracketed paste.
  static var mouseOff: [UInt8] { ofMouse("\u{1B}[?1006l\u{1B}[?1002l") }

  /// Enables bracketed paste; empty for a terminal without it.
  static var pasteOn: [UInt8] { ofMouse("\u{1B}[?2004h") }
  /// Disables bracketed paste.
  static var pasteOff: [UInt8] { ofMouse("\u{1B}[?2004l") }

  /// Restricts a sequence to terminals with a mouse, the only hint in terminfo that a terminal is xterm-like.
  private static func ofMouse(_ sequence: String) -> [UInt8] {
    bytes("kmous") == nil ? [] : Array(sequence.utf8)
  }

  /// Removes padding such as `$<5/>` from a capability.
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
