import TerminalUI

/// The curves' names with samples of their lines, and the letters at the lines' ends.
public struct CurveNames {
  private let curves: [Curve]
  private let charset: Charset

  init(_ curves: [Curve], _ charset: Charset) {
    self.curves = curves
    self.charset = charset
  }

  /// The letter that names a curve at its right end.
  ///
  /// - Parameter index: The curve's index.
  /// - Returns: A letter from A to Z, cyclic.
  public static func letter(_ index: Int) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26)))
  }

  /// Writes the names on one line, with line samples if all names fit; names that do not fit are counted.
  func draw(on frame: inout Frame, x: Int, y: Int, limit: Int) {
    let labels = curves.map { charset.text($0.label) }
    let isAlone = curves.count == 1
    let names = labels.reduce(-3) { $0 + $1.displayWidth + 3 + (isAlone ? 0 : 2) }
    let samples = isAlone ? 0 : curves.count * (Self.sampleWidth + 1)
    let hasSamples = !isAlone && (x + names + samples <= limit || x + names > limit)
    var column = x
    for (index, curve) in curves.enumerated() {
      let extra = (isAlone ? 0 : 2) + (hasSamples ? Self.sampleWidth + 1 : 0)
      let rest = curves.count - index
      guard isAlone || column + labels[index].displayWidth + extra + (rest > 1 ? 4 : 0) <= limit
      else {
        frame.write("+\(rest)", x: column, y: y, .dim, limit: limit)
        return
      }
      if !isAlone {
        column = frame.write(
          String(Self.letter(index)) + " ", x: column, y: y, curve.role, .bold, limit: limit)
      }
      if hasSamples { column = drawSample(of: curve, on: &frame, x: column, y: y) + 1 }
      column = frame.write(labels[index], x: column, y: y, curve.role, limit: limit) + 3
    }
  }

  private static let sampleWidth = 5

  private func drawSample(of curve: Curve, on frame: inout Frame, x: Int, y: Int) -> Int {
    for cell in 0..<Self.sampleWidth {
      let (left, right) = (curve.style.isDrawn(2 * cell), curve.style.isDrawn(2 * cell + 1))
      let glyph: Grapheme =
        switch charset {
        case .ascii: Grapheme(left ? "-" : " ")
        case .blocks: DotGlyphs.quadrants[(left ? 4 : 0) + (right ? 8 : 0)]
        case .braille: DotGlyphs.braille[(left ? 4 : 0) + (right ? 8 : 0)]
        }
      frame.set(glyph, x: x + cell, y: y, style: Style(curve.role))
    }
    return x + Self.sampleWidth
  }

  /// The row of a curve's last defined value.
  private func endRow(of curve: Curve, on grid: PlotGrid) -> Int {
    for column in (0..<grid.columns).reversed() {
      let row = grid.row(of: curve.function(grid.x(at: Double(column) + 0.5)))
      if row != PlotGrid.nowhere { return row }
    }
    return 0
  }

  /// Writes every curve's letter to the right of the plot, in the row where it ends or the nearest free one; with more
  /// curves than line styles, also on the line itself.
  func drawEnds(on frame: inout Frame, _ canvas: PlotCanvas) {
    let (area, grid) = (canvas.area, canvas.cells)
    var taken: Set<Int> = []
    for (index, curve) in curves.enumerated() {
      let letter = String(Self.letter(index))
      let wanted = min(max(0, endRow(of: curve, on: grid)), grid.rows - 1)
      let free = (0..<grid.rows).filter { !taken.contains($0) }
      if let row = free.min(by: { abs($0 - wanted) < abs($1 - wanted) }) {
        taken.insert(row)
        frame.write(letter, x: area.maxX, y: area.origin.y + row, curve.role, .bold)
      }
      guard curves.count > LineStyle.all.count else { continue }
      let column = grid.columns * (index + 1) / (curves.count + 1)
      let x = grid.x(at: Double(column) + 0.5)
      if let cell = grid.cell(x: x, y: curve.function(x)) {
        frame.write(
          letter, x: area.origin.x + cell.column, y: area.origin.y + cell.row, curve.role, .bold)
      }
    }
  }
}
