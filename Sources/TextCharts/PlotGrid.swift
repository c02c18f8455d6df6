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
    columnWidth = window.xScale.length / Double(max(1, columns))
    rowsPerUnit = Double(rows) / window.yScale.length
  }

  /// The row for values above the window.
  static let above = -1
  /// The row for undefined values.
  static let nowhere = Int.min

  /// The x of a position measured in columns.
  func x(at column: Double) -> Double {
    window.xScale.value(at: column / Double(max(1, columns)))
  }

  /// The y of a position measured in rows from the top.
  func y(at depth: Double) -> Double {
    window.yScale.value(at: 1 - depth / Double(max(1, rows)))
  }

  /// The position of an x, measured in columns.
  func column(of x: Double) -> Double { window.xScale.rise(to: x) / columnWidth }

  /// The row of a value: `above` the window, `rows` below it, `nowhere` if it is NaN.
  func row(of value: Double) -> Int {
    if value.isNaN { return Self.nowhere }
    if value > window.y.upperBound { return Self.above }
    if value < window.y.lowerBound { return rows }
    return Int(cell: depth(of: value), of: rows)
  }

  /// The position of a value in rows below the upper edge.
  func depth(of value: Double) -> Double { window.yScale.drop(to: value) * rowsPerUnit }

  /// The cell of a point, nil if it is not visible in the window.
  func cell(x: Double, y: Double) -> (column: Int, row: Int)? {
    let row = row(of: y)
    guard window.x.contains(x), (0..<rows).contains(row), columns > 0 else { return nil }
    return (Int(cell: column(of: x), of: columns), row)
  }
}
