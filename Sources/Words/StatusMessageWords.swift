package import TerminalUI

extension Words {
  /// Status messages, shown in the last line until the next key.
  package enum StatusMessages {
    /// At the start, if the record contains entries later than the clock.
    package static func clockIsBehind(days: Int) -> String {
      let gap = days == 1 ? "1 day" : "\(days) days"
      return "The system clock is \(gap) behind your latest answer. Is it correct? "
        + "`tutor progress repair` can help."
    }

    /// At the start, for a deck that cannot be read.
    package static func deckSkipped(_ problem: String) -> String {
      "Skipped an added deck: \(problem)."
    }

    /// After a key without an action.
    package static func unknownKey(_ keys: KeyNames) -> String {
      "This key has no action here. \(keys["?"]) shows the keys."
    }

    package static let pasteIgnored = "You can paste only into a text field."

    /// While an author edits the course.
    package static let lessonReloaded = "Reloaded the lesson: its files have changed."
  }
}
