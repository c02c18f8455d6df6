/// What the mouse did, and over which cell.
public struct Pointer: Hashable, Sendable {
  /// What it did.
  public enum Kind: Hashable, Sendable {
    /// The left button went down.
    case press
    /// The mouse moved with the left button held.
    case drag
    /// Another button went down.
    case otherPress
    /// The mouse moved with another button held.
    case otherDrag
    case wheelUp, wheelDown
  }

  /// What it did.
  public var kind: Kind
  /// The cell it was over.
  public var cell: Point

  /// Makes an event.
  public init(_ kind: Kind, at cell: Point) {
    self.kind = kind
    self.cell = cell
  }
}
