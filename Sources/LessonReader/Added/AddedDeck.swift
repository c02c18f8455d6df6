public import Lessons

/// The contents of a file that a learner adds.
public struct AddedDeck: Sendable {
  public enum Kind: Sendable {
    /// Flashcards read from lines of text.
    case text
    /// A deck of this program in JSON.
    case json
  }

  public var kind: Kind
  /// The deck's own title, if it has one.
  public var title: String?
  /// All cards, with unique ids.
  public var cards: [Card]
  /// Skipped notes in order of their lines.
  public var skipped: [SkippedNote] = []
  /// Settings without effect.
  public var ignoredSettings: [IgnoredSetting] = []
}

/// A note that cannot become a card.
public struct SkippedNote: Hashable, Sendable {
  /// The reason why a note is skipped.
  public enum Reason: Hashable, Sendable {
    /// The front is empty.
    case noFront
    /// The back is empty.
    case noBack
    /// The front is only a picture or a sound.
    case pictureFront
    /// The back is only a picture or a sound.
    case pictureBack
    /// The note has one field and no gap.
    case oneField
    /// A cloze note without gaps.
    case noGap
    /// A side is longer than this number of bytes.
    case tooLong(most: Int)
  }

  /// The line on which it begins, from 1.
  public var line: Int
  public var reason: Reason
}

/// A setting of a text file that has no effect.
public struct IgnoredSetting: Hashable, Sendable {
  /// Its line, from 1.
  public var line: Int
  /// Its name in the file.
  public var name: String
}

/// The kind of a file that is not a readable deck.
public enum ForeignDeck: Hashable, Sendable {
  /// An Anki package or collection.
  case ankiPackage
  /// A database, such as Anki's collection.
  case database
  /// A spreadsheet or another zip archive.
  case archive
  /// Text with two or more bytes per character.
  case wideText
  /// JSON of CrowdAnki.
  case crowdAnki
  /// Other JSON.
  case otherJSON
  /// Markdown without cards.
  case markdown
  /// Markdown with `Q:`, `A:` and `C:`, the format of hashcards.
  case hashcards
  /// Lines with `::`, or paragraphs separated by `?`, the formats of Obsidian plug-ins.
  case obsidian
  /// Cards that begin with `#` and are separated by `---`, the format of hascard.
  case hascard
  /// A web page.
  case webPage
}
