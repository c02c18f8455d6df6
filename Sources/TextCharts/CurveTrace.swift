/// The rows in which a curve passes the columns of a grid.
///
/// A column gets the row at its centre; where neighbouring centres lie more than one row apart, the
/// rows between are added, each to the column in which the curve really passes it.
struct CurveTrace {
  private let curve: Curve
  private let window: PlotWindow
  private let columns: Int
  private let rows: Int

  init(_ curve: Curve, window: PlotWindow, columns: Int, rows: Int) {
    self.curve = curve
    self.window = window
    self.columns = columns
    self.rows = rows
  }

  /// Rows at the left edge, the centre and the right edge of a column; -1 above the window, the
  /// number of rows below it, nil where there is no value.
  private struct Passage {
    var left: Int?
    var centre: Int?
    var right: Int?
    var jumps: Bool
  }

  /// Where x lies for a place measured in columns.
  func x(at column: Double) -> Double {
    let t = column / Double(columns)
    return window.x.lowerBound * (1 - t) + window.x.upperBound * t
  }

  /// The row of a value; see ``Passage``.
  func row(of value: Double) -> Int? {
    guard !value.isNaN else { return nil }
    let (low, high) = (window.y.lowerBound, window.y.upperBound)
    if value > high { return -1 }
    if value < low { return rows }
    return min(rows - 1, Int((high - value) / (high - low) * Double(rows)))
  }

  /// How the curve passes a column; its row at the left edge need not be worked out again if the
  /// column before has it.
  private func passage(_ column: Int, after previous: Passage?) -> Passage {
    let (left, right) = (x(at: Double(column)), x(at: Double(column + 1)))
    let middle = x(at: Double(column) + 0.5)
    if curve.jumps.isEmpty {
      return Passage(
        left: previous.map(\.right) ?? row(of: curve.function(left)),
        centre: row(of: curve.function(middle)), right: row(of: curve.function(right)),
        jumps: false)
    }
    let jump = curve.jumps.first { left <= $0 && $0 <= right }
    let leftX = jump == left ? left.nextUp : left
    let rightX = jump == right ? right.nextDown : right
    return Passage(
      left: row(of: curve.function(leftX)), centre: row(of: curve.function(middle)),
      right: row(of: curve.function(rightX)),
      jumps: jump.map { left < $0 && $0 < right } ?? false)
  }

  /// Calls back for every mark: its column, its row, and whether it is the one at the centre.
  func marks(_ mark: (_ column: Int, _ row: Int, _ isCentre: Bool) -> Void) {
    guard columns > 0, rows > 0 else { return }
    var previous: Passage?
    for column in 0..<columns {
      let here = passage(column, after: previous)
      if let centre = here.centre { put(centre, column, true, mark) }
      if here.jumps || !isInside(here.centre) {
        for edge in [here.left, here.right] { if let edge { put(edge, column, false, mark) } }
      }
      if let previous { join(previous, here, column, mark) }
      if !here.jumps, previous?.centre == nil {
        fill(here.left, here.centre, column, mark)
      }
      if let previous, !previous.jumps, here.centre == nil {
        fill(previous.centre, previous.right, column - 1, mark)
      }
      previous = here
    }
  }

  private func isInside(_ row: Int?) -> Bool { row.map { (0..<rows).contains($0) } ?? false }

  private func put(
    _ row: Int, _ column: Int, _ isCentre: Bool, _ mark: (Int, Int, Bool) -> Void
  ) {
    if (0..<rows).contains(row) { mark(column, row, isCentre) }
  }

  /// Fills a column between two rows, where a curve begins or ends in it.
  private func fill(
    _ from: Int?, _ to: Int?, _ column: Int, _ mark: (Int, Int, Bool) -> Void
  ) {
    guard let from, let to, abs(from - to) > 1 else { return }
    for row in (min(from, to) + 1)..<max(from, to) { put(row, column, false, mark) }
  }

  /// Fills what two neighbouring columns leave open between them.
  private func join(
    _ one: Passage, _ other: Passage, _ column: Int, _ mark: (Int, Int, Bool) -> Void
  ) {
    let from = one.jumps ? one.right : one.centre
    let to = other.jumps ? other.left : other.centre
    guard let from, let to, abs(from - to) > 1, let edge = one.right, let start = other.left,
      abs(edge - start) <= 1
    else { return }
    for row in min(from, edge)...max(from, edge) where row != from {
      put(row, column - 1, false, mark)
    }
    for row in min(start, to)...max(start, to) where row != to { put(row, column, false, mark) }
  }
}
