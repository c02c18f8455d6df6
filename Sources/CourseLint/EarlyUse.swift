import LessonReader
import Lessons

/// The first use of a term in a section, or in one of its cards, that precedes the section that introduces it.
struct EarlyUse {
  /// The line.
  let place: LocatedText
  /// In characters, from 0.
  let offset: Int
  /// As in the line.
  let spelling: String
  /// The id of the section that introduces the term.
  let section: String

  /// Finds early uses.
  ///
  /// - Parameters:
  ///   - texts: The lines of a section or a card.
  ///   - later: The ids of the sections after it.
  ///   - glossary: The terms, with the sections that introduce them.
  /// - Returns: At most one use of a term.
  static func all(
    in texts: [LocatedText], before later: Set<String>, _ glossary: Glossary
  ) -> [EarlyUse] {
    var uses: [EarlyUse] = []
    var seen: Set<String> = []
    for place in texts.map(\.withoutAddresses) {
      for (term, word) in terms(in: place.text, glossary) {
        let section = term.first ?? term.section
        guard later.contains(section), seen.insert(term.id).inserted else { continue }
        uses.append(
          EarlyUse(place: place, offset: word.offset, spelling: word.text, section: section))
      }
    }
    return uses
  }

  /// The terms in a line, the longest spelling first.
  private static func terms(
    in line: String, _ glossary: Glossary
  ) -> [(term: Glossary.Term, word: Word)] {
    let words = words(in: line)
    var found: [(Glossary.Term, Word)] = []
    var index = 0
    while index < words.count {
      var used = 1
      for count in stride(from: min(glossary.mostWords, words.count - index), to: 0, by: -1) {
        let spelling = words[index..<(index + count)].map(\.text).joined(separator: " ")
        guard let term = glossary.term(spelled: spelling) else { continue }
        found.append((term, Word(text: spelling, offset: words[index].offset)))
        used = count
        break
      }
      index += used
    }
    return found
  }

  private struct Word {
    var text: String
    /// In characters, from 0.
    let offset: Int
  }

  /// Words, and mathematical symbols such as ⊙.
  private static func words(in line: String) -> [Word] {
    var words: [Word] = []
    var isOpen = false
    for (offset, character) in line.enumerated() {
      let belongs =
        character.isLetter || character.isNumber || character == "-" || character == "_"
      if belongs, isOpen {
        words[words.count - 1].text.append(character)
      } else if belongs || character.isMathSymbol {
        words.append(Word(text: String(character), offset: offset))
      }
      isOpen = belongs
    }
    return words
  }
}
