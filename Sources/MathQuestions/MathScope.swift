import Lessons

/// The part of the catalogue that some sections of a lesson introduce.
struct MathScope: Sendable {
  private let sections: Set<String>
  /// Ids of the functions that those sections introduce.
  private let functions: Set<String>

  /// Collects the functions.
  ///
  /// A section introduces a function if it has a flashcard for one of the function's concepts; if no section has, the
  /// sections with flashcards that are tagged with the function do.
  init(_ deck: Deck, sections: Set<String>) {
    self.sections = sections
    var (homes, tagged): ([String: Set<String>], [String: Set<String>]) = ([:], [:])
    for card in deck.cards where card.isFlashcard {
      for concept in card.concepts where concept.contains("/") {
        homes[String(concept.prefix { $0 != "/" }), default: []].insert(card.section)
      }
      for tag in card.tags { tagged[tag, default: []].insert(card.section) }
    }
    functions = Set(
      tagged.merging(homes) { _, home in home }.filter { !$0.value.isDisjoint(with: sections) }.keys
    )
  }

  /// Whether a question is about what the sections teach.
  ///
  /// - Parameters:
  ///   - function: The id of the function it is about, if any.
  ///   - cardSection: The section of the flashcard that holds the same fact, if there is one.
  /// - Returns: Whether it may be asked.
  func covers(function: String?, cardSection: String?) -> Bool {
    if let cardSection, !sections.contains(cardSection) { return false }
    return function.map(functions.contains) ?? (cardSection != nil)
  }
}
