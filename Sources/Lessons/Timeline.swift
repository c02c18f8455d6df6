/// The history of the lesson's subject.
public struct Timeline: Hashable, Sendable {
  /// An event of the timeline.
  public struct Entry: Hashable, Sendable {
    public var year: Int
    /// The event in a few words.
    public var title: String
    /// The details.
    public var text: String
    /// Authors, title, venue.
    public var citation: String
    /// Whether the author of the lesson has read the source itself.
    public var isLookedUp: Bool
    /// The id of the section with more about it.
    public var section: String?

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

  public init(_ entries: [Entry]) { self.entries = entries }
}
