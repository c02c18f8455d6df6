package import Lessons
import TerminalUI

/// A term of the glossary at its first use in a section.
package struct MarkedTerm: Sendable {
  /// A part of it on one line.
  package struct Segment: Hashable, Sendable {
    package var line: Int
    /// The first column.
    package var x: Int
    /// Columns.
    package var width: Int
  }

  package let term: Glossary.Term
  /// Its segments; two if it continues on the next line.
  package let segments: [Segment]

  /// The line on which it begins.
  package var line: Int { segments.first?.line ?? 0 }

  /// The maximum number of lines that are searched, far more than any section written by hand.
  private static let most = 5000

  private struct Word {
    var text: String
    /// Two if a hyphen broke the word.
    var segments: [Segment]
  }

  /// Finds the first use of every term.
  ///
  /// - Parameters:
  ///   - lines: The section's lines.
  ///   - skipped: Lines to skip: figures and code.
  ///   - glossary: The terms.
  /// - Returns: The terms in order of their first use.
  package static func all(
    in lines: [SectionLine], skipping skipped: [Range<Int>], _ glossary: Glossary
  ) -> [MarkedTerm] {
    guard !glossary.terms.isEmpty, lines.count <= most else { return [] }
    let words = words(in: lines, skipping: skipped)
    var seen: Set<String> = []
    var found: [MarkedTerm] = []
    var index = 0
    while index < words.count {
      defer { index += 1 }
      for count in stride(from: min(glossary.mostWords, words.count - index), to: 0, by: -1) {
        let part = words[index..<(index + count)]
        guard let term = glossary.term(spelled: part.map(\.text).joined(separator: " ")) else {
          continue
        }
        if seen.insert(term.id).inserted {
          found.append(MarkedTerm(term: term, segments: part.flatMap(\.segments)))
        }
        index += count - 1
        break
      }
    }
    return found
  }

  private static func words(
    in lines: [SectionLine], skipping skipped: [Range<Int>]
  ) -> [Word] {
    var words: [Word] = []
    for (number, line) in lines.enumerated() where !skipped.contains(where: { $0 ~= number }) {
      var found = self.words(in: line, number)
      // Joins a word that was broken at its hyphen.
      if line.continues, let first = found.first, let last = words.last, last.text.hasSuffix("-"),
        last.segments.last?.line == number - 1
      {
        words[words.count - 1].text += first.text
        words[words.count - 1].segments += first.segments
        found.removeFirst()
      }
      words += found
    }
    return words
  }

  private static func words(in line: SectionLine, _ number: Int) -> [Word] {
    var words: [Word] = []
    var x = 0
    var isOpen = false
    for character in line.runs.lazy.flatMap(\.text) where !character.isInvisible {
      let width = character.columns
      let belongs =
        character.isLetter || character.isNumber || character == "-" || character == "_"
      if belongs, isOpen {
        words[words.count - 1].text.append(character)
        words[words.count - 1].segments[0].width += width
      } else if belongs {
        let segment = Segment(line: number, x: x, width: width)
        words.append(Word(text: String(character), segments: [segment]))
      }
      isOpen = belongs
      x += width
    }
    return words
  }
}
