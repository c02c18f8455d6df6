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

  public init(line: Int, reason: Reason) {
    (self.line, self.reason) = (line, reason)
  }
}
