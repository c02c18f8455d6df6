import TerminalUI

/// Draws curves into a rectangle of a frame, in one of the charsets.
struct PlotCanvas {
  /// Where in the frame.
  let area: Rect
  private let window: PlotWindow
  private let charset: Charset

  init(_ area: Rect, window: PlotWindow, charset: Charset) {
    self.area = area
    self.window = window
    self.charset = charset
  }

  private var columns: Int { area.size.width }
  private var rows: Int { area.size.height }

  private func set(
    _ glyph: Character, _ column: Int, _ row: Int, _ role: Role, _ attributes: Attributes = [],
    on frame: inout Frame
  ) {
    frame.set(
      glyph, x: area.origin.x + column, y: area.origin.y + row, style: Style(role, attributes))
  }

  /// Draws dotted lines where x or y is 0.
  func drawZeroLines(on frame: inout Frame) {
    let grid = CurveTrace(Curve("") { _ in 0 }, window: window, columns: columns, rows: rows)
    if window.y.contains(0), let row = grid.row(of: 0), (0..<rows).contains(row) {
      for column in stride(from: 0, to: columns, by: 2) {
        set(charset.isASCII ? "." : "·", column, row, .dim, on: &frame)
      }
    }
    let span = window.x.upperBound - window.x.lowerBound
    if window.x.lowerBound < 0, window.x.upperBound > 0 {
      let column = min(columns - 1, Int(-window.x.lowerBound / span * Double(columns)))
      for row in 0..<rows { set(charset.isASCII ? ":" : "┊", column, row, .dim, on: &frame) }
    }
  }

  /// Draws a curve over what is there.
  ///
  /// - Parameters:
  ///   - curve: What to draw.
  ///   - isDotted: Whether only every other column is drawn.
  ///   - frame: What is drawn on.
  func draw(_ curve: Curve, isDotted: Bool = false, on frame: inout Frame) {
    let step = isDotted ? 2 : 1
    switch charset {
    case .ascii: drawGlyphs(curve, every: step, on: &frame)
    case .blocks: drawDots(curve, down: 2, Self.quadrants, every: step, on: &frame)
    case .braille: drawDots(curve, down: 4, Self.patterns, every: step, on: &frame)
    }
  }

  /// Dots of a cell are numbered row by row from the top left; they index the glyphs as bits.
  private func drawDots(
    _ curve: Curve, down: Int, _ glyphs: [Character], every step: Int, on frame: inout Frame
  ) {
    let across = 2
    var dots = Array(repeating: 0, count: columns * rows)
    let trace = CurveTrace(
      curve, window: window, columns: columns * across, rows: rows * down)
    trace.marks { column, row, _ in
      guard column % (2 * step) < 2 else { return }
      let cell = (row / down) * columns + column / across
      dots[cell] |= 1 << ((row % down) * across + column % across)
    }
    for cell in dots.indices where dots[cell] != 0 {
      set(glyphs[dots[cell]], cell % columns, cell / columns, curve.role, on: &frame)
    }
  }

  /// Braille numbers its dots by columns, the lowest row last.
  static func braille(_ dots: Int) -> Character {
    let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    var pattern: UInt32 = 0x2800
    for (dot, bit) in bits.enumerated() where dots >> dot & 1 == 1 { pattern |= bit }
    return Unicode.Scalar(pattern).map { Character($0) } ?? " "
  }

  private static let patterns = (0..<256).map(braille)

  static let quadrants: [Character] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  private func drawGlyphs(_ curve: Curve, every step: Int, on frame: inout Frame) {
    let trace = CurveTrace(curve, window: window, columns: columns, rows: rows)
    let cell = (window.y.upperBound - window.y.lowerBound) / Double(rows)
    trace.marks { column, row, isCentre in
      guard column % step == 0 else { return }
      let middle = curve.function(trace.x(at: Double(column) + 0.5))
      var (left, right) = (
        curve.function(trace.x(at: Double(column) + 0.01)),
        curve.function(trace.x(at: Double(column) + 0.99))
      )
      // Where the curve begins or ends in this column, the half that is there counts twice.
      if left.isNaN { left = 2 * middle - right }
      if right.isNaN { right = 2 * middle - left }
      let rise = (right - left) / cell
      let depth = (window.y.upperBound - middle) / cell - Double(row)
      let glyph = Self.glyph(rise: rise, depth: isCentre ? depth : 0.5, isCentre: isCentre)
      set(glyph, column, row, curve.role, on: &frame)
    }
  }

  /// The glyph for a curve that rises by so many rows a column, at a depth in the cell from 0 to 1.
  static func glyph(rise: Double, depth: Double, isCentre: Bool) -> Character {
    if isCentre, abs(rise) < 0.8 {
      if depth < 1.0 / 3 { return "'" }
      if depth < 2.0 / 3 { return "-" }
      return abs(rise) < 1.0 / 6 ? "_" : "."
    }
    if abs(rise) > 3 || rise.isNaN { return "|" }
    return rise > 0 ? "/" : "\\"
  }

  /// Puts a mark at a point, if the window shows it.
  func mark(x: Double, y: Double, glyph: Character, role: Role, on frame: inout Frame) {
    let trace = CurveTrace(Curve("") { _ in 0 }, window: window, columns: columns, rows: rows)
    guard window.x.contains(x), let row = trace.row(of: y), (0..<rows).contains(row) else { return }
    let span = window.x.upperBound - window.x.lowerBound
    let column = min(columns - 1, Int((x - window.x.lowerBound) / span * Double(columns)))
    set(glyph, column, row, role, .bold, on: &frame)
  }
}
