extension Words {
  /// Opens the mind map.
  package enum MindMap {
    /// The screen's name, and its header.
    package static let name = "Mind map"
    /// Stands in place of a map.
    package static let none = "This course has no mind map."
    /// On which row the cursor stands.
    package static func place(_ row: Int, of rows: Int) -> String { "\(row) of \(rows)" }
    /// Behind a node that is no longer well remembered.
    package static func fading(percent: String) -> String { "fading \(percent)" }
    /// Behind a node of which nothing has been asked or read.
    package static let new = "new"

    /// What keys do.
    package enum Keys {
      /// What the arrows to the left and to the right lead to.
      package static let levels = "parent, child"
      package static let fold = "fold"
      package static let foldTo = "fold to a depth"
      /// Shows a branch alone.
      package static let focus = "focus"
      package static let whole = "the whole map"
    }
  }

  /// The timeline.
  package enum Timeline {
    /// The screen's name, and its header.
    package static let name = "Timeline"
    /// Stands in place of a timeline.
    package static let none = "This course has no timeline."
    /// From which year to which.
    package static func years(from first: Int, to last: Int) -> String { "\(first) to \(last)" }
    /// Where an entry comes from.
    package static func source(_ citation: String) -> String { "Source: \(citation)" }
    /// Where an entry comes from that was found in somebody else's citation.
    package static func secondHand(_ citation: String) -> String {
      "Source, cited at second hand: \(citation)"
    }
    /// An entry, and the sentence about its source, on one line.
    package static func entry(_ text: String, source: String) -> String { "\(text) \(source)" }

    /// Opens the section about an entry.
    package static let read = "read about it"
  }

  /// The glossary, and one term of it.
  package enum Glossary {
    /// The list's name, and its header.
    package static let name = "Glossary"
    /// How many terms are listed.
    package static func count(_ count: Int) -> String {
      count == 1 ? "1 term" : "\(count) terms"
    }
    /// How many terms have a text in them.
    package static func count(_ count: Int, with filter: String) -> String {
      "\(count) with \"\(filter)\""
    }
    /// Stands in place of an empty list.
    package static let none = "No such term."
    /// What the key does that begins a filter.
    package static let filter = "filter"
    /// What the key does that ends it.
    package static let showAll = "show all"
    /// Stands before the filter that is being typed.
    package static let prompt = "filter: "

    /// The name of the screen of one term.
    package static let termName = "Term"
    /// Its header.
    package static func title(_ term: String) -> String { "Term · \(term)" }
    /// Other names of the term.
    package static func also(_ names: [String]) -> String {
      "also: \(names.joined(separator: ", "))"
    }
    /// Where the term is taught.
    package static func section(_ number: Int, title: String) -> String {
      "Section \(number) · \(title)"
    }
    /// The flashcard about the term.
    package static func card(_ prompt: String) -> String { "Card · \(prompt)" }
    /// The function that shows the term.
    package static func curve(_ name: String) -> String { "Curve · \(name)" }

    /// What keys do: they lead to what belongs to the term.
    package enum Keys {
      package static let section = "its section"
      package static let card = "its card"
      package static let curve = "its curve"
    }
  }
}
