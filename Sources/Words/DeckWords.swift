extension Words {
  /// Decks that a learner adds with `tutor import`.
  package enum Decks {
    // Files that are not decks, printed after `FILE:LINE:COLUMN: `.

    package static let ankiPackage =
      "this is an Anki package: in Anki choose File > Export, the format "
      + "\"Notes in Plain Text (.txt)\", and import that file"
    package static let database =
      "this is a database: if it is Anki's collection, choose File > Export in Anki, the format "
      + "\"Notes in Plain Text (.txt)\", and import that file"
    package static let archive =
      "this is a zip archive: unpack it, or save a spreadsheet as CSV, and import that"
    package static let wideText =
      "this is UTF-16: save the file as UTF-8"
    package static let crowdAnki =
      "this is a CrowdAnki deck: import it in Anki, choose File > Export, the format "
      + "\"Notes in Plain Text (.txt)\", and import that file"
    package static let otherJSON =
      "this JSON is not a tutor deck: it needs \"format\": \"tutor-deck\"; "
      + "`tutor export --format json` prints an example"
    package static let markdown = "this is Markdown without cards: " + howToWrite
    package static let hashcards = "this is a hashcards deck: " + howToWrite
    package static let obsidian = "these are Obsidian cards in Markdown: " + howToWrite
    package static let hascard = "this is a hascard deck: " + howToWrite
    package static let webPage = "this is a web page: " + howToWrite
    private static let howToWrite =
      "write one card per line, with a tab between front and back"

    // Reasons why a note is skipped, for use inside a sentence.

    package static let noFront = "the front is empty"
    package static let noBack = "the back is empty"
    package static let pictureFront = "the front is only a picture or a sound"
    package static let pictureBack = "the back is only a picture or a sound"
    package static let oneField = "it has one field, and two are needed"
    package static let noGap = "there is no gap such as {{c1::answer}}"
    package static func tooLong(most: Int) -> String { "a side is longer than \(most / 1024) KB" }
    /// The reason is that of the first note.
    package static func noNotes(_ reason: String) -> String {
      "no note can become a card: \(reason)"
    }
  }
}

// Results of an import.
extension Words.Decks {
  package static func tooLarge(_ path: String, megabytes: Int) -> String {
    "\(path): the file is larger than \(megabytes) MB: split the deck"
  }

  package static func added(_ name: String, new: Int, isTrial: Bool) -> String {
    (isTrial ? "Would add " : "Added ") + "\(name): \(cards(new, "new"))."
  }
  package static func unchanged(_ name: String, cards count: Int) -> String {
    "\(name) already has this content (\(cards(count))). Nothing changed."
  }
  package static func updated(
    _ name: String, new: Int, changed: Int, same: Int, gone: Int, isTrial: Bool
  ) -> String {
    (isTrial ? "Would update " : "Updated ") + "\(name): \(cards(new, "new")), \(changed) changed, "
      + "\(same) unchanged" + (gone > 0 ? ", \(gone) removed." : ".")
  }
  package static let whySame = "It was imported from this file before. Cards keep their history."
  package static func inCourse(_ count: Int) -> String {
    "Skipped \(cards(count)): the course already has \(count == 1 ? "it" : "them")."
  }
  /// The command in it is typed as it is.
  package static func shared(_ count: Int, with name: String, file: String) -> String {
    "\(count) of these cards \(count == 1 ? "is" : "are") also in \(name); both decks keep "
      + "\(count == 1 ? "it" : "them"). To update \(name) instead: tutor import --replace \(name) \(file)"
  }
  package static func ignored(_ setting: String, line: Int) -> String {
    "Line \(line): the setting \"\(setting)\" has no effect here."
  }
  package static func skipped(_ count: Int) -> String {
    count == 1 ? "Skipped 1 note:" : "Skipped \(count) notes:"
  }
  package static func skippedNote(line: Int, _ reason: String) -> String {
    "  line \(line): \(reason)"
  }
  package static func more(_ count: Int) -> String { "  and \(count) more; --all lists them" }
  package static let trial = "Dry run: nothing was written."
  package static func removed(_ name: String) -> String {
    "Removed \(name). Its review history is kept."
  }
  /// A line of `--list`.
  package static func line(_ name: String, cards count: Int?, source: String?) -> String {
    ([name, count.map { cards($0) } ?? "cannot be read"] + (source.map { [$0] } ?? []))
      .joined(separator: "  ")
  }

  private static func cards(_ count: Int, _ kind: String = "") -> String {
    let noun = count == 1 ? "card" : "cards"
    return kind.isEmpty ? "\(count) \(noun)" : "\(count) \(kind) \(noun)"
  }
}
