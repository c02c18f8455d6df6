import Foundation
import LessonReader
import Lessons

/// A deck as it is stored next to the record.
///
/// Text is stored with the ids of its cards; JSON is stored unchanged except for ids that another deck has. The source
/// is in a file with the same name and `.origin`; decks stored by version 1.0 have none.
struct KeptDeck {
  /// The source of a deck.
  struct Origin: Codable {
    /// The file with symbolic links resolved; nil for a pipe.
    var source: String?
    /// SHA-256 of the file's bytes.
    var digest: String
    /// Whether version 1.0 stored it, without its source.
    var isOfFirstVersion: Bool?
  }

  /// The name of its file.
  var name: String
  var bytes: [UInt8]
  /// The parsed deck; nil if it cannot be read.
  private(set) var deck: AddedDeck?
  private(set) var ids: Set<String> = []
  /// New ids of its cards by the file's own ids.
  private(set) var renamed: [String: String] = [:]
  /// Its source, if known.
  var origin: Origin?

  /// Whether version 1.0 stored it, under a name derived from its file's.
  var isOfFirstVersion: Bool { origin.map { $0.isOfFirstVersion == true } ?? true }

  /// The digest of its source, or of its own contents if the source is unknown.
  var digest: String { origin?.digest ?? DeckInput.digest(of: bytes) }

  /// The number of cards it asks.
  var size: Int { deck?.cards.reduce(0) { $0 + $1.asked } ?? 0 }

  /// Uses a parsed deck, and renames cards whose ids are taken.
  mutating func take(_ deck: AddedDeck, isTaken: (String) -> Bool) {
    for card in deck.cards where isTaken(card.id) {
      renamed[card.id] = DeckName.id(card.id, inDeck: name)
    }
    var deck = deck
    deck.cards = deck.cards.map { $0.renamed(renamed) }
    ids = Set(deck.cards.map(\.id))
    self.deck = deck
  }

  /// The id of a card after renaming; nil if it has no such card.
  func id(for id: String) -> String? {
    let own = DeckName.id(id, inDeck: name)
    return ids.contains(own) ? own : ids.contains(id) ? id : nil
  }

  /// The file extension of a deck.
  static func ending(of kind: AddedDeck.Kind) -> String { kind == .json ? ".json" : ".txt" }

  /// The bytes of a deck after its cards were renamed.
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
  /// The number of flashcards: one for each gap of a cloze card.
  var asked: Int { isFlashcard ? flashcards.count : 1 }

  /// The card with its own id and its link to another card renamed.
  func renamed(_ ids: [String: String]) -> Card {
    if ids.isEmpty { return self }
    var card = self
    card.id = ids[id] ?? id
    card.flashcardID = flashcardID.map { ids[$0] ?? $0 }
    return card
  }
}
