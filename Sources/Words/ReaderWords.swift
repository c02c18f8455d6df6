package import TerminalUI

extension Words {
  /// The lesson, one section at a time.
  package enum Reader {
    package static let name = "Lesson"

    /// In the header of a section with a note.
    package static let hasNote = "note"
    package static let yourNote = "your note"
    package static let bookmarkPrompt = "bookmark as: "

    /// At the end of a section with open questions.
    package static func questionsWait(_ count: Int, _ keys: KeyNames) -> String {
      let space = keys[.space]
      return count == 1
        ? "1 question is open, digits answer it. \(space) again skips it."
        : "\(count) questions are open, digits answer them. \(space) again skips them."
    }

    package static let noCode = "There is no code in view."
    package static func copied(lines: Int) -> String {
      lines == 1 ? "Copied 1 line of code." : "Copied \(lines) lines of code."
    }

    /// In place of a picture.
    ///
    /// The name is its text or its file's name.
    package static func picture(_ name: String) -> String {
      name.isEmpty ? "[picture]" : "[picture: \(name)]"
    }
    package static let notes = "Notes"
    package static let links = "Links"
    /// Heads an alert of the kind `note`, `tip`, `important`, `warning` or `caution`.
    package static func alert(_ kind: String) -> String {
      switch kind {
      case "tip": "Tip"
      case "important": "Important"
      case "warning": "Warning"
      case "caution": "Caution"
      default: "Note"
      }
    }

    package static func bookmarked(_ name: String, _ keys: KeyNames) -> String {
      "Saved the bookmark \"\(name)\". \(keys["'"]) lists all."
    }

    package static func noSearch(_ keys: KeyNames) -> String {
      "No search yet. \(keys["/"]) starts one."
    }
    /// Shown if the next match is above the previous one.
    package static let searchWrapped = "Search wrapped to the top."
    /// The number of the current match in the section.
    package static func match(_ number: Int, of count: Int) -> String {
      "match \(number) of \(count)"
    }
    /// A link that opens an instrument, in a line of its own.
    package static func doIt(_ words: String) -> String { "Do it: \(words)" }
    package static let searching = "searching…"
    package static func notFound(_ query: String) -> String {
      "\"\(query)\" is not in the lesson."
    }

    /// Actions of keys.
    package enum Keys {
      package static let nextPage = "next page"
      package static let previousPage = "previous"
      package static let figure = "focus figure"
      package static let search = "search"
      package static let term = "explain the term"
      package static let unmark = "leave the term or link"
      package static let instrument = "do it"
      package static let endSearch = "end the search"
      package static let halfPage = "scroll half a page"
      package static let otherTerm = "next or previous term"
      package static let contents = "contents"
      package static let cards = "cards of this section"
      package static let answer = "answer"
      package static let otherMatch = "next or previous match"
      package static let line = "scroll one line"
      package static let otherSection = "next or previous section"
      package static let ends = "top, bottom"
      package static let code = "scroll long code lines"
      package static let bookmark = "bookmark this place"
      package static let marks = "bookmarks and notes"
      package static let note = "note on this section"
      package static let jumpBack = "jump back"
      package static let copy = "copy the code in view"
      package static let links = "links of this section"
      package static let plot = "open the figure in the plot explorer"
      package static let explorer = "plot explorer"
      package static let nextFigure = "next figure"
      package static let blur = "leave figure"
    }
  }

  /// The questions at a section's end.
  package enum Checks {
    package static let heading = "Check yourself"
    package static let again = "Try again; a wrong answer costs nothing."
    /// Above a question of an earlier section.
    package static func missed(inSection number: Int) -> String {
      "Once more, from section \(number):"
    }
    /// The number of questions that are still hidden, at least one.
    package static func more(_ count: Int) -> String {
      count == 1 ? "One more follows." : "\(count) more follow."
    }
  }

  /// The list of sections.
  package enum Contents {
    package static let name = "Contents"
    package static func title(course: String) -> String { "Contents · \(course)" }
    package static func read(_ count: Int, of all: Int) -> String { "\(count) of \(all) read" }
    package static let open = "read"
    /// Plain text: behind a section that was read.
    package static let isRead = "already read"
    /// Minutes that reading takes, an estimate.
    package static func minutes(_ minutes: Int) -> String { "\(minutes) min" }
    /// Questions without an answer.
    package static func open(questions count: Int) -> String {
      count == 1 ? "1 question open" : "\(count) questions open"
    }
  }

  /// The links of a section.
  package enum Links {
    package static let name = "Links"
    package static let empty = "This section has no links."
    package static func copied(_ address: String) -> String { "Copied \(address)" }
    package static let copy = "copy the address"
    /// In place of an address, for a link to a section.
    package static func section(_ number: Int, title: String) -> String {
      "section \(number) \(title)"
    }
    package static func noSection(_ id: String) -> String { "There is no section \(id)." }
  }

  /// Bookmarks and notes, and the editor for a note.
  package enum Marks {
    package static let name = "Bookmarks and notes"
    package static func empty(_ keys: KeyNames) -> String {
      "Nothing yet. In the lesson, \(keys["m"]) marks a place and \(keys["e"]) writes a note on a section."
    }
    /// The target of a bookmark whose section was removed.
    package static let sectionGone = "a removed section"
    package static func note(on section: Int, title: String) -> String {
      "Note on \(section) \(title)"
    }
    package static let delete = "delete"

    package static let noteName = "Note"
    package static let noteKept = "Note saved."
    package static let noteDeleted = "Note deleted."
    package static let keep = "save and close"
    package static let clear = "clear"
  }
}
