import Lessons

/// Reads the `retired` cards of a deck.
struct RetiredReader {
  let deck: JSONObject
  /// The offsets of the deck's cards, by id.
  let places: [String: Int]
  let cards: [Card]

  /// Reads the list: no id twice, none of a card in the deck, and heirs that are in the deck.
  ///
  /// - Throws: `ContentError` for the first error.
  func retired() throws(ContentError) -> [RetiredCard] {
    let heirs = Set(cards.flatMap { $0.isFlashcard ? $0.flashcards.map(\.id) : [$0.id] })
    var retired: [RetiredCard] = []
    var known: [String: Int] = [:]
    for entry in try deck.objects("retired") {
      let id = try entry.id()
      if let first = known.updateValue(entry.offset, forKey: id) {
        throw entry.error(.duplicateID(id, firstLine: deck.source.line(at: first)), at: "id")
      }
      if let active = places[id] {
        throw entry.error(.retiredID(id, line: deck.source.line(at: active)), at: "id")
      }
      let heir = try entry.optionalString("into")
      if let heir, !heirs.contains(heir) { throw entry.error(.unknownHeir(heir), at: "into") }
      retired.append(RetiredCard(id: id, heir: heir))
    }
    return retired
  }
}
