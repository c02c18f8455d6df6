import LessonLayout
import Practice

extension ReaderScreen {
  /// Where to begin.
  enum Start: Sendable {
    /// Where the learner left.
    case whereLeft
    /// At the top of a section.
    case section(Int)
    /// At a place.
    case place(ReadingPosition)
    /// At the first match of a search in a section.
    case match(TextSearch, section: Int)
  }
}
