import TerminalUI

/// The labels at the left of a panel, each in the row that shows its value.
struct LevelLabels {
  /// Rows, counted from the top, and what stands there.
  let rows: [(row: Int, text: String)]
  /// Columns of the widest label.
  let width: Int

  /// No labels.
  static let none = LevelLabels(rows: [], width: 0)

  private init(rows: [(row: Int, text: String)], width: Int) {
    self.rows = rows
    self.width = width
  }

  init(_ grid: PlotGrid) {
    let y = grid.window.y
    let step = Ticks.step(for: y.upperBound - y.lowerBound, count: max(1, grid.rows / 2))
    var rows: [(row: Int, text: String)] = []
    for value in Ticks.values(in: y, step: step) {
      let row = grid.row(of: value)
      guard (0..<grid.rows).contains(row), rows.last?.row != row else { continue }
      rows.append((row, Ticks.label(value, step: step)))
    }
    self.rows = rows
    width = rows.map(\.text.count).max() ?? 0
  }
}

/// The line under the panels, with its ticks and their labels.
struct BaseAxis {
  let window: PlotWindow
  let charset: Charset

  /// Draws a line with ticks, and under it their labels; both stay within the area.
  ///
  /// A label stands under its tick or not at all: where there is no room, the tick has none.
  func draw(on frame: inout Frame, in area: Rect) {
    let (x, y, width) = (area.origin.x, area.origin.y, area.size.width)
    let line = Grapheme(charset.isASCII ? "-" : "─")
    frame.write(charset.pick("└", "+"), x: x - 1, y: y, .axis)
    for column in 0..<width { frame.set(line, x: x + column, y: y, style: Style(.axis)) }
    let grid = PlotGrid(window, columns: width, rows: 1)
    let span = window.x.upperBound - window.x.lowerBound
    let step = Ticks.step(for: span, count: max(1, width / 10))
    let tick = Grapheme(charset.isASCII ? "+" : "┴")
    var free = area.origin.x - 1
    for value in Ticks.values(in: window.x, step: step) {
      let column = x + min(width - 1, Int(grid.column(of: value)))
      let label = Ticks.label(value, step: step)
      // The digits stand under the tick; a sign stands before them.
      let sign = value < 0 ? 1 : 0
      let middle = (label.count - sign) / 2 + sign
      let start = min(max(free, column - middle), area.maxX + 1 - label.count)
      frame.set(tick, x: column, y: y, style: Style(.axis))
      guard start >= free, start <= column, column < start + label.count else { continue }
      frame.write(label, x: start, y: y + 1, .axis)
      free = start + label.count + 1
    }
  }
}
