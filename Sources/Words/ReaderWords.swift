package import TerminalUI

extension Words {
  /// The lesson, one section at a time.
  package enum Reader {
    /// The screen's name.
    package static let name = "Lesson"

    /// Stands in the header of a section on which the learner has written a note.
    package static let hasNote = "note"
    /// Heads the learner's note in the margin.
    package static let yourNote = "your note"
    /// Stands before the name of a bookmark that is being typed.
    package static let bookmarkPrompt = "bookmark as: "

    /// Said at a section's end, before the next one begins.
    package static func questionsWait(_ count: Int, _ keys: KeyNames) -> String {
      let space = keys[.space]
      return count == 1
        ? "1 question waits here, digits answer. \(space) again goes on without."
        : "\(count) questions wait here, digits answer. \(space) again goes on without."
    }

    /// Answers the key that copies code.
    package static let noCode = "There is no code in view."
    /// Answers the key that copies code.
    package static func copied(lines: Int) -> String {
      lines == 1 ? "Copied 1 line of code." : "Copied \(lines) lines of code."
    }

    /// Stands in the text where a picture would be; its words, or its file's name.
    package static func picture(_ name: String) -> String {
      name.isEmpty ? "[picture]" : "[picture: \(name)]"
    }
    /// Heads the footnotes.
    package static let notes = "Notes"
    /// Heads the addresses that the text links to.
    package static let links = "Links"
    /// Heads an alert; it is called `note`, `tip`, `important`, `warning` or `caution`.
    package static func alert(_ kind: String) -> String {
      switch kind {
      case "tip": "Tip"
      case "important": "Important"
      case "warning": "Warning"
      case "caution": "Caution"
      default: "Note"
      }
    }

    /// Answers the key that explains a term.
    package static let noTerm = "No marked term is in view."

    /// Said once a bookmark has its name.
    package static func bookmarked(_ name: String, _ keys: KeyNames) -> String {
      "Bookmark \"\(name)\" kept. \(keys["'"]) lists all."
    }

    /// Answers the key that looks for the next match.
    package static func nothingSought(_ keys: KeyNames) -> String {
      "Nothing to look for yet: \(keys["/"]) begins a search."
    }
    /// Said when the next match stands before the last one.
    package static let wentRound = "Round the end of the lesson and on."
    package static let searching = "searching…"
    /// Answers a search.
    package static func notFound(_ query: String) -> String {
      "\"\(query)\" is nowhere in the lesson."
    }

    /// What keys do in the text.
    package enum Keys {
      package static let nextPage = "next page"
      /// One page towards the beginning.
      package static let previousPage = "back"
      /// Takes hold of a figure.
      package static let figure = "figure"
      package static let search = "search"
      package static func term(_ keys: KeyNames) -> String {
        "a marked term; \(keys.word(.enter)) again explains it"
      }
      package static let otherTerm = "next or last marked term"
      package static let contents = "contents"
      package static let cards = "cards of this section"
      package static let answer = "answer the questions at the end"
      package static let otherMatch = "next or last match"
      /// Moves the text by a line.
      package static let line = "a line"
      package static let otherSection = "next or last section"
      /// To the section's beginning, to its end.
      package static let ends = "top, bottom"
      package static let code = "move long code lines"
      package static let bookmark = "bookmark this place"
      package static let marks = "bookmarks and notes"
      package static let note = "note on this section"
      package static let jumpBack = "back to where you jumped from"
      package static let copy = "copy the code in view"
      package static let links = "links of this section"
      package static let plot = "this figure in the plot explorer"
      /// The same, while the figure is held.
      package static let explorer = "plot explorer"
      package static let nextFigure = "next figure"
      package static let blur = "let go"
    }
  }

  /// The questions at a section's end.
  package enum Checks {
    /// Heads them.
    package static let heading = "Check yourself"
    /// Stands under a wrong answer.
    package static let again = "Another answer? It costs nothing."
    /// How many questions are still closed; never none.
    package static func behind(_ count: Int) -> String {
      count == 1 ? "One more follows." : "\(count) more follow."
    }
  }

  /// The list of sections.
  package enum Contents {
    /// The screen's name.
    package static let name = "Contents"
    /// The screen's header.
    package static func title(course: String) -> String { "Contents · \(course)" }
    /// How many sections have been read.
    package static func read(_ count: Int, of all: Int) -> String { "\(count) of \(all) read" }
    /// How well a section's flashcards are remembered.
    package static func recalled(percent: String) -> String { "\(percent) recalled" }
    /// The same where that is no longer well.
    package static func fading(percent: String) -> String { "fading, \(percent) recalled" }
    /// What Enter does.
    package static let open = "read"
  }

  /// The links of a section.
  package enum Links {
    /// The screen's name.
    package static let name = "Links"
    /// Stands in place of an empty list.
    package static let empty = "This section has no links."
    /// Said once an address is in the clipboard.
    package static func copied(_ address: String) -> String { "Copied \(address)" }
    /// What Enter does to an address.
    package static let copy = "copy the address"
    /// Stands in place of the address of a section.
    package static func section(_ number: Int, title: String) -> String {
      "section \(number) \(title)"
    }
    /// Answers Enter on a link to a section that is not there.
    package static func noSection(_ id: String) -> String { "There is no section \(id)." }
  }

  /// Bookmarks and notes, and the editor for a note.
  package enum Marks {
    /// The screen's name.
    package static let name = "Bookmarks and notes"
    /// Stands in place of an empty list.
    package static func empty(_ keys: KeyNames) -> String {
      "Nothing yet. In the lesson, \(keys["m"]) marks a place and \(keys["e"]) writes a note on a section."
    }
    /// Where a bookmark leads whose section is no longer part of the lesson.
    package static let sectionGone = "a section that has gone"
    /// Heads a note, in the list and in the editor.
    package static func note(on section: Int, title: String) -> String {
      "Note on \(section) \(title)"
    }
    /// What x does to a bookmark or a note.
    package static let delete = "delete"

    /// The editor's name.
    package static let noteName = "Note"
    /// Said when the editor is left.
    package static let noteKept = "Note kept."
    /// Said when an emptied editor is left.
    package static let noteDeleted = "Note deleted."
    /// What Esc does in the editor.
    package static let keep = "keep and leave"
    /// Empties the editor.
    package static let clear = "clear"
  }
}
