/// A position in the lesson that does not depend on the window.
public struct ReadingPosition: Hashable, Sendable, Codable {
  /// The section's id.
  public var section: String
  /// The block of the section, from 0.
  public var block: Int
  /// The number of characters of the block before the position.
  public var offset: Int

  /// The names in the record file.
  enum CodingKeys: String, CodingKey {
    case section = "section"
    case block = "block"
    case offset = "offset"
  }

  public init(section: String, block: Int, offset: Int) {
    self.section = section
    self.block = block
    self.offset = offset
  }
}
