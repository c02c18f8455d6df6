import TerminalUI

/// Draws curves into a rectangle of a frame, in one of the charsets.
struct PlotCanvas {
  /// Where in the frame.
  let area: Rect
  private let window: PlotWindow
  private let charset: Charset
  /// The window in whole cells.
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

  /// Draws dotted lines where x or y is 0.
  func drawZeroLines(on frame: inout Frame) {
    let level = cells.row(of: 0)
    if (0..<cells.rows).contains(level) {
      let glyph = Grapheme(charset.isASCII ? "." : "·")
      for column in stride(from: 0, to: cells.columns, by: 2) {
        set(glyph, column, level, .dim, on: &frame)
      }
    }
    if window.x.lowerBound < 0, window.x.upperBound > 0 {
      let glyph = Grapheme(charset.isASCII ? ":" : "┊")
      let column = min(cells.columns - 1, Int(cells.column(of: 0)))
      for row in 0..<cells.rows { set(glyph, column, row, .dim, on: &frame) }
    }
  }

  /// Draws curves over what is there, the first one on top; where two share a cell, the marks of
  /// both are in it.
  ///
  /// - Parameters:
  ///   - curves: What to draw.
  ///   - frame: What is drawn on.
  /// - Returns: Whether any of them passes the window.
  @discardableResult
  func draw(_ curves: [Curve], on frame: inout Frame) -> Bool {
    switch charset {
    case .ascii: drawGlyphs(curves, on: &frame)
    case .blocks: drawDots(curves, down: 2, DotGlyphs.quadrants, on: &frame)
    case .braille: drawDots(curves, down: 4, DotGlyphs.braille, on: &frame)
    }
  }

  /// Draws one curve over what is there; see ``draw(_:on:)-([Curve],_)``.
  func draw(_ curve: Curve, on frame: inout Frame) { draw([curve], on: &frame) }

  /// Dots of a cell are numbered row by row from the top left; they index the glyphs as bits.
  private func drawDots(
    _ curves: [Curve], down: Int, _ glyphs: [Grapheme], on frame: inout Frame
  ) -> Bool {
    let grid = PlotGrid(window, columns: cells.columns * 2, rows: cells.rows * down)
    var dots = Array(repeating: UInt8(0), count: cells.columns * cells.rows)
    var roles = Array(repeating: Role.text, count: dots.count)
    for curve in curves.reversed() {
      let trace = CurveTrace(curve, on: grid)
      trace.steps(of: curve.style, scale: 1) { column, row in
        let cell = (row / down) * cells.columns + column / 2
        dots[cell] |= 1 << UInt8((row % down) * 2 + column % 2)
        roles[cell] = curve.role
      }
    }
    var isEmpty = true
    for cell in dots.indices where dots[cell] != 0 {
      isEmpty = false
      set(
        glyphs[Int(dots[cell])], cell % cells.columns, cell / cells.columns, roles[cell],
        on: &frame)
    }
    return !isEmpty
  }

  private func drawGlyphs(_ curves: [Curve], on frame: inout Frame) -> Bool {
    var marks = Array(repeating: UInt8(0), count: cells.columns * cells.rows)
    var roles = Array(repeating: Role.text, count: marks.count)
    for curve in curves.reversed() {
      let trace = CurveTrace(curve, on: cells)
      let slopes = SlopeGlyphs(curve, on: cells)
      trace.steps(of: curve.style, scale: 2) { column, row in
        let glyph = slopes.glyph(column, row, isCentre: trace.centres[column] == row)
        let cell = row * cells.columns + column
        marks[cell] = marks[cell] == 0 ? glyph : SlopeGlyphs.both(glyph, marks[cell])
        roles[cell] = curve.role
      }
    }
    var isEmpty = true
    for cell in marks.indices where marks[cell] != 0 {
      isEmpty = false
      set(
        Grapheme(scalar: Unicode.Scalar(marks[cell])), cell % cells.columns, cell / cells.columns,
        roles[cell], on: &frame)
    }
    return !isEmpty
  }

  /// Puts a mark at a point, if the window shows it.
  func mark(x: Double, y: Double, glyph: Character, role: Role, on frame: inout Frame) {
    guard let cell = cells.cell(x: x, y: y) else { return }
    set(Grapheme(glyph), cell.column, cell.row, role, .bold, on: &frame)
  }
}

extension CurveTrace {
  /// Calls back for every mark that a line style leaves, along the line.
  ///
  /// - Parameters:
  ///   - style: How the line is broken.
  ///   - scale: Steps of the style that one mark counts for.
  ///   - mark: Takes the column and the row.
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
      // The line comes from where it was last.
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
