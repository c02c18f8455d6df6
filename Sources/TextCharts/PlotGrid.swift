/// A window divided into columns and rows.
struct PlotGrid {
  let window: PlotWindow
  let columns: Int
  let rows: Int
  private let columnWidth: Double
  private let rowsPerUnit: Double

  init(_ window: PlotWindow, columns: Int, rows: Int) {
    self.window = window
    self.columns = columns
    self.rows = rows
    columnWidth = (window.x.upperBound - window.x.lowerBound) / Double(max(1, columns))
    rowsPerUnit = Double(rows) / (window.y.upperBound - window.y.lowerBound)
  }

  /// A row above the window.
  static let above = -1
  /// Where a function has no value.
  static let nowhere = Int.min

  /// Where x lies for a place measured in columns.
  func x(at column: Double) -> Double {
    let t = column / Double(columns)
    return window.x.lowerBound * (1 - t) + window.x.upperBound * t
  }

  /// The place of an x, measured in columns.
  func column(of x: Double) -> Double { (x - window.x.lowerBound) / columnWidth }

  /// The row of a value: `above` the window, `rows` below it, `nowhere` if it is no number.
  func row(of value: Double) -> Int {
    if value.isNaN { return Self.nowhere }
    if value > window.y.upperBound { return Self.above }
    if value < window.y.lowerBound { return rows }
    return min(rows - 1, Int((window.y.upperBound - value) * rowsPerUnit))
  }

  /// How many rows a value lies under the upper edge.
  func depth(of value: Double) -> Double { (window.y.upperBound - value) * rowsPerUnit }

  /// The cell of a point, nil if the window does not show it.
  func cell(x: Double, y: Double) -> (column: Int, row: Int)? {
    let row = row(of: y)
    guard window.x.contains(x), (0..<rows).contains(row) else { return nil }
    return (min(columns - 1, Int(column(of: x))), row)
  }
}
