import TerminalUI

/// Draws curves into cells, in one of the charsets.
struct PlotCanvas {
  private(set) var frame: Frame
  private let window: PlotWindow
  private let charset: Charset

  init(size: Size, window: PlotWindow, charset: Charset) {
    frame = Frame(size)
    self.window = window
    self.charset = charset
  }

  private var columns: Int { frame.size.width }
  private var rows: Int { frame.size.height }

  /// Draws dotted lines where x or y is 0.
  mutating func drawZeroLines() {
    let grid = CurveTrace(Curve("") { _ in 0 }, window: window, columns: columns, rows: rows)
    if window.y.contains(0), let row = grid.row(of: 0), (0..<rows).contains(row) {
      for column in stride(from: 0, to: columns, by: 2) {
        frame.write(charset.pick("·", "."), x: column, y: row, .dim)
      }
    }
    let span = window.x.upperBound - window.x.lowerBound
    if window.x.lowerBound < 0, window.x.upperBound > 0 {
      let column = min(columns - 1, Int(-window.x.lowerBound / span * Double(columns)))
      for row in 0..<rows { frame.write(charset.pick("┊", ":"), x: column, y: row, .dim) }
    }
  }

  /// Draws a curve over what is there.
  mutating func draw(_ curve: Curve) {
    switch charset {
    case .ascii: drawGlyphs(curve)
    case .blocks: drawDots(curve, across: 2, down: 2) { Self.quadrants[$0] }
    case .braille: drawDots(curve, across: 2, down: 4, Self.braille)
    }
  }

  /// Dots of a cell are numbered row by row from the top left.
  private mutating func drawDots(
    _ curve: Curve, across: Int, down: Int, _ glyph: (Int) -> Character
  ) {
    var dots = Array(repeating: 0, count: columns * rows)
    let trace = CurveTrace(
      curve, window: window, columns: columns * across, rows: rows * down)
    trace.marks { column, row, _ in
      let cell = (row / down) * columns + column / across
      dots[cell] |= 1 << ((row % down) * across + column % across)
    }
    for cell in dots.indices where dots[cell] != 0 {
      frame.write(String(glyph(dots[cell])), x: cell % columns, y: cell / columns, curve.role)
    }
  }

  /// Braille numbers its dots by columns, the lowest row last.
  static func braille(_ dots: Int) -> Character {
    let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    var pattern: UInt32 = 0x2800
    for (dot, bit) in bits.enumerated() where dots >> dot & 1 == 1 { pattern |= bit }
    return Unicode.Scalar(pattern).map { Character($0) } ?? " "
  }

  static let quadrants: [Character] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  private mutating func drawGlyphs(_ curve: Curve) {
    let trace = CurveTrace(curve, window: window, columns: columns, rows: rows)
    let cell = (window.y.upperBound - window.y.lowerBound) / Double(rows)
    trace.marks { column, row, isCentre in
      let middle = curve.function(trace.x(at: Double(column) + 0.5))
      let rise =
        (curve.function(trace.x(at: Double(column) + 0.99))
          - curve.function(trace.x(at: Double(column) + 0.01))) / cell
      let depth = (window.y.upperBound - middle) / cell - Double(row)
      frame.write(
        String(Self.glyph(rise: rise, depth: isCentre ? depth : 0.5, isCentre: isCentre)),
        x: column, y: row, curve.role)
    }
  }

  /// The glyph for a curve that rises by so many rows a column, at a depth in the cell from 0 to 1.
  static func glyph(rise: Double, depth: Double, isCentre: Bool) -> Character {
    if isCentre, abs(rise) < 0.8 {
      if depth < 1.0 / 3 { return "'" }
      if depth < 2.0 / 3 { return "-" }
      return abs(rise) < 1.0 / 6 ? "_" : ","
    }
    if abs(rise) > 3 || rise.isNaN { return "|" }
    return rise > 0 ? "/" : "\\"
  }

  /// Puts a mark at a point, if the window shows it.
  mutating func mark(x: Double, y: Double, glyph: Character, role: Role) {
    let trace = CurveTrace(Curve("") { _ in 0 }, window: window, columns: columns, rows: rows)
    guard window.x.contains(x), let row = trace.row(of: y), (0..<rows).contains(row) else { return }
    let span = window.x.upperBound - window.x.lowerBound
    let column = min(columns - 1, Int((x - window.x.lowerBound) / span * Double(columns)))
    frame.write(String(glyph), x: column, y: row, role, .bold)
  }
}
