import TerminalUI

/// The byte sequences of a terminal's keys, from terminfo.
struct KeySequences {
  private var keys: [[UInt8]: Key] = [:]
  /// All proper prefixes of sequences.
  private var beginnings: Set<[UInt8]> = []

  /// Builds the table; of entries with equal bytes the first one wins.
  init(_ entries: [(bytes: [UInt8], key: Key)]) {
    for (bytes, key) in entries where !bytes.isEmpty && keys[bytes] == nil {
      keys[bytes] = key
      for count in 1..<bytes.count { beginnings.insert(Array(bytes.prefix(count))) }
    }
  }

  /// The key for exactly these bytes.
  func key(for bytes: [UInt8]) -> Key? { keys[bytes] }

  /// Whether these bytes are a proper prefix of a sequence.
  func isBeginning(_ bytes: [UInt8]) -> Bool { beginnings.contains(bytes) }

  /// The sequences of the current ncurses terminal.
  static var ofTerminal: KeySequences {
    KeySequences(
      capabilities.compactMap { name, key in Capabilities.bytes(name).map { ($0, key) } })
  }

  /// Keys by their terminfo names.
  private static let capabilities: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
    ("kri", .up), ("kind", .down), ("kLFT", .shiftLeft), ("kRIT", .shiftRight),
    ("khome", .home), ("kend", .end), ("knp", .pageDown), ("kpp", .pageUp),
    // Editing keys and number pads of other keyboards.
    ("kfnd", .home), ("kslt", .end), ("kll", .end),
    ("ka1", .home), ("ka3", .pageUp), ("kc1", .end), ("kc3", .pageDown),
    ("kcbt", .backTab), ("kbs", .backspace), ("kdch1", .delete), ("kent", .enter),
    ("kf1", .function(1)), ("kf2", .function(2)), ("kf3", .function(3)), ("kf4", .function(4)),
    ("kf5", .function(5)), ("kf6", .function(6)), ("kf7", .function(7)), ("kf8", .function(8)),
    ("kf9", .function(9)), ("kf10", .function(10)), ("kf11", .function(11)),
    ("kf12", .function(12)),
  ]
}
