package import Lessons

extension ForeignDeck {
  /// The kind of the file and what to do, printed after `FILE:LINE:COLUMN: `.
  package var sentence: String {
    switch self {
    case .ankiPackage:
      "this is an Anki package: in Anki choose File > Export, the format "
        + "\"Notes in Plain Text (.txt)\", and import that file"
    case .database:
      "this is a database: if it is Anki's collection, choose File > Export in Anki, the format "
        + "\"Notes in Plain Text (.txt)\", and import that file"
    case .archive: "this is a zip archive: unpack it, or save a spreadsheet as CSV, and import that"
    case .wideText: "this is UTF-16: save the file as UTF-8"
    case .crowdAnki:
      "this is a CrowdAnki deck: import it in Anki, choose File > Export, the format "
        + "\"Notes in Plain Text (.txt)\", and import that file"
    case .otherJSON:
      "this JSON is not a tutor deck: it needs \"format\": \"tutor-deck\"; "
        + "`tutor export --format json` prints an example"
    case .markdown: "this is Markdown without cards: " + Self.howToWrite
    case .hashcards: "this is a hashcards deck: " + Self.howToWrite
    case .obsidian: "these are Obsidian cards in Markdown: " + Self.howToWrite
    case .hascard: "this is a hascard deck: " + Self.howToWrite
    case .webPage: "this is a web page: " + Self.howToWrite
    }
  }

  private static let howToWrite = "write one card per line, with a tab between front and back"
}

extension SkippedNote.Reason {
  /// The reason why a note is skipped, for use inside a sentence.
  package var words: String {
    switch self {
    case .noFront: "the front is empty"
    case .noBack: "the back is empty"
    case .pictureFront: "the front is only a picture or a sound"
    case .pictureBack: "the back is only a picture or a sound"
    case .oneField: "it has one field, and two are needed"
    case .noGap: "there is no gap such as {{c1::answer}}"
    case .tooLong(let most): "a side is longer than \(most / 1024) KB"
    }
  }
}
