import Foundation
import LessonReader
import Lessons

/// A deck as it is kept beside the record.
///
/// Text is kept with the ids that its cards have been given, JSON as it came but for ids that another deck has. Where
/// it came from stands in a file of the same name and `.origin`; decks that version 1.0 kept have none.
struct KeptDeck {
  /// Where a deck came from.
  struct Origin: Codable {
    /// The file, links followed; nil for a pipe.
    var source: String?
    /// SHA-256 of the file's bytes.
    var digest: String
    /// Whether version 1.0 kept it, which did not say where it came from.
    var isOfFirstVersion: Bool?
  }

  /// What its file is called.
  var name: String
  /// Its bytes.
  var bytes: [UInt8]
  /// What was read from it; nil if it cannot be read.
  private(set) var deck: AddedDeck?
  /// Ids of its cards.
  private(set) var ids: Set<String> = []
  /// Ids that its cards have been given here, by those that its file gives them.
  private(set) var renamed: [String: String] = [:]
  /// Where it came from, if that is known.
  var origin: Origin?

  /// Whether version 1.0 kept it, under a name that followed from its file's.
  var isOfFirstVersion: Bool { origin.map { $0.isOfFirstVersion == true } ?? true }

  /// What tells contents apart: of the file it came from, or of its own if that is not known.
  var digest: String { origin?.digest ?? DeckInput.digest(of: bytes) }

  /// How many cards it asks.
  var size: Int { deck?.cards.reduce(0) { $0 + $1.asked } ?? 0 }

  /// Keeps what was read, cards under ids that are not taken.
  mutating func take(_ deck: AddedDeck, isTaken: (String) -> Bool) {
    for card in deck.cards where isTaken(card.id) {
      renamed[card.id] = DeckName.id(card.id, inDeck: name)
    }
    var deck = deck
    deck.cards = deck.cards.map { $0.renamed(renamed) }
    ids = Set(deck.cards.map(\.id))
    self.deck = deck
  }

  /// How a card of an id is called in it; nil if it has none.
  func id(for id: String) -> String? {
    let own = DeckName.id(id, inDeck: name)
    return ids.contains(own) ? own : ids.contains(id) ? id : nil
  }

  /// What a deck's file ends with.
  static func ending(of kind: AddedDeck.Kind) -> String { kind == .json ? ".json" : ".txt" }

  /// The bytes under which a deck is kept once its cards have other ids.
  static func bytes(
    of deck: AddedDeck, from bytes: [UInt8], renamed: [String: String], name: String,
    by reader: AddedDeckReader
  ) throws(ContentError) -> [UInt8] {
    switch deck.kind {
    case .json:
      return renamed.isEmpty ? bytes : try reader.renaming(renamed, in: bytes, named: name)
    case .text:
      let cards = deck.cards.map { $0.renamed(renamed) }
      return Array(
        AnkiText(Deck(id: "added", title: deck.title ?? "", cards: cards)).wholeText.utf8)
    }
  }
}

extension Card {
  /// How many things it asks: a cloze one for each gap.
  var asked: Int { isFlashcard ? flashcards.count : 1 }

  /// The card under another id, if one is given for its own, and its link to another card likewise.
  func renamed(_ ids: [String: String]) -> Card {
    if ids.isEmpty { return self }
    var card = self
    card.id = ids[id] ?? id
    card.flashcardID = flashcardID.map { ids[$0] ?? $0 }
    return card
  }
}
