/// A line of laid-out text, and where in its source it begins.
public struct TextLine: Hashable, Sendable {
  /// What stands on the line, from the left.
  public var runs: [Run]
  /// Characters of the source before this line.
  public var offset: Int

  /// Makes a line.
  public init(_ runs: [Run], offset: Int = 0) {
    self.runs = runs
    self.offset = offset
  }

  /// Columns the line takes.
  public var width: Int { runs.reduce(0) { $0 + $1.text.displayWidth } }
  /// The line without its styles.
  public var text: String { runs.map(\.text).joined() }
}

/// Breaks text into lines of a given width.
public enum TextLayout {
  /// Breaks styled text at blanks, after hyphens and slashes, and between wide characters; a word
  /// longer than a line is broken where it must be.
  ///
  /// Blanks at a break are dropped; a line feed in the text always begins a new line.
  ///
  /// - Parameters:
  ///   - runs: The text.
  ///   - width: Columns of a line; at least 1 is assumed.
  /// - Returns: At least one line; each knows how many characters of the source came before it.
  public static func wrap(_ runs: [Run], width: Int) -> [TextLine] {
    var breaker = LineBreaker(width: max(1, width))
    for run in runs {
      for character in run.text { breaker.add(character, style: run.style) }
    }
    return breaker.finish()
  }

  /// Breaks plain text; see the form for styled text.
  public static func wrap(_ text: String, width: Int, style: Style = .plain) -> [TextLine] {
    wrap([Run(text, style: style)], width: width)
  }

  /// The text cut to a number of columns, with an ellipsis where something was cut.
  public static func truncate(_ text: String, width: Int, ellipsis: String = "…") -> String {
    let room = width - ellipsis.displayWidth
    var columns = 0
    var cut = text.startIndex
    // No more is looked at than has room, however long the text is.
    for index in text.indices {
      columns += text[index].isControl ? 1 : text[index].displayWidth
      if columns > width {
        return room < 0 ? "" : String(text[..<cut]).trimmingTrailingSpaces + ellipsis
      }
      if columns <= room { cut = text.index(after: index) }
    }
    return text
  }
}

/// Collects characters into words and words into lines.
private struct LineBreaker {
  private struct Piece {
    var character: Character
    var style: Style
    var width: Int
  }

  let width: Int
  private var lines: [TextLine] = []
  private var line: [Piece] = []
  private var lineWidth = 0
  private var lineOffset = 0
  private var word: [Piece] = []
  private var wordWidth = 0
  private var consumed = 0

  init(width: Int) { self.width = width }

  mutating func add(_ character: Character, style: Style) {
    defer { consumed += 1 }
    if character == "\n" {
      placeWord()
      breakLine(nextOffset: consumed + 1)
      return
    }
    let columns = character.isControl ? 1 : character.displayWidth
    let piece = Piece(character: character, style: style, width: columns)
    if character == " " {
      placeWord()
      if lineWidth + 1 > width {
        breakLine(nextOffset: consumed + 1)
      } else if !line.isEmpty || lines.isEmpty {
        line.append(piece)
        lineWidth += 1
      } else {
        lineOffset = consumed + 1
      }
      return
    }
    if columns == 2 { placeWord() }
    word.append(piece)
    wordWidth += columns
    if wordWidth > width { splitWord() }
    if columns == 2 || Self.endsPart(character) && word.count > 1 { placeWord() }
  }

  /// Whether a line may end behind a character within a word.
  private static func endsPart(_ character: Character) -> Bool {
    switch character {
    case "-", "/", "–", "—": true
    default: false
    }
  }

  mutating func finish() -> [TextLine] {
    placeWord()
    if !line.isEmpty || lines.isEmpty { breakLine(nextOffset: consumed) }
    return lines
  }

  /// Moves the word to the line, or to a new one if it does not fit any more.
  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    if lineWidth + wordWidth > width, !line.isEmpty {
      breakLine(nextOffset: consumed - word.count)
    }
    line += word
    lineWidth += wordWidth
    word.removeAll(keepingCapacity: true)
    wordWidth = 0
  }

  /// Puts the part of an overlong word that fits on a line of its own.
  private mutating func splitWord() {
    guard let last = word.popLast() else { return }
    wordWidth -= last.width
    if !word.isEmpty {
      placeWord()
      breakLine(nextOffset: consumed)
    }
    word = [last]
    wordWidth = last.width
  }

  private mutating func breakLine(nextOffset: Int) {
    while line.last?.character == " " { line.removeLast() }
    var runs: [Run] = []
    for piece in line {
      if let last = runs.indices.last, runs[last].style == piece.style {
        runs[last].text.append(piece.character)
      } else {
        runs.append(Run(String(piece.character), style: piece.style))
      }
    }
    lines.append(TextLine(runs, offset: lineOffset))
    line.removeAll(keepingCapacity: true)
    lineWidth = 0
    lineOffset = nextOffset
  }
}
