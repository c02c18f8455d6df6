/// The size of a screen or of a part of it, in cells.
public struct Size: Hashable, Sendable {
  /// Columns, at least 0.
  public var width: Int
  /// Rows, at least 0.
  public var height: Int

  /// Makes a size; negative numbers count as 0.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// The position of a cell, relative to the top left corner (0, 0).
public struct Point: Hashable, Sendable {
  /// The column, to the right.
  public var x: Int
  /// The row, downwards.
  public var y: Int

  /// Makes a point, which may be outside any frame.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// The top left cell.
  public var origin: Point
  /// Columns and rows.
  public var size: Size

  public init(x: Int, y: Int, width: Int, height: Int) {
    origin = Point(x: x, y: y)
    size = Size(width: width, height: height)
  }

  /// The first column to the right of the rectangle.
  public var maxX: Int { origin.x + size.width }
  /// The first row below the rectangle.
  public var maxY: Int { origin.y + size.height }

  /// The rectangle with `columns` removed on the left and right, and `rows` at the top and bottom.
  public func inset(columns: Int, rows: Int = 0) -> Rect {
    Rect(
      x: origin.x + columns, y: origin.y + rows,
      width: size.width - 2 * columns, height: size.height - 2 * rows)
  }
}
