import Foundation
import TestSupport
import Testing

@testable import CursesTerminal
@testable import TerminalUI

/// Letters of all scripts reach the terminal completely, with any counting of columns by the terminal.
struct LettersTests {
  private static func fixture(_ name: String) throws -> [String] {
    let file = Repository.file("Tests/TerminalUITests/Fixtures/" + name)
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }.map(String.init)
  }

  /// Paragraphs in 68 languages and scripts.
  static let scripts: [String] =
    ((try? fixture("scripts.txt")) ?? []).compactMap {
      $0.split(separator: "\t").last.map(String.init)
    }

  /// The texts of Unicode's test of grapheme boundaries.
  static let boundaries: [String] =
    ((try? fixture("GraphemeBreakTest.txt")) ?? []).map { line in
      var text = String.UnicodeScalarView()
      for word in line.split(separator: " ") {
        if let scalar = UInt32(word, radix: 16).flatMap(Unicode.Scalar.init) { text.append(scalar) }
      }
      return String(text)
    }

  static func screen(_ kind: LetterScreen.Kind, _ size: Size) -> LetterScreen {
    LetterScreen(kind, width: size.width, height: size.height) {
      kind == .system ? systemColumns($0) : $0.columns
    }
  }

  /// The columns of a code point by the C library's table, whose header hides the function.
  private static let systemColumns: @Sendable (Unicode.Scalar) -> Int = {
    setlocale(LC_CTYPE, "C.UTF-8")
    guard let symbol = dlsym(nil, "wcwidth") else { return { _ in 1 } }
    let function = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
    return { Int(function(wchar_t(truncatingIfNeeded: $0.value))) }
  }()

  /// The text of a screen without the spaces under marks that have no base character.
  static func letters(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    text.filter { $0 != " " && $0.properties.generalCategory != .control }
  }

  private static let codes = DrawingCodes(
    position: { Array("\u{1B}[\($0.y + 1);\($0.x + 1)H".utf8) }, normal: Array("\u{1B}[m".utf8),
    inks: DrawingCodes.styles.map { $0 == .plain ? [] : Array("\u{1B}[1m".utf8) },
    wrapOff: Array("\u{1B}[?7l".utf8), wrapOn: Array("\u{1B}[?7h".utf8))

  private static func bytes(_ old: Frame, _ new: Frame) -> String {
    let diff = FrameDiff(from: old, to: new)
    let bytes = Painter(codes, isUTF8: true).bytes(for: diff, of: new, in: new.size)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func theFixturesExist() {
    #expect(Self.scripts.count == 68 && Self.boundaries.count == 612)
  }

  @Test(arguments: LetterScreen.Kind.allCases)
  func everyScriptIsRenderedLetterByLetter(kind: LetterScreen.Kind) {
    let size = Size(width: 160, height: Self.scripts.count)
    var frame = Frame(size)
    var ends: [Int] = []
    for (row, text) in Self.scripts.enumerated() {
      ends.append(frame.write(text, x: 0, y: row))
      frame.write("|", x: ends[row], y: row)
    }
    var screen = Self.screen(kind, size)
    screen.feed(Self.bytes(Frame(size), frame))
    for (row, text) in Self.scripts.enumerated() {
      #expect(screen.rows[row][ends[row]] == "|", "\(text)")
      let sent = Self.letters(screen.rows[row][..<ends[row]].joined().unicodeScalars)
      if kind == .simple {
        // Marks may overwrite each other there, but no letter that fits into the frame is lost.
        #expect(sent.count >= text.count / 2, "\(text)")
      } else {
        #expect(sent == Self.letters(text.unicodeScalars), "\(text)")
      }
    }
    #expect(screen.scrolled == 0)
  }

  @Test(arguments: [LetterScreen.Kind.codePoints, .graphemes])
  func graphemeBreakTestIsRenderedCompletely(kind: LetterScreen.Kind) {
    let size = Size(width: 40, height: 50)
    var screen = Self.screen(kind, size)
    var shown = Frame(size)
    for start in stride(from: 0, to: Self.boundaries.count, by: size.height) {
      let texts = Self.boundaries[start..<min(start + size.height, Self.boundaries.count)]
      var frame = Frame(size)
      for (row, text) in texts.enumerated() { frame.write("<\(text)>", x: row % 3, y: row) }
      screen.feed(Self.bytes(shown, frame))
      shown = frame
      for (row, text) in texts.enumerated() {
        let sent = Self.letters(screen.lines[row].unicodeScalars).filter {
          $0 != "<" && $0 != ">" && !(0x2400..<0x2440).contains($0.value)
        }
        #expect(sent == Self.letters(text.unicodeScalars), "\(text.unicodeScalars.map(\.value))")
        #expect(screen.lines[row].unicodeScalars.last == ">")
      }
    }
  }

  /// Rows of difficult text at random positions, cut at random, frame after frame.
  @Test(arguments: LetterScreen.Kind.allCases)
  func diffsReachTheFrameFromAnyScreen(kind: LetterScreen.Kind) {
    var random = SeededRandom(seed: 5)
    for size in [Size(width: 24, height: 5), Size(width: 7, height: 3), Size(width: 1, height: 2)] {
      var screen = Self.screen(kind, size)
      var shown = Frame(size)
      for _ in 0..<300 {
        var frame = random.next(below: 3) == 0 ? Frame(size) : shown
        for _ in 0...random.next(below: 3) {
          let text = Array(Self.scripts[random.next(below: Self.scripts.count)])
          let from = random.next(below: text.count)
          let part = String(text[from..<min(text.count, from + random.next(below: 12))])
          let style = Style(random.next(below: 4) == 0 ? .selection : .text)
          frame.write(
            part, x: random.next(below: size.width + 3) - 2, y: random.next(below: size.height),
            style: style)
        }
        screen.feed(Self.bytes(shown, frame))
        shown = frame
        #expect(screen.scrolled == 0)
        for (row, line) in frame.lines.enumerated() {
          check(screen, row, line, frame)
        }
      }
    }
  }

  private func check(_ screen: LetterScreen, _ row: Int, _ line: String, _ frame: Frame) {
    switch screen.kind {
    case .codePoints: #expect(screen.lines[row].unicodeScalars.elementsEqual(line.unicodeScalars))
    case .graphemes:
      let sent = Self.letters(screen.lines[row].unicodeScalars)
      #expect(sent == Self.letters(line.unicodeScalars), "\(line)")
    case .system, .simple:
      // However such a terminal shows marks, other cells stay in place.
      let runs = frame.disputedRuns(in: row)
      for (x, cell) in frame.cells[(row * frame.size.width)...].prefix(frame.size.width)
        .enumerated()
      where !runs.contains(where: { $0.contains(x) }) && cell.width > 0 {
        #expect(screen.rows[row][x] == cell.text, "\(line)")
      }
    }
  }

  @Test func everyLetterOfUnicodeIsRendered() {
    let size = Size(width: 8, height: 1)
    for value in 0xA0...0x3FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value), value % 7 == 0 || value < 0x3000 else { continue }
      guard scalar.properties.isAlphabetic || scalar.properties.generalCategory.isMark else {
        continue
      }
      var frame = Frame(size)
      frame.write(String(scalar), x: 0, y: 0)
      let sent = Self.bytes(Frame(size), frame)
      #expect(sent.unicodeScalars.contains(scalar), "\(String(value, radix: 16))")
    }
  }

  @Test func aLetterKeepsThirtyMarks() {
    let size = Size(width: 4, height: 1)
    var frame = Frame(size)
    frame.write("a" + String(repeating: "\u{301}", count: 1000) + "b", x: 0, y: 0)
    let sent = Self.bytes(Frame(size), frame)
    #expect(sent.unicodeScalars.count { $0 == "\u{301}" } == 30)
    #expect(frame[0, 0]?.text.unicodeScalars.first == "a" && frame[1, 0]?.glyph == "b")
  }

  @Test func emojiSequencesAreSentWholeAndReserveColumns() {
    for (text, columns) in [
      ("👩‍💻", 4), ("👍🏽", 4), ("🇩🇪", 2), ("🇩", 2), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2),
      ("👨‍👩‍👧‍👦", 8), ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2),
    ] {
      #expect(text.displayWidth == columns)
      let size = Size(width: 12, height: 1)
      var frame = Frame(size)
      frame.write(text + "|", x: 0, y: 0)
      #expect(frame[columns, 0]?.glyph == "|")
      #expect(Self.bytes(Frame(size), frame).contains(text))
    }
  }

  @Test func layoutCharactersAreNotSent() {
    let size = Size(width: 12, height: 1)
    var frame = Frame(size)
    frame.write("a\u{200E}b\u{200F}c\u{200B}d\u{2060}e\u{FEFF}f\u{AD}g\u{61C}h", x: 0, y: 0)
    #expect(frame.lines == ["abcdefgh"])
    frame = Frame(size)
    frame.write("می\u{200C}خواهم", x: 0, y: 0)
    var screen = Self.screen(.codePoints, size)
    screen.feed(Self.bytes(Frame(size), frame))
    #expect(screen.lines[0].unicodeScalars.elementsEqual("می\u{200C}خواهم".unicodeScalars))
  }

  @Test func bidirectionalControlsAreShown() {
    var frame = Frame(Size(width: 24, height: 1))
    frame.write("a\u{202E}b\u{2066}c\u{2069}d\u{FFFF}e", x: 0, y: 0)
    #expect(frame.lines == ["a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e"])
  }

  /// A run in another style may begin with the mark of the letter before it.
  @Test func aMarkStaysWithItsLetterWhereStylesChange() {
    var frame = Frame(Size(width: 12, height: 1))
    let end = frame.write([Run("क", .accent), Run("ी\u{902}x"), Run("\u{301}|")], x: 0, y: 0)
    #expect(frame.lines == ["की\u{902}x\u{301}|"])
    #expect(end == 4 && frame[1, 0]?.style.role == .accent)
  }

  @Test func withoutUTF8OutputIsASCII() {
    let size = Size(width: 30, height: 1)
    var frame = Frame(size)
    frame.write("हिन्दी 漢字 ok", x: 0, y: 0)
    let diff = FrameDiff(from: Frame(size), to: frame)
    let bytes = Painter(Self.codes, isUTF8: false).bytes(for: diff, of: frame, in: size)
    #expect(bytes.allSatisfy { $0 < 0x80 })
    var screen = Self.screen(.simple, size)
    screen.feed(String(decoding: bytes, as: UTF8.self))
    #expect(screen.lines[0].hasSuffix("? ?  ok"))
  }

  /// Terminals that scroll when their last cell is written get no character there.
  @Test func theLastCellNeverScrolls() {
    var codes = Self.codes
    codes.lastCellScrolls = true
    let size = Size(width: 3, height: 2)
    var frame = Frame(size)
    for y in 0..<2 { frame.write("abc", x: 0, y: y) }
    let diff = FrameDiff(from: Frame(size), to: frame)
    let careful = Painter(codes, isUTF8: true).bytes(for: diff, of: frame, in: size)
    let last = codes.wrapOff + Array("c".utf8) + codes.wrapOn
    #expect(careful.firstRange(of: last) != nil)
    (codes.wrapOff, codes.wrapOn) = ([], [])
    let bytes = Painter(codes, isUTF8: true).bytes(for: diff, of: frame, in: size)
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("ab"))
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool {
    [.nonspacingMark, .spacingMark, .enclosingMark].contains(self)
  }
}

/// A random number generator with a seed (SplitMix64).
private struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }
}
