extension Words {
  /// One search over the glossary, the lesson and the cards.
  package enum Search {
    /// The screen's name.
    package static let name = "Search"
    /// Its title.
    package static let title = "Search everything"
    /// Behind the title.
    package static func hits(_ count: Int) -> String { count == 1 ? "1 hit" : "\(count) hits" }
    /// What keys do: choose another hit.
    package static let choose = "choose"

    /// Before anything was typed.
    package static let typeMore =
      "Type two letters or more: terms, the lesson and the cards are searched."
    /// While the rest of a long course is still searched.
    package static let searching = "Searching …"
    /// Nothing was found.
    package static func nothing(_ query: String) -> String { "Nothing has \"\(query)\" in it." }

    /// Before a hit in the glossary.
    package static let term = "term"
    /// Before a hit in the lesson.
    package static let section = "read"
    /// Before a hit among the cards.
    package static let card = "card"
  }

  /// The course that the lesson belongs to.
  package enum Course {
    /// The screen's name.
    package static let name = "Course"
    /// What a key does: opens the lesson.
    package static let readOn = "read on"
    /// In place of a list of topics, if there is none.
    package static let standsAlone = "This lesson stands on its own."
    /// Behind the topic that this lesson is.
    package static func sections(read: Int, of count: Int) -> String {
      "\(read) of \(count) sections read"
    }
  }
}
