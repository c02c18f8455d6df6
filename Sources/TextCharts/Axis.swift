import TerminalUI

/// The labels at the left of a panel, each in the row of its value.
struct LevelLabels {
  /// Rows from the top, with their labels.
  let rows: [(row: Int, text: String)]
  /// The columns of the widest label.
  let width: Int

  static let none = LevelLabels([])

  init(_ rows: [(row: Int, text: String)]) {
    self.rows = rows
    width = rows.map(\.text.count).max() ?? 0
  }

  /// Round values in the rows of a grid; their distances differ if no round step is a whole number of rows.
  init(_ grid: PlotGrid) {
    var rows: [(row: Int, text: String)] = []
    for tick in Ticks(grid.window.yScale, count: max(1, grid.rows / 2)).marks {
      let row = grid.row(of: tick.value)
      guard (0..<grid.rows).contains(row), rows.last?.row != row else { continue }
      rows.append((row, tick.label))
    }
    self.init(rows)
  }
}

/// The axis under the panels, with ticks and labels.
struct BaseAxis {
  let window: PlotWindow
  let charset: Charset

  /// Draws the axis line with ticks, and the labels under it, within the area.
  ///
  /// A label that does not fit under its tick is omitted; the tick stays.
  func draw(on frame: inout Frame, in area: Rect) {
    let (x, y, width) = (area.origin.x, area.origin.y, area.size.width)
    let line = Grapheme(charset.isASCII ? "-" : "─")
    frame.write(charset.pick("└", "+"), x: x - 1, y: y, .axis)
    guard width > 0 else { return }
    for column in 0..<width { frame.set(line, x: x + column, y: y, style: Style(.axis)) }
    let grid = PlotGrid(window, columns: width, rows: 1)
    let glyph = Grapheme(charset.isASCII ? "+" : "┴")
    var free = area.origin.x - 1
    for tick in ticks(in: width) {
      let column = x + Int(cell: grid.column(of: tick.value), of: width)
      let label = tick.label
      // The digits are centred under the tick, with the sign before them.
      let sign = tick.value < 0 ? 1 : 0
      let middle = (label.count - sign) / 2 + sign
      let start = min(max(free, column - middle), area.maxX + 1 - label.count)
      frame.set(glyph, x: column, y: y, style: Style(.axis))
      guard start >= free, start <= column, column < start + label.count else { continue }
      frame.write(label, x: start, y: y + 1, .axis)
      free = start + label.count + 1
    }
  }
  /// A tick for about every ten columns; more if only one would have a label.
  private func ticks(in width: Int) -> [(value: Double, label: String)] {
    let usual = max(1, width / 10)
    let marks = (usual...max(usual, width / 4)).lazy.map { Ticks(window.xScale, count: $0).marks }
    return marks.first { $0.count > 1 } ?? []
  }
}
