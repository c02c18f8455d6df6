extension Words {
  /// What the learner is told in the last line, until a key is pressed.
  package enum Notices {
    /// At the start, where events lie ahead of the clock.
    package static func clockIsBehind(days: Int) -> String {
      let gap = days == 1 ? "1 day" : "\(days) days"
      return "The clock stands \(gap) before your latest answer: is it right? "
        + "`tutor progress repair` can help."
    }

    /// At the start, where a deck that the learner has added cannot be read.
    package static func deckLeftOut(_ problem: String) -> String {
      "An added deck is left out: \(problem)."
    }

    /// After a text was pasted where keys are commands.
    package static let pasteIgnored = "Pasted text is taken only where you type."

    /// While a course is being edited.
    package static let lessonReadAnew = "The lesson has changed and has been read anew."
  }
}
