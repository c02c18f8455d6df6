import Lessons

@testable import LessonReader

/// A deck of the learner's own: text as Anki exports it, or JSON where it begins with a brace.
enum ImportersTarget: FuzzTarget {
  static func flaw(in bytes: [UInt8]) -> String? {
    do throws(ContentError) {
      let source = try SourceText(file: "f", bytes: bytes)
      if bytes.first == UInt8(ascii: "{") {
        let deck = try DeckReader(
          source: source, functions: fuzzFunctions, sections: fuzzSections
        ).deck()
        return deck.flaw ?? flawOnceWritten(deck)
      }
      let cards = try AnkiTextReader(source: source, sections: fuzzSections).cards()
      let deck = Deck(id: "f", title: "F", cards: cards)
      guard cards.allSatisfy({ $0.section.isEmpty || fuzzSections.contains($0.section) }) else {
        return "a card of no section"
      }
      return deck.flaw ?? flawOnceWritten(deck)
    } catch {
      return error.flaw(in: bytes, named: "f")
    }
  }

  /// What differs once the deck has been written for Anki and read again.
  private static func flawOnceWritten(_ deck: Deck) -> String? {
    let text = AnkiText(deck).text
    do throws(ContentError) {
      let source = try SourceText(file: "w", bytes: Array(text.utf8))
      let cards = try AnkiTextReader(source: source, sections: fuzzSections).cards()
      guard cards.map(\.id) == deck.cards.map(\.id) else { return "other ids: \(text)" }
      for (card, before) in zip(cards, deck.cards) {
        guard card.section == before.section else { return "another section: \(text)" }
        guard card.isFlashcard, case .cloze = before.form else { continue }
        guard case .cloze = card.form else { return "a cloze was lost: \(text)" }
      }
      let again = AnkiText(Deck(id: deck.id, title: deck.title, cards: cards)).text
      let thrice = try AnkiTextReader(
        source: SourceText(file: "w", bytes: Array(again.utf8)), sections: fuzzSections
      ).cards()
      guard let pair = zip(cards, thrice).first(where: { $0 != $1 }) else { return nil }
      return "\(pair.0) reads as \(pair.1): \(text)"
    } catch {
      return "cannot be read again: \(error) in \(text)"
    }
  }
}
