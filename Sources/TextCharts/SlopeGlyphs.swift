/// The ASCII glyphs of a curve: by position in the cell where it is flat, by direction where it is steep.
struct SlopeGlyphs {
  private let curve: Curve
  private let grid: PlotGrid

  init(_ curve: Curve, on grid: PlotGrid) {
    self.curve = curve
    self.grid = grid
  }

  /// The glyph for a mark of the curve.
  ///
  /// - Parameters:
  ///   - column: Its column.
  ///   - row: Its row.
  ///   - isCentre: Whether the curve is in this row at the column's centre.
  /// - Returns: An ASCII code.
  func glyph(_ column: Int, _ row: Int, isCentre: Bool) -> UInt8 {
    let middle = curve.function(grid.x(at: Double(column) + 0.5))
    var left = curve.function(grid.x(at: Double(column) + 0.01))
    var right = curve.function(grid.x(at: Double(column) + 0.99))
    // If the curve begins or ends in this column, extrapolates the missing half.
    if left.isNaN { left = 2 * middle - right }
    if right.isNaN { right = 2 * middle - left }
    let rise = grid.depth(of: left) - grid.depth(of: right)
    let depth = isCentre ? grid.depth(of: middle) - Double(row) : 0.5
    return Self.glyph(rise: rise, depth: depth, isCentre: isCentre)
  }

  /// The glyph for a slope in rows per column, at a vertical position in the cell from 0 to 1.
  static func glyph(rise: Double, depth: Double, isCentre: Bool) -> UInt8 {
    if isCentre, abs(rise) < 0.8 {
      if depth < 1.0 / 3 { return UInt8(ascii: "'") }
      if depth < 2.0 / 3 { return UInt8(ascii: "-") }
      return UInt8(ascii: abs(rise) < 1.0 / 6 ? "_" : ".")
    }
    if abs(rise) > 3 || rise.isNaN { return UInt8(ascii: "|") }
    return UInt8(ascii: rise > 0 ? "/" : "\\")
  }

  private static let flat = Set("'-_.=:".utf8)

  /// The glyph for a cell that two curves share.
  ///
  /// - Parameters:
  ///   - one: One curve's glyph.
  ///   - other: The other curve's glyph.
  /// - Returns: The common glyph if they agree, else one that resembles both.
  static func both(_ one: UInt8, _ other: UInt8) -> UInt8 {
    guard one != other else { return one }
    switch (flat.contains(one), flat.contains(other)) {
    case (true, true):
      let hasGap = Set([one, other]).contains(UInt8(ascii: "'"))
      return UInt8(ascii: hasGap ? ":" : "=")
    case (false, false): return UInt8(ascii: "X")
    default: return UInt8(ascii: "+")
    }
  }
}
