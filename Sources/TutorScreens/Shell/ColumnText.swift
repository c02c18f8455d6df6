import LessonLayout
import TerminalUI
import Words

/// Collects lines in one column of the page.
struct ColumnText {
  /// In columns.
  let width: Int
  private(set) var lines: [[Run]] = []
  private let context: AppContext

  init(width: Int, _ context: AppContext) {
    self.width = width
    self.context = context
  }

  /// Adds text; text in backquotes is code.
  ///
  /// - Parameters:
  ///   - text: The text; line feeds begin new lines.
  ///   - style: The style.
  ///   - marker: A prefix of the first line; the others are indented by its width.
  ///   - isRepeated: Whether the marker precedes every line.
  mutating func add(
    _ text: String, _ style: Style = .plain, marker: [Run] = [], isRepeated: Bool = false
  ) {
    let indent = marker.reduce(0) { $0 + $1.text.displayWidth }
    let wrapped = TextLayout.wrap(
      context.inline(text.shortened, style), width: max(1, width - indent))
    for (number, line) in wrapped.enumerated() {
      let hanging = [Run(String(repeating: " ", count: indent))]
      lines.append((number == 0 || isRepeated ? marker : hanging) + line.runs)
    }
  }

  /// Adds text whose lines are centred in the column.
  mutating func addCentred(_ text: String, _ style: Style) {
    if context.isPlain { return add(text, style) }
    for line in TextLayout.wrap(context.inline(text.shortened, style), width: min(60, width)) {
      let space = String(repeating: " ", count: max(0, (width - line.width) / 2))
      lines.append([Run(space)] + line.runs)
    }
  }

  /// Adds text whose lines begin in one column, so that the longest of them is centred.
  mutating func addBlock(_ text: String, _ style: Style = .plain) {
    if context.isPlain { return add(text, style) }
    let wrapped = TextLayout.wrap(context.inline(text.shortened, style), width: min(60, width))
    let longest = wrapped.map(\.width).max() ?? 0
    let space = Run(String(repeating: " ", count: max(0, (width - longest) / 2)))
    lines += wrapped.map { [space] + $0.runs }
  }

  /// Adds a drawing.
  mutating func add(_ frame: Frame) { lines += frame.runLines }

  /// Adds lines unchanged.
  mutating func add(_ runs: [[Run]]) { lines += runs }

  /// Adds an empty line.
  mutating func addBlank() { lines.append([]) }

  /// The lines as a command prints them; in plain text, a paragraph is one line.
  var printed: [String] {
    if context.isPlain { return PlainParagraphs(lines).lines.map(\.words) }
    return lines.map { $0.map(\.text).joined().trimmingTrailingSpaces }
  }
}

extension String {
  /// The maximum number of code points that a screen shows of one text: laying out more would delay key presses.
  static let longestShown = 20_000

  /// The text, cut to the maximum length.
  var shortened: String {
    guard utf8.count > Self.longestShown, unicodeScalars.dropFirst(Self.longestShown).first != nil
    else { return self }
    let start = String(UnicodeScalarView(unicodeScalars.prefix(Self.longestShown)))
    return start + " " + Words.Frame.cut(bytes: utf8.count)
  }

  /// The text padded with spaces to a number of columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  /// The text with spaces before it, up to a number of columns.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth)) + self
  }
}

extension AppContext {
  /// Text with code in backquotes, which are kept where only they can mark it.
  func inline(_ text: String, _ style: Style) -> [Run] {
    let parts = self.text(text).split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 2, parts.count % 2 == 1 else { return [Run(self.text(text), style: style)] }
    return parts.enumerated().compactMap { index, part in
      guard !part.isEmpty else { return nil }
      guard index % 2 == 1 else { return Run(String(part), style: style) }
      let code = Style(.code, style.attributes)
      return Run(hasColor || isPlain ? String(part) : "`\(part)`", style: code)
    }
  }
}

/// The scroll position of a long text.
struct Scroll: Hashable, Sendable {
  private(set) var top = 0

  /// Moves the text.
  ///
  /// - Parameters:
  ///   - move: The movement.
  ///   - lines: The number of lines.
  ///   - rows: The number of lines that fit.
  mutating func move(_ move: Move, lines: Int, rows: Int) {
    top = move.from(top, of: lines, page: max(1, rows - 2))
    clamp(lines: lines, rows: rows)
  }

  /// Scrolls as little as necessary to show a line.
  mutating func show(_ line: Int, lines: Int, rows: Int) {
    if line >= top + rows - 1 { top = line - rows + 2 }
    top = min(top, line)
    clamp(lines: lines, rows: rows)
  }

  /// Scrolls as little as necessary to show some lines, or as many of them as fit, from the first one on.
  mutating func show(_ shown: Range<Int>, lines: Int, rows: Int) {
    show(shown.upperBound - 1, lines: lines, rows: rows)
    show(shown.lowerBound, lines: lines, rows: rows)
  }

  private mutating func clamp(lines: Int, rows: Int) {
    top = lines > rows ? min(max(0, top), lines - rows + 1) : 0
  }

  /// Draws the visible lines; the last row has the number of remaining lines and the keys that scroll, by default those
  /// that scroll one line.
  func draw(
    _ lines: [[Run]], on page: inout Page, rows: Range<Int>, x: Int, _ charset: Charset,
    keys: (up: String, down: String)? = nil
  ) {
    guard !rows.isEmpty else { return }
    let isLong = lines.count > rows.count
    let shown = isLong ? rows.count - 1 : rows.count
    let first = isLong ? min(top, lines.count - shown) : 0
    for (row, runs) in lines.dropFirst(first).prefix(shown).enumerated() {
      page.frame.write(runs, x: x, y: rows.lowerBound + row)
    }
    guard isLong else { return }
    let below = lines.count - first - shown
    let keys = keys ?? (page.keyNames["k"], page.keyNames["j"])
    let up = first > 0 ? Key.up.label(charset) + " " + keys.up : ""
    let more = charset.text(Words.Frame.more(below))
    let down = below > 0 ? Key.down.label(charset) + " " + keys.down + "  " + more : ""
    let text = [up, down].filter { !$0.isEmpty }.joined(separator: "   ")
    page.frame.write(text, x: x, y: rows.upperBound - 1, .dim)
  }
}
