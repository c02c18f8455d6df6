import CNcurses
import TerminalUI
import Testing

@testable import CursesTerminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// ncurses on a pseudo-terminal; serialized, because there is only one standard screen.
@Suite(.serialized)
struct PseudoTerminalTests {
  /// Both ends of a pseudo-terminal.
  private final class Pair {
    let outside: Int32
    let inside: Int32

    init(width: Int, height: Int) throws {
      var (outer, inner): (Int32, Int32) = (-1, -1)
      var window = winsize()
      window.ws_col = UInt16(width)
      window.ws_row = UInt16(height)
      try #require(openpty(&outer, &inner, nil, nil, &window) == 0)
      (outside, inside) = (outer, inner)
      _ = fcntl(outside, F_SETFL, O_NONBLOCK)
    }

    deinit {
      close(inside)
      close(outside)
    }

    /// The bytes sent to the terminal since the previous call.
    func sent() -> String {
      var text: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = read(outside, &buffer, buffer.count)
        guard count > 0 else { break }
        text += buffer.prefix(count)
      }
      return String(decoding: text, as: UTF8.self)
    }

    func type(_ text: String) {
      let bytes = Array(text.utf8)
      _ = write(outside, bytes, bytes.count)
    }
  }

  /// What terminals are asked for, by xterm's control sequences.
  private enum Sequence {
    static let mainScreen = "\u{1B}[?1049l"
    static let mouseOn = "\u{1B}[?1006h"
    static let mouseOff = "\u{1B}[?1006l"
  }

  /// The colours of letters that are asked for: of the palette with 256 colours, or the first eight.
  private static func colors(in sent: String) -> Set<Int> {
    sent.matches(of: /\u{1B}\[([0-9;]*)m/).reduce(into: []) { colors, sequence in
      let numbers = sequence.1.split(separator: ";").compactMap { Int($0) }
      if let start = numbers.firstIndex(of: 38), start + 2 < numbers.count {
        colors.insert(numbers[start + 2])
      } else {
        colors.formUnion(numbers.filter { (30..<38).contains($0) }.map { $0 - 30 })
      }
    }
  }

  private func open(
    _ pair: Pair, _ name: String = "xterm-256color", noColor: Bool = false
  ) throws -> CursesTerminal {
    setenv("LC_ALL", "C.UTF-8", 1)
    return try CursesTerminal(
      TerminalDevice(input: pair.inside, output: pair.inside), name: name, colors: .auto,
      noColor: noColor, crashMessage: nil)
  }

  private func frame(_ text: String, _ role: Role = .text, size: Size) -> Frame {
    var frame = Frame(size)
    frame.write(text, x: 2, y: 1, role)
    return frame
  }

  @Test func theSecondFrameSendsOnlyChangedCells() throws {
    let pair = try Pair(width: 60, height: 15)
    let terminal = try open(pair)
    #expect(terminal.size == Size(width: 60, height: 15))
    let (first, second) = (
      frame("the bend", size: terminal.size), frame("the band", size: terminal.size)
    )
    var screen = LettersTests.screen(.codePoints, terminal.size)
    terminal.present(first)
    screen.feed(pair.sent())
    #expect(screen.lines == first.lines)
    terminal.present(second)
    let difference = pair.sent()
    #expect(difference.utf8.count < 24)
    screen.feed(difference)
    #expect(screen.lines == second.lines)
    terminal.present(second)
    #expect(pair.sent().isEmpty)
    terminal.invalidate()
    terminal.present(second)
    // Everything is sent again, to a screen of which nothing is known.
    screen = LettersTests.screen(.codePoints, terminal.size)
    screen.feed(pair.sent())
    #expect(screen.lines == second.lines)
    terminal.close()
    #expect(pair.sent().contains(Sequence.mainScreen))
  }

  @Test func theHiddenCursorIsAtTheFocus() throws {
    let pair = try Pair(width: 60, height: 15)
    let terminal = try open(pair)
    var shown = frame("the bend", size: terminal.size)
    func end(_ column: Int, _ row: Int) -> String { "\u{1B}[\(row + 1);\(column + 1)H" }
    shown.focus = Point(x: 7, y: 3)
    terminal.present(shown)
    #expect(pair.sent().hasSuffix(end(7, 3)))
    // Only the cursor moves.
    shown.focus = Point(x: 7, y: 4)
    terminal.present(shown)
    #expect(pair.sent() == end(7, 4))
    terminal.present(shown)
    #expect(pair.sent().isEmpty)
    // A text field comes first, and a focus outside is ignored.
    shown.cursor = Point(x: 2, y: 1)
    terminal.present(shown)
    #expect(pair.sent().contains(end(2, 1)))
    (shown.cursor, shown.focus) = (nil, Point(x: 60, y: 0))
    terminal.present(shown)
    #expect(!pair.sent().contains("H"))
    terminal.close()
  }

  @Test func paletteMatchesTheTerminalsColours() throws {
    for (name, noColor, colors) in [
      ("xterm-256color", false, [131]), ("xterm", false, [1]), ("xterm-256color", true, []),
      ("vt100", false, []),
    ] as [(String, Bool, Set<Int>)] {
      let pair = try Pair(width: 60, height: 15)
      let terminal = try open(pair, name, noColor: noColor)
      #expect(terminal.hasColor == !colors.isEmpty)
      terminal.present(frame("wrong", .wrong, size: terminal.size))
      #expect(Self.colors(in: pair.sent()) == colors, "\(name) \(noColor)")
      terminal.close()
    }
  }

  @Test func controlsInAFrameAreNotSent() throws {
    let pair = try Pair(width: 60, height: 15)
    let terminal = try open(pair)
    let hostile = frame("a\u{1B}]0;pwned\u{7}b\u{9B}31m", size: terminal.size)
    terminal.present(hostile)
    let sent = pair.sent()
    var screen = LettersTests.screen(.codePoints, terminal.size)
    screen.feed(sent)
    #expect(screen.lines == hostile.lines)
    // Nothing but sequences that begin with an escape and a bracket, or choose letters, and the text.
    let text = sent.replacing(/\u{1B}(\[[0-9;?]*[A-Za-z]|[()].|[=>78])/, with: "")
    let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(Set(controls).isSubset(of: ["\r", "\n", "\u{8}", "\u{F}"]), "\(text.debugDescription)")
  }

  @Test func scrollingUsesOnlyUniversalSequences() throws {
    let pair = try Pair(width: 60, height: 15)
    let terminal = try open(pair)
    for top in [0, 3, 1] {
      var frame = Frame(terminal.size)
      for row in 0..<15 {
        frame.write("line \(row + top) of a text that moves ------------------------", x: 0, y: row)
      }
      terminal.present(frame)
      let sent = pair.sent()
      #expect(sent.firstMatch(of: /\u{1B}\[\d*[bST]/) == nil)
      #expect(!sent.isEmpty)
    }
  }

  /// The bytes for a terminal, interpreted by three kinds of emulators.
  @Test(arguments: [LetterScreen.Kind.codePoints, .system, .graphemes])
  func everyScriptIsRendered(kind: LetterScreen.Kind) throws {
    let size = Size(width: 150, height: LettersTests.scripts.count)
    let pair = try Pair(width: size.width, height: size.height)
    let terminal = try open(pair)
    var screen = LettersTests.screen(kind, size)
    var frame = Frame(size)
    for shift in [0, 1, 7] {
      for (row, text) in LettersTests.scripts.enumerated() {
        let y = (row + shift) % size.height
        frame.fill(Rect(x: 0, y: y, width: size.width, height: 1))
        frame.write(text, x: shift, y: y)
        // Row by row, because a pseudo-terminal buffers only a few kilobytes and is read only here.
        terminal.present(frame)
        screen.feed(pair.sent())
      }
      for (row, line) in frame.lines.enumerated() {
        let sent = LettersTests.letters(screen.lines[row].unicodeScalars)
        #expect(sent == LettersTests.letters(line.unicodeScalars), "\(line)")
      }
    }
    #expect(screen.scrolled == 0)
  }

  @Test func keysAreReadAndWaitsEnd() throws {
    let pair = try Pair(width: 60, height: 15)
    let terminal = try open(pair)
    #expect(terminal.nextInput(timeout: 10) == .timeout)
    pair.type("a\u{1B}OA\u{1B}[<0;3;4Mé")
    #expect(terminal.nextInput(timeout: 1000) == .key(.character("a")))
    #expect(terminal.nextInput(timeout: 1000) == .key(.up))
    let press = Pointer(.press, at: Point(x: 2, y: 3))
    #expect(terminal.nextInput(timeout: 1000) == .key(.pointer(press)))
    #expect(terminal.nextInput(timeout: 1000) == .key(.character("é")))
    pair.type("\u{1B}[200~q\n2 é\u{1B}[A\u{1B}[201~b")
    #expect(terminal.nextInput(timeout: 1000) == .pasted("q\n2 é\u{1B}[A"))
    #expect(terminal.nextInput(timeout: 1000) == .key(.character("b")))
    terminal.close()
    #expect(terminal.nextInput(timeout: 1000) == .closed)
  }

  @Test func mouseReportsAreDisabledAtTheEnd() throws {
    let pair = try Pair(width: 60, height: 15)
    let terminal = try open(pair)
    terminal.present(frame("x", size: terminal.size))
    let before = pair.sent()
    #expect(!before.contains(Sequence.mouseOn) && !before.contains(Sequence.mouseOff))
    terminal.useMouse(true)
    #expect(pair.sent().contains(Sequence.mouseOn))
    terminal.close()
    #expect(pair.sent().contains(Sequence.mouseOff))
  }

  @Test func oversizedWindowsAreDrawnUpToTheMaximum() throws {
    let pair = try Pair(width: 20_000, height: 9_000)
    let terminal = try open(pair)
    #expect(terminal.size.width <= 1000 && terminal.size.height <= 1000)
    let part = frame("still here", size: terminal.size)
    terminal.present(part)
    var screen = LettersTests.screen(.codePoints, terminal.size)
    screen.feed(pair.sent())
    #expect(screen.lines == part.lines)
  }

  @Test func nonTerminalsAreRefusedBeforeAnythingIsSent() throws {
    let pair = try Pair(width: 60, height: 15)
    for (name, error) in [
      ("", TerminalError.unknownTerminal(name: "")),
      ("no-such-thing", .unknownTerminal(name: "no-such-thing")),
      ("dumb", .tooDumb(name: "dumb")),
    ] {
      #expect(throws: error) { try open(pair, name) }
      #expect(pair.sent().isEmpty)
    }
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    #expect(throws: TerminalError.notATerminal(.input)) {
      try CursesTerminal(
        TerminalDevice(input: ends[0], output: ends[1]), name: "xterm", colors: .auto,
        noColor: false, crashMessage: nil)
    }
  }
}
