import TerminalUI

/// Searches laid-out lines, also across their ends.
///
/// Smart case: capitals matter if the query contains one.
package struct TextSearch: Hashable, Sendable {
  /// A part of a match on one line.
  package struct Segment: Hashable, Sendable {
    /// The line, from 0.
    package var line: Int
    /// The first column.
    package var x: Int
    /// Columns.
    package var width: Int
    /// The match's index, from 0.
    package var match: Int
  }

  /// The query; empty matches nothing.
  package let query: String
  private let pattern: LetterPattern

  package init(query: String) {
    self.query = query
    pattern = LetterPattern(query)
  }

  private struct Letter {
    var character: Character
    var line: Int
    var x: Int
    var width: Int
  }

  /// Whether a text contains the query.
  package func isIn(_ text: String) -> Bool {
    var scan = scan(of: text)
    return scan.resume(letters: .max) == true
  }

  /// An interruptible search of one text.
  package func scan(of text: String) -> TextScan { TextScan(text, for: pattern) }

  /// All matches in order; a match over several lines has a segment on each.
  package func segments(in lines: [SectionLine]) -> [Segment] {
    guard !query.isEmpty else { return [] }
    let letters = letters(of: lines)
    let starts = pattern.places(in: letters.lazy.map(\.character))
    var result: [Segment] = []
    for (number, start) in starts.enumerated() {
      for letter in letters[start..<(start + pattern.length)] where letter.width > 0 {
        if let last = result.last, last.match == number, last.line == letter.line {
          result[result.count - 1].width = letter.x + letter.width - last.x
        } else {
          result.append(
            Segment(line: letter.line, x: letter.x, width: letter.width, match: number))
        }
      }
    }
    return result
  }

  /// The text's letters with their positions; lines of one sentence are joined by one space.
  private func letters(of lines: [SectionLine]) -> [Letter] {
    var letters: [Letter] = []
    for (number, line) in lines.enumerated() {
      if !line.isJoined {
        letters.append(
          Letter(character: line.continues ? " " : "\n", line: number, x: 0, width: 0))
      }
      var x = 0
      for run in line.runs {
        for character in run.text {
          let width = character.columns
          if x >= line.indent, !character.isInvisible {
            letters.append(Letter(character: character, line: number, x: x, width: width))
          }
          x += width
        }
      }
    }
    return letters
  }
}
