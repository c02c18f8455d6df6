import TerminalUI
import Testing

@testable import CursesTerminal

/// Keys whose bytes arrive in pieces.
struct SplitKeyTests {
  /// A keyboard on a slow connection: bytes, each after a pause in milliseconds.
  private struct Line {
    var bytes: [(pause: Int, byte: UInt8)]
    /// Milliseconds that the reader has waited without a byte.
    private(set) var waited = 0

    init(_ bytes: [(pause: Int, byte: UInt8)]) { self.bytes = bytes }

    /// The byte that a reader gets within a timeout.
    mutating func read(_ patience: Int) -> UInt8? {
      guard let first = bytes.first, first.pause <= patience else {
        waited += patience
        if !bytes.isEmpty { bytes[0].pause -= patience }
        return nil
      }
      bytes.removeFirst()
      return first.byte
    }

    /// Waits as the program does when there is no input.
    mutating func waitForMore() -> Bool {
      guard !bytes.isEmpty else { return false }
      bytes[0].pause = 0
      return true
    }
  }

  private func readings(_ line: Line, patience: Int = KeyReader.usualPatience)
    -> [KeyReader.Reading]
  {
    var line = line
    var reader = KeyReader(isUTF8: true, sequences: Self.table, patience: patience)
    var result: [KeyReader.Reading] = []
    while true {
      let reading = reader.next { line.read($0) }
      if reading != .quiet { result.append(reading) } else if !line.waitForMore() { return result }
    }
  }

  /// A few entries of a terminfo table.
  private static let table = KeySequences([
    (Array("\u{1B}[7$".utf8), .home), (Array("\u{1B}OA".utf8), .up),
    ([0x01, 0x40, 0x0D], .function(1)),
  ])

  /// All kinds of keys with several bytes.
  static let known = [
    "\u{1B}[A", "\u{1B}[B", "\u{1B}OC", "\u{1B}OA", "\u{1B}[1;2C", "\u{1B}[5~", "\u{1B}[15~",
    "\u{1B}[24~",
    "\u{1B}[Z", "\u{1B}[[A", "\u{1B}OP", "\u{1B}O2P", "\u{1B}OM", "\u{1B}[7$", "\u{01}@\r",
    "\u{1B}[97;5u",
    "\u{1B}[<0;10;20M", "\u{1B}[<65;1;1M", "\u{1B}[<0;10;20m", "\u{1B}[M !!",
    "\u{1B}]11;rgb:0/0/0\u{1B}\\",
    "\u{1B}]0;t\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[?62;c", "ä", "漢", "😀",
    "\u{1B}[200~two\nlines é\u{1B}[A\u{1B}[201~",
  ]

  @Test(arguments: known) func keySequencesMayBeSplitAtAnyByte(key: String) {
    let bytes = Array(key.utf8)
    let whole = readings(Line(bytes.map { (0, $0) }))
    #expect(whole.count == 1 && whole != [.quiet], "\(whole)")
    for place in 1..<bytes.count {
      let split = bytes.enumerated().map { (pause: $0.offset == place ? 100 : 0, byte: $0.element) }
      #expect(readings(Line(split)) == whole, "split at \(place)")
    }
    #expect(readings(Line(bytes.map { (100, $0) })) == whole, "split everywhere")
  }

  @Test func aLoneEscapeIsHandledAfterOnePause() {
    var line = Line([(0, 0x1B)])
    var reader = KeyReader(isUTF8: true, patience: 100)
    #expect(reader.next { line.read($0) } == .key(.escape))
    #expect(line.waited == 100)
  }

  @Test func anEscapeFollowedByAKeyIsHandledImmediately() {
    for rest in ["\u{1B}", "q", "é", "\r"] {
      var line = Line([(0, 0x1B)] + Array(rest.utf8).map { (40, $0) })
      var reader = KeyReader(isUTF8: true)
      #expect(reader.next { line.read($0) } == .key(.escape))
      #expect(line.waited == 0)
    }
  }

  @Test func afterALongerPauseTheRemainderIsASeparateKey() {
    let late = KeyReader.usualPatience + 1
    let up: [(pause: Int, byte: UInt8)] = [(0, 0x1B), (late, 0x5B), (0, 0x41)]
    #expect(
      readings(Line(up)) == [.key(.escape), .key(.character("[")), .key(.character("A"))])
    #expect(readings(Line(up), patience: 200) == [.key(.up)])
    #expect(readings(Line([(0, 0x1B), (1, 0x5B), (0, 0x41)]), patience: 0).first == .key(.escape))
  }

  @Test(arguments: [
    (nil, KeyReader.usualPatience), ("", KeyReader.usualPatience), ("25", 25), ("0", 0),
    ("1000", 1000), ("99999999999999999999", 30_000), ("-5", KeyReader.usualPatience),
    ("fast", KeyReader.usualPatience), ("1e3", KeyReader.usualPatience),
    ("٣", KeyReader.usualPatience),
    (" 50", KeyReader.usualPatience),
  ]) func validEscapeDelaysAreUsed(value: String?, patience: Int) {
    #expect(KeyReader.patience(escapeDelay: value) == patience)
    #expect(KeyReader.usualPatience >= 100)
  }

  @Test func anInterruptedPasteLeavesNoPartOfItsEndSequence() {
    for end in ["", "\u{1B}", "\u{1B}[20", "\u{1B}[201"] {
      let bytes = Array("\u{1B}[200~text\(end)".utf8)
      #expect(readings(Line(bytes.map { (0, $0) })) == [.pasted("text")], "\(end.dropFirst())")
    }
  }
}
