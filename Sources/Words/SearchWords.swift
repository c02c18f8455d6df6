extension Words {
  /// The search over glossary, lesson and cards.
  package enum Search {
    package static let name = "Search"
    package static let title = "Search everything"
    package static func hits(_ count: Int) -> String { count == 1 ? "1 hit" : "\(count) hits" }
    package static let choose = "choose"

    package static let tooShort =
      "Type two or more letters to search the terms, the lesson and the cards."
    package static let searching = "Searching …"
    package static func nothing(_ query: String) -> String { "No match for \"\(query)\"." }

    package static let term = "term"
    package static let section = "read"
    package static let card = "card"
  }

  /// The course that the lesson belongs to.
  package enum Course {
    package static let name = "Course"
    package static let readOn = "continue reading"
    package static let noCourse = "This lesson is not part of a course."
    package static func sections(read: Int, of count: Int) -> String {
      "\(read) of \(count) sections read"
    }
  }
}
