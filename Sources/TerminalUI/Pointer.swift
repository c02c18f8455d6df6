/// A mouse event and its cell.
public struct Pointer: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The left button was pressed.
    case press
    /// The mouse moved with the left button pressed.
    case drag
    /// Another button was pressed.
    case otherPress
    /// The mouse moved with another button pressed.
    case otherDrag
    case wheelUp, wheelDown
  }

  public var kind: Kind
  /// The cell under the pointer.
  public var cell: Point

  public init(_ kind: Kind, at cell: Point) {
    self.kind = kind
    self.cell = cell
  }
}
