extension Words {
  /// What is said of decks that a learner adds.
  package enum Decks {
    // What a file is that is no deck, and what to do; file, line and column stand before it.

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
      "this is a deck of CrowdAnki: import it in Anki, choose File > Export, the format "
      + "\"Notes in Plain Text (.txt)\", and import that file"
    package static let otherJSON =
      "this is JSON, but no deck of tutor's: it needs \"format\": \"tutor-deck\"; "
      + "`tutor export --format json` shows one"
    package static let markdown = "this is Markdown without cards: " + howToWrite
    package static let hashcards = "this is a deck of hashcards: " + howToWrite
    package static let obsidian = "these are cards in Markdown, as Obsidian has them: " + howToWrite
    package static let hascard = "this is a deck of hascard: " + howToWrite
    package static let webPage = "this is a web page: " + howToWrite
    private static let howToWrite =
      "write each card on a line of its own, front and back with a tab between them"

    // Why a note makes no card, as a clause.

    package static let noFront = "the front is empty"
    package static let noBack = "the back is empty"
    package static let pictureFront = "the front is only a picture or a sound"
    package static let pictureBack = "the back is only a picture or a sound"
    package static let oneField = "there is one field, and two are needed"
    package static let noGap = "there is no gap such as {{c1::answer}}"
    package static func tooLong(most: Int) -> String { "a side is longer than \(most / 1024) KB" }
    /// Of all notes in a file none makes a card; the first one for this reason.
    package static func noNotes(_ reason: String) -> String {
      "no note here makes a card: \(reason)"
    }
  }
}

// What importing says.
extension Words.Decks {
  package static func tooLarge(_ path: String, megabytes: Int) -> String {
    "\(path): this is more than \(megabytes) MB: split the deck"
  }

  /// A deck that was not here.
  package static func added(_ name: String, new: Int, isTrial: Bool) -> String {
    (isTrial ? "Would add " : "Added ") + "\(name): \(cards(new, "new"))."
  }
  /// A deck that is here already.
  package static func unchanged(_ name: String, cards count: Int) -> String {
    "\(name) has this content already (\(cards(count))): nothing changed."
  }
  /// Another edition of a deck.
  package static func updated(
    _ name: String, new: Int, changed: Int, same: Int, gone: Int, isTrial: Bool
  ) -> String {
    (isTrial ? "Would update " : "Updated ") + "\(name): \(cards(new, "new")), \(changed) changed, "
      + "\(same) unchanged" + (gone > 0 ? ", \(gone) gone." : ".")
  }
  /// Behind what became of a deck that was imported from the same place.
  package static let whySame = "It was imported from this file before; cards keep their history."
  package static func ofCourse(_ count: Int) -> String {
    "\(cards(count)) left out: the course has \(count == 1 ? "it" : "them") already."
  }
  /// Cards that another deck has, too; the names are to be typed.
  package static func shared(_ count: Int, with name: String, file: String) -> String {
    "\(count) of these cards \(count == 1 ? "is" : "are") in \(name), too; both decks keep "
      + "theirs. To update \(name) instead: tutor import --replace \(name) \(file)"
  }
  package static func ignored(_ setting: String, line: Int) -> String {
    "Line \(line): the setting \"\(setting)\" has no effect here."
  }
  package static func skipped(_ count: Int) -> String {
    count == 1 ? "1 note was left out:" : "\(count) notes were left out:"
  }
  package static func skippedNote(line: Int, _ reason: String) -> String {
    "  line \(line): \(reason)"
  }
  package static func more(_ count: Int) -> String { "  and \(count) more; --all lists them" }
  package static let trial = "This was a trial: nothing was written."
  package static func removed(_ name: String) -> String {
    "Removed \(name). Its review history is kept."
  }
  /// A deck in the list; no number if it cannot be read.
  package static func line(_ name: String, cards count: Int?, source: String?) -> String {
    ([name, count.map { cards($0) } ?? "cannot be read"] + (source.map { [$0] } ?? []))
      .joined(separator: "  ")
  }

  private static func cards(_ count: Int, _ kind: String = "") -> String {
    let noun = count == 1 ? "card" : "cards"
    return kind.isEmpty ? "\(count) \(noun)" : "\(count) \(kind) \(noun)"
  }
}
