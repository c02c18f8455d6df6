import Lessons

@testable import LessonReader

/// An added deck: Anki's text format, or JSON if it begins with a brace.
enum ImportersTarget: FuzzTarget {
  static func flaw(in bytes: [UInt8]) -> String? {
    do throws(ContentError) {
      let added = try AddedDeckReader(functions: fuzzFunctions, sections: fuzzSections)
        .deck(bytes, named: "f")
      let cards = added.cards
      let deck = Deck(id: "f", title: "F", cards: cards)
      guard cards.allSatisfy({ $0.section.isEmpty || fuzzSections.contains($0.section) }) else {
        return "a card of no section"
      }
      if added.kind == .text, let flaw = flawAfterStoring(deck) { return flaw }
      return deck.flaw ?? flawOnceWritten(deck)
    } catch {
      return error.flaw(in: bytes, named: "f")
    }
  }

  /// The difference after the deck was stored next to a record and read again.
  private static func flawAfterStoring(_ deck: Deck) -> String? {
    let text = AnkiText(deck).wholeText
    do throws(ContentError) {
      let kept = try AddedDeckReader(functions: fuzzFunctions, sections: fuzzSections)
        .deck(Array(text.utf8), named: "w")
      if let skipped = kept.skipped.first { return "line \(skipped.line) is lost: \(text)" }
      guard let pair = zip(deck.cards, kept.cards).first(where: { $0 != $1 }) else { return nil }
      return "\(pair.0) is kept as \(pair.1): \(text)"
    } catch {
      return "what is kept cannot be read: \(error) in \(text)"
    }
  }

  /// The difference after the deck was written for Anki and read again.
  private static func flawOnceWritten(_ deck: Deck) -> String? {
    let text = AnkiText(deck).text
    do throws(ContentError) {
      let source = try SourceText(file: "w", bytes: Array(text.utf8))
      let cards = try AnkiTextReader(source: source, sections: fuzzSections).deck().cards
      guard cards.map(\.id) == deck.cards.map(\.id) else { return "other ids: \(text)" }
      for (card, before) in zip(cards, deck.cards) {
        guard card.section == before.section else { return "another section: \(text)" }
        guard card.isFlashcard, case .cloze = before.form else { continue }
        guard case .cloze = card.form else { return "a cloze was lost: \(text)" }
      }
      let again = AnkiText(Deck(id: deck.id, title: deck.title, cards: cards)).text
      let thrice = try AnkiTextReader(
        source: SourceText(file: "w", bytes: Array(again.utf8)), sections: fuzzSections
      ).deck().cards
      guard let pair = zip(cards, thrice).first(where: { $0 != $1 }) else { return nil }
      return "\(pair.0) reads as \(pair.1): \(text)"
    } catch {
      return "cannot be read again: \(error) in \(text)"
    }
  }
}
