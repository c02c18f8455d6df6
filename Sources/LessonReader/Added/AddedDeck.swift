public import Lessons

/// What a file that a learner adds holds.
public struct AddedDeck: Sendable {
  /// How the deck is kept.
  public enum Kind: Sendable {
    /// Flashcards, read from lines of text.
    case text
    /// A deck of this program's own as JSON.
    case json
  }

  /// How the deck is kept.
  public var kind: Kind
  /// What the deck calls itself; nil if it does not.
  public var title: String?
  /// Every card, no two with the same id.
  public var cards: [Card]
  /// Notes that make no card, in the order of their lines.
  public var skipped: [SkippedNote] = []
  /// Settings at the beginning that have no effect here.
  public var ignoredSettings: [IgnoredSetting] = []
}

/// A note that makes no card.
public struct SkippedNote: Hashable, Sendable {
  /// Why it makes none.
  public enum Reason: Hashable, Sendable {
    /// There is nothing to ask.
    case noFront
    /// There is no answer.
    case noBack
    /// What is asked is a picture or a sound alone.
    case pictureFront
    /// The answer is a picture or a sound alone.
    case pictureBack
    /// The record has one field, and no gap in it.
    case oneField
    /// It is a note with gaps, and has none.
    case noGap
    /// A side is longer than so many bytes.
    case tooLong(most: Int)
  }

  /// The line on which it begins, from 1.
  public var line: Int
  /// Why it makes no card.
  public var reason: Reason
}

/// A setting of a text file that has no effect here.
public struct IgnoredSetting: Hashable, Sendable {
  /// Its line, from 1.
  public var line: Int
  /// Its name, as the file has it.
  public var name: String
}

/// What a file is that is no deck of a kind that can be read.
public enum ForeignDeck: Hashable, Sendable {
  /// A package or a collection of Anki's.
  case ankiPackage
  /// A database, such as Anki's collection.
  case database
  /// A spreadsheet or another document that is a zip archive.
  case archive
  /// Text with two bytes or more a letter.
  case wideText
  /// JSON of CrowdAnki.
  case crowdAnki
  /// Other JSON.
  case otherJSON
  /// Markdown without a sign of cards.
  case markdown
  /// Markdown with `Q:`, `A:` and `C:`, as hashcards has it.
  case hashcards
  /// Lines with `::`, or paragraphs with `?` between them, as plug-ins of Obsidian have them.
  case obsidian
  /// Cards that begin with `#` and are parted by `---`, as hascard has them.
  case hascard
  /// A web page.
  case webPage
}
