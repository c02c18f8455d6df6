extension Words {
  /// The learner's knowledge of a group of flashcards.
  package enum Mastery {
    /// The parts of a bar.
    package static func counts(known: Int, learning: Int, new: Int) -> String {
      "\(known) known, \(learning) learning, \(new) new"
    }
    /// The same in few columns.
    package static func known(_ count: Int, of all: Int) -> String { "\(count) of \(all) known" }
    /// Behind a group in which nothing was answered right yet.
    package static let new = "new"

    /// While no card is known.
    ///
    /// The day is "today", "tomorrow" or "on" a date.
    package static func nothingYet(firstOn day: String) -> String {
      "\(nothingBegun) The first can be known \(day)."
    }
    /// While no card was answered right.
    package static let nothingBegun =
      "Nothing is known yet: a card is known after right answers on two days."
    package static let today = "today"
    package static let tomorrow = "tomorrow"
    package static func date(_ date: String) -> String { "on \(date)" }

    // One card.

    package static let cardIsNew = "New: you have not answered this yet."
    package static let cardIsMet = "Missed: you have not answered this right yet."
    package static func cardIsLearning(recall: String) -> String {
      "Learning. If asked now, you would remember it with \(recall)."
    }
    package static func cardIsKnown(recall: String) -> String {
      "Known. If asked now, you would remember it with \(recall)."
    }
  }
}
