extension Words {
  /// The mind map.
  package enum MindMap {
    package static let name = "Mind map"
    package static let none = "This course has no mind map."
    /// Plain text: behind a node whose children are hidden.
    package static let folded = ", folded"
    package static func place(_ row: Int, of rows: Int) -> String { "\(row) of \(rows)" }
    /// Below a narrow map: the selected node, and marks and words for the learner's knowledge of it, which may be
    /// empty.
    package static func detail(_ title: String, state: String) -> String {
      state.isEmpty ? title : "\(title) · \(state)"
    }

    /// Actions of keys.
    package enum Keys {
      package static let levels = "parent, child"
      package static let fold = "fold"
      package static let foldTo = "fold to a depth"
      package static let focus = "focus"
      package static let whole = "whole map"
    }
  }

  /// The timeline.
  package enum Timeline {
    package static let name = "Timeline"
    package static let none = "This course has no timeline."
    package static func years(from first: Int, to last: Int) -> String { "\(first) to \(last)" }
    package static func source(_ citation: String) -> String { "Source: \(citation)" }
    /// The source was found in another work's citation.
    package static func indirectSource(_ citation: String) -> String {
      "Source, cited indirectly: \(citation)"
    }
    package static func entry(_ text: String, source: String) -> String { "\(text) \(source)" }

    package static let read = "read about it"
  }

  /// The glossary, and one term of it.
  package enum Glossary {
    package static let name = "Glossary"
    package static func count(_ count: Int) -> String {
      count == 1 ? "1 term" : "\(count) terms"
    }
    package static func count(_ count: Int, with filter: String) -> String {
      "\(count) with \"\(filter)\""
    }
    package static let none = "No such term."
    package static let filter = "filter"
    package static let showAll = "show all"
    package static let prompt = "filter: "

    package static let termName = "Term"
    package static func title(_ term: String) -> String { "Term · \(term)" }
    package static func also(_ names: [String]) -> String {
      "also: \(names.joined(separator: ", "))"
    }
    package static func section(_ number: Int, title: String) -> String {
      "Section \(number) · \(title)"
    }
    package static func card(_ prompt: String) -> String { "Card · \(prompt)" }
    package static func curve(_ name: String) -> String { "Curve · \(name)" }

    /// Key labels: each key opens something related to the term.
    package enum Keys {
      package static let section = "its section"
      package static let card = "its card"
      package static let curve = "its curve"
    }
  }
}
