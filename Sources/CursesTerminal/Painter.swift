import TerminalUI

/// Encodes changed cells as bytes.
///
/// ncurses handles the terminal's modes, keys and capabilities, but not the cells. It would measure them by the C
/// library's table, which may be years older than the frame's, keep five code points per cell, and rely on the cursor
/// position that follows from its table. Here only the frame's columns count: the cursor is repositioned after all text
/// with disputed width, and the columns that such text may leave free are blanked before.
struct Painter {
  private let codes: DrawingCodes
  private let isUTF8: Bool

  init(_ codes: DrawingCodes, isUTF8: Bool) {
    self.codes = codes
    self.isUTF8 = isUTF8
  }

  /// Encodes a difference.
  ///
  /// Attributes are off before and after; the cursor's position is unknown before and after.
  ///
  /// - Parameters:
  ///   - diff: The difference.
  ///   - frame: The new frame.
  ///   - window: The terminal's size; cells outside are omitted.
  /// - Returns: The bytes to send.
  func bytes(for diff: FrameDiff, of frame: Frame, in window: Size) -> [UInt8] {
    var pen = Pen(codes)
    let right = min(frame.size.width, window.width)
    var rest = diff.segments[...]
    while let first = rest.first, first.y < window.height {
      let row = rest.prefix { $0.y == first.y }
      rest = rest.dropFirst(row.count)
      let runs = isUTF8 ? frame.disputedRuns(in: first.y) : []
      for columns in Self.joined(row, around: runs) {
        let columns = columns.clamped(to: 0..<right)
        var x = columns.lowerBound
        for run in runs where run.lowerBound >= x && run.upperBound <= columns.upperBound {
          draw(x..<run.lowerBound, first.y, of: frame, in: window, with: &pen)
          drawDisputed(run, first.y, of: frame, in: window, with: &pen)
          x = run.upperBound
        }
        draw(x..<columns.upperBound, first.y, of: frame, in: window, with: &pen)
      }
    }
    pen.lift()
    return pen.bytes
  }

  /// Gaps up to this length are redrawn, because moving the cursor takes as many bytes.
  private static let gap = 6

  /// The columns of a row to draw; ranges with small gaps are merged.
  private static func joined(
    _ row: ArraySlice<FrameDiff.Segment>, around runs: [Range<Int>]
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for segment in row {
      let next = segment.x..<segment.x + segment.length
      if let last = ranges.last, next.lowerBound - last.upperBound <= gap,
        !runs.contains(where: { $0.overlaps(last.upperBound..<next.lowerBound) })
      {
        ranges[ranges.count - 1] = last.lowerBound..<next.upperBound
      } else {
        ranges.append(next)
      }
    }
    return ranges
  }

  /// Moves the cursor.
  func position(_ point: Point) -> [UInt8] { codes.position(point) }

  private func draw(
    _ columns: Range<Int>, _ y: Int, of frame: Frame, in window: Size, with pen: inout Pen
  ) {
    var x = columns.lowerBound
    while x < columns.upperBound {
      let cell = frame.cells[y * frame.size.width + x]
      let width = max(1, Int(cell.width))
      pen.use(cell.style)
      // Half of a wide glyph, or a wide glyph cut by the edge, is drawn as a space.
      let isWhole = cell.width > 0 && x + width <= columns.upperBound
      put(isWhole ? cell : .blank, x..<x + (isWhole ? width : 1), y, in: window, &pen)
      x += isWhole ? width : 1
    }
  }

  /// Draws text whose columns terminals dispute.
  private func drawDisputed(
    _ columns: Range<Int>, _ y: Int, of frame: Frame, in window: Size, with pen: inout Pen
  ) {
    let row = y * frame.size.width
    for x in columns {
      pen.use(frame.cells[row + x].style)
      put(.blank, x..<x + 1, y, in: window, &pen)
    }
    let cells = columns.map { frame.cells[row + $0] }.filter { $0.width > 0 }
    // No terminal uses more than two columns for a code point.
    let most = cells.reduce(0) { $0 + 2 * $1.grapheme.scalars.count }
    let mayWrap = columns.lowerBound + most > window.width
    if mayWrap { pen.bytes += codes.wrapOff }
    pen.move(to: Point(x: columns.lowerBound, y: y))
    for cell in cells {
      pen.use(cell.style)
      addText(of: cell, to: &pen.bytes)
    }
    if mayWrap { pen.bytes += codes.wrapOn }
    pen.loseCursor()
  }

  /// Draws a cell whose columns all terminals agree on.
  private func put(
    _ cell: Cell, _ columns: Range<Int>, _ y: Int, in window: Size, _ pen: inout Pen
  ) {
    let isAtEdge = columns.upperBound >= window.width
    let scrolls = isAtEdge && y == window.height - 1 && codes.lastCellScrolls
    if scrolls, codes.wrapOff.isEmpty { return }
    pen.move(to: Point(x: columns.lowerBound, y: y))
    if scrolls { pen.bytes += codes.wrapOff }
    addText(of: cell, to: &pen.bytes)
    pen.advance(columns.count)
    if scrolls { pen.bytes += codes.wrapOn }
    if isAtEdge { pen.loseCursor() }
  }

  /// Adds the bytes of a cell: its text, or ASCII of the same width.
  private func addText(of cell: Cell, to bytes: inout [UInt8]) {
    if let byte = cell.grapheme.printableASCII { return bytes.append(byte) }
    let text = cell.text
    if isUTF8, !text.contains(where: \.isControl) {
      bytes += text.utf8
    } else {
      bytes.append(UInt8(ascii: "?"))
      bytes += repeatElement(UInt8(ascii: " "), count: max(1, Int(cell.width)) - 1)
    }
  }
}

/// Collects bytes and tracks the terminal's attributes.
private struct Pen {
  var bytes: [UInt8] = []
  private let codes: DrawingCodes
  private var cursor: Point?
  private var ink: Int?

  init(_ codes: DrawingCodes) { self.codes = codes }

  mutating func move(to point: Point) {
    if cursor != point { bytes += codes.position(point) }
    cursor = point
  }

  mutating func use(_ style: Style) {
    let place = DrawingCodes.place(of: style)
    let next = codes.inks[place].isEmpty ? nil : place
    guard next != ink else { return }
    lift()
    if let next { bytes += codes.inks[next] }
    ink = next
  }

  /// Resets attributes.
  mutating func lift() {
    if ink != nil { bytes += codes.normal }
    ink = nil
  }

  /// Moves the cursor to the right of what was written.
  mutating func advance(_ columns: Int) { cursor?.x += columns }

  mutating func loseCursor() { cursor = nil }
}
