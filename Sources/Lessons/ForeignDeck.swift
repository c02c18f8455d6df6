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
