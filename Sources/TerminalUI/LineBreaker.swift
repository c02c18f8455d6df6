/// Breaks one text into lines.
struct LineBreaker {
  /// A grapheme, or one cell of a grapheme that is wider than a line.
  private struct Piece {
    var character: Character
    var style: Style
    var width: Int
    /// The number of characters before it.
    var offset: Int
    var breakClass: BreakClass
    var isLineFeed: Bool { character == "\n" }
  }

  private let pieces: [Piece]
  private let width: Int
  private let length: Int

  init(_ runs: [Run], width: Int) {
    var pieces: [Piece] = []
    var offset = 0
    for run in runs {
      for character in run.text {
        let columns = character.columns
        // A grapheme that is wider than a line is split, too.
        let isTooWide = columns > width && columns > 1
        for part in isTooWide ? character.cells.map(\.grapheme.character) : [character] {
          pieces.append(
            Piece(
              character: part, style: run.style, width: isTooWide ? part.columns : columns,
              offset: offset, breakClass: BreakClass(part)))
        }
        offset += 1
      }
    }
    self.pieces = pieces
    self.width = width
    length = offset
  }

  /// The lines, at least one.
  func lines() -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    var marks: Attributes = []
    while start < pieces.count {
      let end = end(of: start)
      lines.append(line(start..<end.text, marks))
      let endsBlank = end.text > start && pieces[end.text - 1].breakClass == .blank
      start = end.next
      // A final line feed does not start another line; leading spaces are dropped.
      while start < pieces.count, pieces[start].breakClass == .blank { start += 1 }
      let dropsSpace = endsBlank || start > end.next
      marks = end.next > end.text ? [] : dropsSpace ? .softWrapped : [.softWrapped, .joined]
    }
    return lines.isEmpty ? [TextLine([])] : lines
  }

  /// The latest possible breaks of each quality: the index of the next piece, and the columns so far.
  private struct Places {
    private typealias BreakPoint = (piece: Int, width: Int)
    private var free: BreakPoint?
    private var betweenSyllables: BreakPoint?
    private var inWord: BreakPoint?

    mutating func add(_ quality: BreakQuality, before piece: Int, width: Int) {
      switch quality {
      case .free: free = (piece, width)
      case .betweenSyllables: betweenSyllables = (piece, width)
      case .inWord: inWord = (piece, width)
      case .never: break
      }
    }

    /// The best break; syllables are separated only if more than half of the line would be empty otherwise.
    func best(width: Int) -> Int? {
      guard let free else { return betweenSyllables?.piece ?? inWord?.piece }
      guard free.width * 2 < width, let betweenSyllables else { return free.piece }
      return max(free.piece, betweenSyllables.piece)
    }
  }

  /// The end of the line that begins at a piece, and the start of the next one.
  private func end(of start: Int) -> (text: Int, next: Int) {
    var places = Places()
    var columns = 0
    var word: BreakClass?
    for index in start..<pieces.count {
      let piece = pieces[index]
      if piece.isLineFeed { return (index, index + 1) }
      if index > start {
        let before = pieces[index - 1].breakClass
        let beginsWord = index - 1 == start || pieces[index - 2].breakClass == .blank
        let quality = BreakQuality(before, piece.breakClass, word: word, beginsWord: beginsWord)
        // The hyphen that becomes visible at a break needs a column.
        if before != .softHyphen || columns < width {
          places.add(quality, before: index, width: columns)
        }
      }
      if piece.breakClass != .blank {
        if piece.width > 0, columns + piece.width > width, index > start {
          let end = places.best(width: width) ?? index
          return (end, end)
        }
        word = piece.breakClass
      }
      columns += piece.width
    }
    return (pieces.count, pieces.count)
  }

  /// A line with invisible marks in its style.
  private func line(_ range: Range<Int>, _ marks: Attributes) -> TextLine {
    var range = range
    while let last = range.last, pieces[last].breakClass == .blank { range.removeLast() }
    var runs: [Run] = []
    for index in range {
      let piece = pieces[index]
      let isVisibleHyphen =
        piece.breakClass == .softHyphen && index == range.upperBound - 1
        && index + 1 < pieces.count && !pieces[index + 1].isLineFeed
      let character = isVisibleHyphen ? "-" : piece.character
      var style = piece.style
      style.attributes.formUnion(isVisibleHyphen ? marks.union(.breakHyphen) : marks)
      if let last = runs.indices.last, runs[last].style == style {
        runs[last].text.append(character)
      } else {
        runs.append(Run(String(character), style: style))
      }
    }
    let start = range.lowerBound
    return TextLine(runs, offset: start < pieces.count ? pieces[start].offset : length)
  }
}
