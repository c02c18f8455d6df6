import Lessons

/// The functions, and faults to diagnose, that some sections of a lesson introduce.
struct MathScope: Sendable {
  /// The sections; nil for all.
  private let sections: Set<String>?
  /// Ids of the functions and faults that those sections introduce; nil if the lesson introduces none at all.
  private let functions: Set<String>?

  /// Collects functions and faults.
  ///
  /// A section introduces a function if it has a flashcard for one of the function's concepts, or teaches the term of
  /// the glossary with the function's id; if no section does, the sections with flashcards that are tagged with the
  /// function do.
  init(_ deck: Deck, _ glossary: Glossary, sections: Set<String>?) {
    self.sections = sections
    var (homes, tagged): ([String: Set<String>], [String: Set<String>]) = ([:], [:])
    for card in deck.cards where card.isFlashcard {
      for concept in card.concepts where concept.contains("/") {
        homes[String(concept.prefix { $0 != "/" }), default: []].insert(card.section)
      }
      for tag in card.tags { tagged[tag, default: []].insert(card.section) }
    }
    for term in glossary.terms { homes[term.id, default: []].insert(term.section) }
    let introduced = tagged.merging(homes) { _, home in home }
    functions =
      introduced.isEmpty && sections == nil
      ? nil
      : Set(
        introduced.filter { _, home in sections.map { !home.isDisjoint(with: $0) } ?? true }.keys)
  }

  /// Whether a question is about what the sections teach.
  ///
  /// - Parameters:
  ///   - function: The id of the function or fault it is about, if any.
  ///   - cardSection: The section of the flashcard that holds the same fact, if there is one.
  /// - Returns: Whether it may be asked.
  func covers(function: String?, cardSection: String?) -> Bool {
    if let sections, let cardSection, !sections.contains(cardSection) { return false }
    if let function { return functions?.contains(function) ?? true }
    return sections == nil || cardSection != nil
  }
}
