import TerminalUI

/// Draws curves into a rectangle of a frame, in one of the charsets.
struct PlotCanvas {
  /// The rectangle in the frame.
  let area: Rect
  private let window: PlotWindow
  private let charset: Charset
  /// The window divided into cells.
  let cells: PlotGrid

  init(_ area: Rect, window: PlotWindow, charset: Charset) {
    self.area = area
    self.window = window
    self.charset = charset
    cells = PlotGrid(window, columns: area.size.width, rows: area.size.height)
  }

  private func set(
    _ glyph: Grapheme, _ column: Int, _ row: Int, _ role: Role, _ attributes: Attributes = [],
    on frame: inout Frame
  ) {
    frame.set(
      glyph, x: area.origin.x + column, y: area.origin.y + row, style: Style(role, attributes))
  }

  /// Draws dotted lines at x = 0 and y = 0, the latter in the row of dots that contains 0.
  func drawZeroLines(on frame: inout Frame) {
    let level = cells.row(of: 0)
    if (0..<cells.rows).contains(level) {
      let share = cells.depth(of: 0) - Double(level)
      let dot = Int(cell: share * Double(charset.dotRows), of: charset.dotRows)
      let glyph =
        switch charset {
        case .ascii: Grapheme(["'", "-", "."][dot])
        case .blocks: DotGlyphs.quadrants[1 << (2 * dot)]
        case .braille: DotGlyphs.braille[1 << (2 * dot)]
        }
      for column in stride(from: 0, to: cells.columns, by: 2) {
        set(glyph, column, level, .dim, on: &frame)
      }
    }
    if window.x.lowerBound < 0, window.x.upperBound > 0 {
      let glyph = Grapheme(charset.isASCII ? ":" : "┊")
      let column = Int(cell: cells.column(of: 0), of: cells.columns)
      for row in 0..<cells.rows { set(glyph, column, row, .dim, on: &frame) }
    }
  }

  /// Draws curves over the existing contents, the first one on top; where two share a cell, it shows the marks of both.
  ///
  /// - Parameters:
  ///   - curves: The curves.
  ///   - ghosts: Curves under them.
  ///   - frame: The frame to draw on.
  /// - Returns: Whether any of the curves is visible in the window; ghosts do not count.
  @discardableResult
  func draw(_ curves: [Curve], over ghosts: [Curve] = [], on frame: inout Frame) -> Bool {
    switch charset {
    case .ascii:
      // Where a ghost follows a curve, both glyphs together would look like neither.
      drawGlyphs(ghosts, on: &frame)
      return drawGlyphs(curves, on: &frame)
    case .blocks: return drawDots(curves, over: ghosts, DotGlyphs.quadrants, on: &frame)
    case .braille: return drawDots(curves, over: ghosts, DotGlyphs.braille, on: &frame)
    }
  }

  /// Draws one curve over the existing contents; see ``draw(_:over:on:)``.
  func draw(_ curve: Curve, on frame: inout Frame) { draw([curve], on: &frame) }

  /// Dots of a cell are numbered row by row from the top left; they are the bits of the glyph's index.
  private func drawDots(
    _ curves: [Curve], over ghosts: [Curve], _ glyphs: [Grapheme], on frame: inout Frame
  ) -> Bool {
    let down = charset.dotRows
    let grid = PlotGrid(window, columns: cells.columns * 2, rows: cells.rows * down)
    var raster = Raster(cells)
    func add(_ curve: Curve) {
      CurveTrace(curve, on: grid).steps(of: curve.style, scale: 1) { column, row in
        let dot = UInt8((row % down) * 2 + column % 2)
        raster.add(1 << dot, column / 2, row / down, curve.role) { $0 | $1 }
      }
    }
    for ghost in ghosts { add(ghost) }
    let ghostMarks = raster.marks
    for curve in curves.reversed() { add(curve) }
    raster.draw(on: &frame, in: area) { glyphs[Int($0)] }
    return raster.marks > ghostMarks
  }

  @discardableResult
  private func drawGlyphs(_ curves: [Curve], on frame: inout Frame) -> Bool {
    var raster = Raster(cells)
    for curve in curves.reversed() {
      let trace = CurveTrace(curve, on: cells)
      let slopes = SlopeGlyphs(curve, on: cells)
      trace.steps(of: curve.style, scale: 2) { column, row in
        let glyph = slopes.glyph(column, row, isCentre: trace.centres[column] == row)
        raster.add(glyph, column, row, curve.role) { $0 == 0 ? $1 : SlopeGlyphs.both($1, $0) }
      }
    }
    raster.draw(on: &frame, in: area) { Grapheme(scalar: Unicode.Scalar($0)) }
    return raster.marks > 0
  }

  /// Shades the cells whose centres are between two curves.
  func shade(between one: Curve, _ other: Curve, on frame: inout Frame) {
    let glyph = Grapheme(charset.isASCII ? ":" : "░")
    for column in 0..<max(0, cells.columns) {
      let x = cells.x(at: Double(column) + 0.5)
      let depths = [one, other].map { cells.depth(of: $0.function(x)) }
      guard depths.allSatisfy({ !$0.isNaN }) else { continue }
      for row in 0..<cells.rows {
        let centre = Double(row) + 0.5
        if min(depths[0], depths[1]) < centre, centre < max(depths[0], depths[1]) {
          set(glyph, column, row, .dim, on: &frame)
        }
      }
    }
  }

  /// Marks a point if it is visible in the window.
  func mark(x: Double, y: Double, glyph: Character, role: Role, on frame: inout Frame) {
    guard let cell = cells.cell(x: x, y: y) else { return }
    set(Grapheme(glyph), cell.column, cell.row, role, .bold, on: &frame)
  }
}

/// One byte per cell, with the role of the latest curve.
private struct Raster {
  private let grid: PlotGrid
  /// The byte, and the role's number in the upper byte; 0 in an empty cell.
  private var cells: [UInt16]
  /// The range of columns of each row that may contain marks.
  private var touched: [Range<Int>]
  /// The number of marks that were added.
  private(set) var marks = 0

  init(_ grid: PlotGrid) {
    self.grid = grid
    cells = Array(repeating: 0, count: grid.columns * grid.rows)
    touched = Array(repeating: 0..<0, count: grid.rows)
  }

  /// Adds a mark to a cell; `merge` combines the old byte with the new one.
  mutating func add(
    _ mark: UInt8, _ column: Int, _ row: Int, _ role: Role, _ merge: (UInt8, UInt8) -> UInt8
  ) {
    marks += 1
    let index = row * grid.columns + column
    let byte = merge(UInt8(truncatingIfNeeded: cells[index]), mark)
    cells[index] = UInt16(role.rawValue) << 8 | UInt16(byte)
    let range = touched[row]
    touched[row] =
      range.isEmpty
      ? column..<(column + 1)
      : min(range.lowerBound, column)..<max(range.upperBound, column + 1)
  }

  /// Draws all cells with marks.
  func draw(on frame: inout Frame, in area: Rect, _ glyph: (UInt8) -> Grapheme) {
    for (row, columns) in touched.enumerated() {
      for column in columns {
        let cell = cells[row * grid.columns + column]
        guard cell != 0, let role = Role(rawValue: UInt8(cell >> 8)) else { continue }
        frame.set(
          glyph(UInt8(truncatingIfNeeded: cell)), x: area.origin.x + column,
          y: area.origin.y + row, style: Style(role))
      }
    }
  }
}

extension CurveTrace {
  /// Calls back for every mark that a dash pattern draws, along the line.
  ///
  /// - Parameters:
  ///   - style: The dash pattern.
  ///   - scale: The number of steps of the pattern per mark.
  ///   - mark: Receives the column and the row.
  func steps(of style: LineStyle, scale: Int, mark: (_ column: Int, _ row: Int) -> Void) {
    guard style != .solid else {
      for run in runs {
        for row in run.top...run.bottom { mark(run.column, row) }
      }
      return
    }
    var step = 0
    var last = 0
    for run in runs {
      // The line continues from its previous row.
      let isDown = abs(run.top - last) <= abs(run.bottom - last)
      for offset in 0...(run.bottom - run.top) {
        let row = isDown ? run.top + offset : run.bottom - offset
        if style.isDrawn(step) { mark(run.column, row) }
        step += scale
      }
      last = isDown ? run.bottom : run.top
    }
  }
}
