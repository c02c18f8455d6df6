public import Lessons

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension LessonBundle {
  /// The place in the lesson that a card is about; nil if its section is not in the lesson.
  ///
  /// The words are those of the question, its right answer, its explanation and its tags, and those of the flashcard
  /// with the same fact.
  public func passage(about card: Card) -> ReadingPosition? {
    let linked = card.flashcardID.flatMap { deck.card(id: $0) }
    let cards = [card] + (linked.map { [$0] } ?? [])
    return passage(
      about: cards.flatMap { [$0.prompt, $0.rightAnswer, $0.explanation] + $0.tags },
      in: card.section)
  }

  /// The place in a section that some texts are about; its beginning if no place has words in common with them.
  ///
  /// - Parameters:
  ///   - texts: What the passage should be about.
  ///   - section: The id of the section.
  /// - Returns: A position, that of a heading if the passage follows it immediately; nil without such a section.
  public func passage(about texts: [String], in section: String) -> ReadingPosition? {
    guard let index = lesson.sectionIndex(id: section) else { return nil }
    let place = PassageSearch(lesson.sections[index].blocks).place(
      about: texts.reduce(into: []) { $0.formUnion($1.distinctWords) })
    return ReadingPosition(section: section, block: place.block, offset: place.offset)
  }
}

/// Finds the part of a section that shares the most words with a question.
///
/// If the words of a heading are all in the question, only what is under such headings is searched; of two headings
/// like "ReLU" and "Leaky ReLU" the one with more words counts. Among the pieces, a word weighs log(n / k) if k of n
/// pieces contain it (inverse document frequency: Spärck Jones 1972, "A statistical interpretation of term specificity
/// and its application in retrieval"), and nothing if more than half of them do. The sum is divided by the fourth root
/// of the piece's number of words, but at least of 20, so that neither long tables nor short captions win by their
/// length alone. The first of equals wins.
private struct PassageSearch {
  /// A block, or an item of a list.
  private struct Piece {
    var block: Int
    /// The number of characters of the block before it.
    var offset: Int
    /// The block of the heading that it is under.
    var heading: Int?
    /// Its words and those of its heading.
    var words: Set<String>
    /// The words of its heading.
    var inherited: Set<String>
  }

  private var pieces: [Piece] = []
  /// The words of each heading's alternatives, which are separated by slashes, by the heading's block.
  private var headings: [Int: [Set<String>]] = [:]

  init(_ blocks: [Block]) {
    var heading: Int?
    var inherited: Set<String> = []
    for (index, block) in blocks.enumerated() {
      if case .heading(_, let prose) = block {
        let text = prose.plainText
        heading = index
        inherited = text.distinctWords
        headings[index] = text.split(separator: "/").map(\.distinctWords).filter { !$0.isEmpty }
        continue
      }
      for (offset, text) in block.pieces {
        pieces.append(
          Piece(
            block: index, offset: offset, heading: heading,
            words: text.distinctWords.union(inherited), inherited: inherited))
      }
    }
  }

  /// The place of the best piece, or of its heading if it follows that immediately or only the heading is shared; the
  /// beginning without one.
  func place(about words: Set<String>) -> (block: Int, offset: Int) {
    let named = headings(namedIn: words)
    let candidates = pieces.filter { $0.heading.map(named.contains) ?? false }
    let counts = Dictionary(pieces.flatMap(\.words).map { ($0, 1) }, uniquingKeysWith: +)
    var best: (piece: Piece, score: Double)?
    for piece in candidates.isEmpty ? pieces : candidates {
      // In a fixed order, so that equal questions have equal sums.
      let shared = piece.words.intersection(words).sorted()
      let weight = shared.reduce(0.0) { sum, word in
        let count = counts[word] ?? 1
        return count * 2 > pieces.count ? sum : sum + log(Double(pieces.count) / Double(count))
      }
      let score = weight / Double(max(20, piece.words.count)).squareRoot().squareRoot()
      if score > best?.score ?? 0 { best = (piece, score) }
    }
    guard let piece = best?.piece else { return (named.min() ?? 0, 0) }
    guard let heading = piece.heading else { return (piece.block, piece.offset) }
    let isFirst = piece.offset == 0 && piece.block == heading + 1
    let isAboutHeading = piece.words.intersection(words).isSubset(of: piece.inherited)
    return isFirst || isAboutHeading ? (heading, 0) : (piece.block, piece.offset)
  }

  /// The blocks of the headings that the question names.
  private func headings(namedIn words: Set<String>) -> Set<Int> {
    let named = headings.compactMapValues { alternatives in
      alternatives.filter { $0.isSubset(of: words) }.max { $0.count < $1.count }
    }
    let kept = named.filter { heading in
      !named.values.contains { $0.isStrictSuperset(of: heading.value) }
    }
    return Set(kept.keys)
  }
}

extension Block {
  /// The items of a list, or the block as a whole, each with the number of characters of the block before it.
  fileprivate var pieces: [(offset: Int, text: String)] {
    guard case .list(let list) = self else { return [(0, plainText)] }
    var pieces: [(offset: Int, text: String)] = []
    var offset = 0
    for item in list.items {
      pieces.append((offset, item.blocks.map(\.plainText).joined(separator: " ")))
      // Positions count one character after each paragraph.
      offset += item.blocks.flatMap(\.proses).reduce(0) { $0 + $1.plainText.count + 1 }
    }
    return pieces
  }
}

extension StringProtocol {
  /// The words with at least three letters, and the numbers, in lower case and without the s of a plural.
  fileprivate var distinctWords: Set<String> {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }
    return Set(
      words.compactMap { word in
        guard word.count >= 3 || word.allSatisfy(\.isNumber) else { return nil }
        let isPlural = word.count > 4 && word.last == "s" && !word.hasSuffix("ss")
        return String(isPlural ? word.dropLast() : word)
      })
  }
}
