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

/// A setting of a text file that has no effect.
public struct IgnoredSetting: Hashable, Sendable {
  /// Its line, from 1.
  public var line: Int
  /// Its name in the file.
  public var name: String
}
