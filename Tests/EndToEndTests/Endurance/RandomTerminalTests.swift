import Foundation
import TestSupport
import Testing
import Words

/// Random terminal input: keys in pieces, pastes, broken UTF-8, the mouse, resizes, signals.
struct RandomTerminalTests {
  /// The number of keys; `make soak` presses a million.
  private static let keys = StressFactor.factor == 1 ? 400 : 1_000_000
  private static let lives = StressFactor.factor == 1 ? 1 : 500
  private static let kinds = [
    "xterm", "xterm-256color", "linux", "vt100", "screen", "tmux-256color", "rxvt", "ansi",
  ]

  private static let screens = [
    "home", "lesson", "plot", "cards", "quiz", "speed", "lab", "map", "timeline", "glossary",
    "progress",
  ]

  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private static let sequences = [
    "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}OA", "\u{1B}OB", "\u{1B}[5~",
    "\u{1B}[6~",
    "\u{1B}[H", "\u{1B}[F", "\u{1B}[Z", "\u{1B}[1;2C", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[<0;10;20M",
    "\u{1B}[<64;1;1M", "\u{1B}[<32;70;3M", "\u{1B}[M !!", "\u{1B}]11;rgb:0/0/0\u{1B}\\",
    "\u{1B}[20",
    "\u{1B}[200~pasted é\u{1B}[31m text\n\u{1B}[201~", "\u{1B}[200~", "\u{1B}[201~", "é", "漢",
    "\u{1B}",
  ].map { Array($0.utf8) }

  /// A key, or something similar.
  private func press(_ random: inout SeededRandom) -> [UInt8] {
    switch random.next(below: 12) {
    case 0..<7:
      let letter = UInt8(0x20 + random.next(below: 95))
      // Usually stays on the screen.
      return [letter == UInt8(ascii: "q") && random.next(below: 10) > 0 ? 0x20 : letter]
    case 7: return [[0x09, 0x0D, 0x7F, 0x15, 0x17][random.next(below: 5)]]
    case 8: return [UInt8(0x80 + random.next(below: 128))]
    default:
      let sequence = Self.sequences[random.next(below: Self.sequences.count)]
      // Occasionally only a piece of it.
      let isWhole = random.next(below: 8) > 0
      return isWhole ? sequence : Array(sequence.prefix(1 + random.next(below: sequence.count)))
    }
  }

  private func disturb(_ terminal: Pty, _ random: inout SeededRandom) throws {
    switch random.next(below: 30) {
    case 0:
      for _ in 0...random.next(below: 8) {
        try terminal.resize(1 + random.next(below: 200), 1 + random.next(below: 60))
      }
    case 1: kill(terminal.child, SIGWINCH)
    case 2: kill(terminal.child, SIGCONT)
    case 3:
      kill(terminal.child, SIGSTOP)
      kill(terminal.child, SIGCONT)
    default: break
    }
  }

  /// Whether the program repaints on request, which works on every screen.
  private func answers(_ terminal: Pty) -> Bool {
    let before = terminal.raw.count
    // Ends an unfinished paste; then Ctrl-L.
    terminal.type("\u{1B}[201~\u{C}")
    return terminal.wait(seconds: 60) { _ in terminal.raw.count > before } || terminal.hasEnded
  }

  @Test(arguments: 0..<lives) func theProgramAlwaysRespondsAndEnds(life: Int) throws {
    var random = SeededRandom(seed: UInt64(life) + 1)
    var pressed = 0
    while pressed < Self.keys / Self.lives {
      let kind = Self.kinds[random.next(below: Self.kinds.count)]
      let terminal = try Pty(
        [
          Self.screens[random.next(below: Self.screens.count)], "--progress",
          "\(folder)/progress-\(life).sqlite",
        ],
        environment: ["TERM": kind, "LC_ALL": random.next(below: 3) == 0 ? "C" : "C.UTF-8"])
      try #require(
        terminal.wait { $0.text.shows("? " + Words.Frame.keys) }, "\(terminal.screen.text)")
      while pressed < Self.keys / Self.lives, !terminal.hasEnded {
        var burst: [UInt8] = []
        for _ in 0...random.next(below: 40) {
          burst += press(&random)
          pressed += 1
        }
        terminal.type(burst)
        try disturb(terminal, &random)
        try #require(answers(terminal), "life \(life), after \(pressed) keys")
      }
      if !terminal.hasEnded {
        kill(terminal.child, [SIGTERM, SIGHUP, SIGINT][random.next(below: 3)])
      }
      try #require(terminal.waitForEnd(), "life \(life), after \(pressed) keys")
      #expect(terminal.status == 0, "life \(life), after \(pressed) keys")
      #expect(terminal.screen.modes.isDisjoint(with: [.alternateScreen, .mouseReports]))
      // The emulator knows xterm's sequences.
      #expect(kind != "xterm" || terminal.screen.unknown.isEmpty, "\(terminal.screen.unknown)")
    }
  }
}
