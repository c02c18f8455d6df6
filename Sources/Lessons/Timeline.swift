/// Who introduced what, and when.
public struct Timeline: Hashable, Sendable {
  /// Something that happened.
  public struct Entry: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// What happened, in a few words.
    public var title: String
    /// What there is to know about it.
    public var text: String
    /// Authors, title, venue.
    public var citation: String
    /// Whether the author of the lesson has had the source in hand.
    public var isLookedUp: Bool
    /// The section that tells more, by its id.
    public var section: String?

    /// Makes an entry.
    public init(
      year: Int, title: String, text: String, citation: String, isLookedUp: Bool,
      section: String? = nil
    ) {
      self.year = year
      self.title = title
      self.text = text
      self.citation = citation
      self.isLookedUp = isLookedUp
      self.section = section
    }
  }

  /// Oldest first.
  public var entries: [Entry]

  /// Makes a timeline.
  public init(_ entries: [Entry]) { self.entries = entries }
}
