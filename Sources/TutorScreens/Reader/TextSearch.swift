import TerminalUI

/// Finds text in laid-out lines, also where it runs over the end of one.
///
/// Smart case: capitals count as soon as the query has one.
struct TextSearch: Hashable, Sendable {
  /// A stretch of a line that belongs to a match.
  struct Stretch: Hashable, Sendable {
    /// The line, from 0.
    var line: Int
    /// The first column.
    var x: Int
    /// Columns.
    var width: Int
    /// Which match it belongs to, from 0.
    var match: Int
  }

  /// What is sought; empty for nothing.
  let query: String

  private struct Letter {
    var character: Character
    var line: Int
    var x: Int
    var width: Int
  }

  /// Whether a text has the query in it.
  func isIn(_ text: String) -> Bool {
    if query.utf8.allSatisfy({ $0 < 0x80 }) { return isInBytes(of: text) }
    return !query.isEmpty && Self.find(pattern, in: text.map { folded($0) }).first != nil
  }

  /// The same for an ASCII query, fast enough for a whole lesson at every key.
  private func isInBytes(of text: String) -> Bool {
    let isSmart = !query.utf8.contains { (0x41...0x5A).contains($0) }
    func folded(_ byte: UInt8) -> UInt8 {
      isSmart && (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
    }
    let wanted = Array(query.utf8)
    guard let first = wanted.first else { return false }
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= wanted.count else { return false }
      for start in 0...(bytes.count - wanted.count) where folded(bytes[start]) == first {
        if wanted.indices.allSatisfy({ folded(bytes[start + $0]) == wanted[$0] }) { return true }
      }
      return false
    }
  }

  /// All matches, in order; a match over several lines has a stretch on each.
  func stretches(in lines: [SectionLine]) -> [Stretch] {
    guard !query.isEmpty else { return [] }
    let letters = letters(of: lines)
    let starts = Self.find(pattern, in: letters.map { folded($0.character) })
    var result: [Stretch] = []
    for (number, start) in starts.enumerated() {
      for letter in letters[start..<(start + pattern.count)] where letter.width > 0 {
        if let last = result.last, last.match == number, last.line == letter.line {
          result[result.count - 1].width = letter.x + letter.width - last.x
        } else {
          result.append(
            Stretch(line: letter.line, x: letter.x, width: letter.width, match: number))
        }
      }
    }
    return result
  }

  private var pattern: [Character] { query.map { folded($0) } }

  private func folded(_ character: Character) -> Character {
    guard !query.contains(where: \.isUppercase) else { return character }
    let lower = character.lowercased()
    return lower.count == 1 ? Character(lower) : character
  }

  /// The text's letters with their places; between lines of one sentence stands one blank.
  private func letters(of lines: [SectionLine]) -> [Letter] {
    var letters: [Letter] = []
    for (number, line) in lines.enumerated() {
      let isFirst = !line.continues
      letters.append(
        Letter(character: isFirst ? "\n" : " ", line: number, x: 0, width: 0))
      var x = 0
      for run in line.runs {
        for character in run.text {
          let width = character.isControl ? 1 : character.displayWidth
          if x >= line.indent {
            letters.append(Letter(character: character, line: number, x: x, width: width))
          }
          x += width
        }
      }
    }
    return letters
  }

  /// Where a pattern begins in a text; matches do not overlap.
  private static func find(_ pattern: [Character], in text: [Character]) -> [Int] {
    guard !pattern.isEmpty, text.count >= pattern.count else { return [] }
    var starts: [Int] = []
    var index = 0
    while index <= text.count - pattern.count {
      if text[index] == pattern[0], text[index..<(index + pattern.count)].elementsEqual(pattern) {
        starts.append(index)
        index += pattern.count
      } else {
        index += 1
      }
    }
    return starts
  }
}
