/// A cell of a frame: a grapheme and its style.
public struct Cell: Hashable, Sendable {
  /// The grapheme; a space in empty cells.
  public var grapheme: Grapheme
  public var style: Style
  /// The columns it takes: 1 or 2, and 0 for the right half of a wide one.
  public var width: UInt8

  public init(_ glyph: Character = " ", style: Style = .plain, width: UInt8 = 1) {
    self.init(Grapheme(glyph), style: style, width: width)
  }

  init(_ grapheme: Grapheme, style: Style, width: UInt8 = 1) {
    self.grapheme = grapheme
    self.style = style
    self.width = width
  }

  /// The text of the cell, as it is sent.
  public var text: String { grapheme.text }
  public var glyph: Character { grapheme.character }

  public static let blank = Cell()
}

/// A grid of cells, drawn without a terminal.
///
/// Text is clipped at the edges, and control characters become visible symbols, so a frame can be sent to a terminal as
/// it is.
public struct Frame: Equatable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// Row-major cells, `size.width * size.height` of them.
  public private(set) var cells: [Cell]
  /// The position of the terminal's cursor, nil to hide it.
  public var cursor: Point?
  /// The position of the hidden cursor, which screen readers follow; used while ``cursor`` is nil.
  public var focus: Point?

  /// Makes an empty frame.
  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  /// The cell at a position, nil outside the frame.
  public subscript(x: Int, y: Int) -> Cell? {
    guard x >= 0, x < size.width, y >= 0, y < size.height else { return nil }
    return cells[y * size.width + x]
  }

  /// Writes text to the right of a position.
  ///
  /// - Parameters:
  ///   - text: The text; control characters become visible symbols.
  ///   - x: The first column; if negative, the text is clipped on the left.
  ///   - y: The row; outside the frame nothing is written.
  ///   - style: The style.
  ///   - limit: The first column that must not be written to; the frame's width if nil.
  /// - Returns: The column after the last one written or clipped.
  @discardableResult
  public mutating func write(
    _ text: String, x: Int, y: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    var column = x
    let end = min(limit ?? size.width, size.width)
    let bytes = text.utf8
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      let next = bytes.index(after: place)
      // A printable byte before another ASCII byte is a grapheme, whatever else the text contains.
      if (0x20..<0x7F).contains(byte), next == bytes.endIndex || bytes[next] < 0x80 {
        guard column < end else { return column }
        put(Grapheme(scalar: Unicode.Scalar(byte)), width: 1, x: column, y: y, style: style)
        column += 1
        place = next
        continue
      }
      let original = text[place]
      let glyph = original.isControl ? original.visibleSymbol : original
      let width = glyph.displayWidth
      place = text.index(after: place)
      // A grapheme is split only if it is wider than the whole space.
      guard column + width <= end || column == x else { return column }
      guard width > 0 else { continue }
      if glyph.isOneCell {
        guard column + width <= end else { return column }
        put(Grapheme(glyph), width: width, x: column, y: y, style: style)
        column += width
        continue
      }
      for cell in glyph.cells {
        guard column + cell.width <= end else { return column }
        put(cell.grapheme, width: cell.width, x: column, y: y, style: style)
        column += cell.width
      }
    }
    return column
  }

  /// Writes text in a role; see ``write(_:x:y:style:limit:)``.
  @discardableResult
  public mutating func write(
    _ text: String, x: Int, y: Int, _ role: Role, _ attributes: Attributes = [], limit: Int? = nil
  ) -> Int {
    write(text, x: x, y: y, style: Style(role, attributes), limit: limit)
  }

  /// Writes styled text to the right of a position.
  ///
  /// - Returns: The column after the last one written or clipped.
  @discardableResult
  public mutating func write(_ runs: [Run], x: Int, y: Int, limit: Int? = nil) -> Int {
    runs.withMarksJoined.reduce(x) {
      write($1.text, x: $0, y: y, style: $1.style, limit: limit)
    }
  }

  /// Puts a glyph of width 1 into a cell; does nothing outside the frame.
  ///
  /// - Precondition: The glyph is not a control character.
  public mutating func set(_ glyph: Character, x: Int, y: Int, style: Style) {
    put(Grapheme(glyph), width: 1, x: x, y: y, style: style)
  }

  /// Puts a grapheme of width 1 into a cell; see ``set(_:x:y:style:)``.
  public mutating func set(_ grapheme: Grapheme, x: Int, y: Int, style: Style) {
    put(grapheme, width: 1, x: x, y: y, style: style)
  }

  /// Fills a rectangle with a glyph of width 1.
  public mutating func fill(_ area: Rect, with glyph: Character = " ", style: Style = .plain) {
    let grapheme = Grapheme(glyph)
    for y in max(0, area.origin.y)..<max(0, area.origin.y, min(area.maxY, size.height)) {
      for x in max(0, area.origin.x)..<max(0, area.origin.x, min(area.maxX, size.width)) {
        put(grapheme, width: 1, x: x, y: y, style: style)
      }
    }
  }

  /// Changes the style of every cell in a rectangle and keeps its text.
  public mutating func restyle(_ area: Rect, _ change: (inout Style) -> Void) {
    for y in max(0, area.origin.y)..<max(0, area.origin.y, min(area.maxY, size.height)) {
      for x in max(0, area.origin.x)..<max(0, area.origin.x, min(area.maxX, size.width)) {
        change(&cells[y * size.width + x].style)
      }
    }
  }

  /// Copies another frame into this one, with its top left cell at a position.
  public mutating func draw(_ other: Frame, x: Int, y: Int) {
    for row in 0..<other.size.height where y + row >= 0 && y + row < size.height {
      for column in 0..<other.size.width {
        let cell = other.cells[row * other.size.width + column]
        if cell.width == 1, x + column >= 0, x + column < size.width {
          let index = (y + row) * size.width + x + column
          if cells[index].width == 1 {
            cells[index] = cell
            continue
          }
        }
        guard cell.width > 0, x + column + Int(cell.width) <= size.width else { continue }
        put(cell.grapheme, width: Int(cell.width), x: x + column, y: y + row, style: cell.style)
      }
    }
  }

  /// The rows as text without trailing spaces.
  public var lines: [String] {
    (0..<size.height).map { row in
      var line = ""
      for cell in cells[(row * size.width)..<((row + 1) * size.width)] where cell.width > 0 {
        line.append(cell.text)
      }
      return line.trimmingTrailingSpaces
    }
  }

  private mutating func put(
    _ glyph: Grapheme, width: Int, x: Int, y: Int, style: Style
  ) {
    guard x >= 0, y >= 0, y < size.height, x + width <= size.width else { return }
    let index = y * size.width + x
    if width == 1, cells[index].width == 1 {
      cells[index] = Cell(glyph, style: style)
      return
    }
    clearHalf(at: index, column: x)
    if width == 2 { clearHalf(at: index + 1, column: x + 1) }
    cells[index] = Cell(glyph, style: style, width: UInt8(width))
    if width == 2 { cells[index + 1] = Cell(Grapheme.space, style: style, width: 0) }
  }

  /// Replaces the remaining half of a wide glyph by a space before its other half is overwritten.
  private mutating func clearHalf(at index: Int, column: Int) {
    if cells[index].width == 0, column > 0 { cells[index - 1] = .blank }
    if cells[index].width == 2, column + 1 < size.width { cells[index + 1] = .blank }
  }
}

extension String {
  /// The text without trailing spaces.
  public var trimmingTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
