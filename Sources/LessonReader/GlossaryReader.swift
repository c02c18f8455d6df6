import Lessons

/// Reads `glossary.json`.
struct GlossaryReader {
  let source: SourceText
  let functions: FunctionNames
  let sections: Set<String>
  let deck: Deck

  /// Reads all terms.
  ///
  /// - Throws: `ContentError` for the first error.
  func glossary() throws(ContentError) -> Glossary {
    let object = try JSONObject(try JSONText.parse(source), named: "glossary", in: source)
    try object.checkFormat("tutor-glossary", version: 1)
    var terms: [Glossary.Term] = []
    var places: [String: Int] = [:]
    for entry in try object.objects("terms") {
      let id = try entry.id()
      if let first = places.updateValue(entry.offset, forKey: id) {
        throw entry.error(.duplicateID(id, firstLine: source.line(at: first)), at: "id")
      }
      terms.append(try term(entry, id: id))
    }
    let names = terms.map { $0.term.lowercased() }
    return Glossary(terms.indices.sorted { names[$0] < names[$1] }.map { terms[$0] })
  }

  private func term(_ entry: JSONObject, id: String) throws(ContentError) -> Glossary.Term {
    let section = try entry.string("section")
    guard sections.contains(section) else {
      throw entry.error(.unknownSection(section), at: "section")
    }
    let first = try entry.optionalString("first")
    if let first, !sections.contains(first) {
      throw entry.error(.unknownSection(first), at: "first")
    }
    let card = try entry.optionalString("card")
    if let card, deck.card(id: card)?.isFlashcard != true {
      throw entry.error(.unknownCard(card), at: "card")
    }
    let plot = try entry.optionalString("plot")
    if let plot, let problem = functions.problem(functions: [plot], settings: [:]) {
      throw entry.error(problem, at: "plot")
    }
    return Glossary.Term(
      id: id, term: try entry.string("term"), also: try entry.strings("also"),
      definition: try entry.string("definition"), section: section, first: first, card: card,
      plot: plot)
  }
}
