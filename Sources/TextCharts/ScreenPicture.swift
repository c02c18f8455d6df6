public import TerminalUI

/// A frame in SVG 1.1, with every cell at its position in any font.
///
/// Letters are text; box drawing, blocks and Braille are shapes.
public struct ScreenPicture: Sendable {
  public let frame: Frame
  public let palette: ScreenPalette

  /// The size of a cell in pixels: a monospaced letter is 0.6 em wide in most fonts.
  private static let cell = (width: 8.4, height: 18.0)
  /// Pixels around the cells.
  private static let margin = 12.0

  public init(_ frame: Frame, palette: ScreenPalette) {
    self.frame = frame
    self.palette = palette
  }

  /// The SVG document.
  public var text: String {
    let width = NumberText.rounded(
      Double(frame.size.width) * Self.cell.width + 2 * Self.margin, decimals: 1)
    let height = NumberText.rounded(
      Double(frame.size.height) * Self.cell.height + 2 * Self.margin, decimals: 1)
    let fonts = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
        + " viewBox=\"0 0 \(width) \(height)\" font-family=\"\(fonts)\" font-size=\"14\">",
      "<rect width=\"\(width)\" height=\"\(height)\" rx=\"8\" fill=\"\(palette.background)\"/>",
    ]
    for row in 0..<frame.size.height {
      for segment in segments(ofRow: row) { lines += drawn(segment) }
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// Adjacent cells of one style in one row.
  private struct Segment {
    let row: Int
    let column: Int
    var cells: [Cell]
    var style: Style { cells[0].style }
  }

  private func segments(ofRow row: Int) -> [Segment] {
    var result: [Segment] = []
    for column in 0..<frame.size.width {
      guard let cell = frame[column, row] else { continue }
      if let last = result.last, last.style == cell.style {
        result[result.count - 1].cells.append(cell)
      } else {
        result.append(Segment(row: row, column: column, cells: [cell]))
      }
    }
    return result
  }

  private func drawn(_ segment: Segment) -> [String] {
    let style = segment.style
    let isReversed = style.attributes.contains(.reverse) != (style.role == .selection)
    let ink = palette.foreground(of: style.role)
    var lines: [String] = []
    let left = x(Double(segment.column))
    if isReversed {
      lines.append(
        "<rect x=\"\(left)\" y=\"\(y(segment.row, 0))\" width=\""
          + "\(Self.text(Double(segment.cells.count) * Self.cell.width))\" height=\""
          + "\(Self.text(Self.cell.height))\" fill=\"\(ink)\"/>")
    }
    let color = isReversed ? palette.background : ink
    lines += shapes(segment, color: color)
    lines += letters(segment, color: color)
    return lines
  }

  private func x(_ column: Double) -> String {
    Self.text(Self.margin + column * Self.cell.width)
  }

  private func y(_ row: Int, _ part: Double) -> String {
    Self.text(Self.margin + (Double(row) + part) * Self.cell.height)
  }

  /// Lines, rectangles and dots, one path for each kind.
  private func shapes(_ segment: Segment, color: String) -> [String] {
    var (strokes, areas, dots) = ("", "", "")
    for (offset, cell) in segment.cells.enumerated() {
      let column = Double(segment.column + offset)
      func point(_ place: (x: Double, y: Double)) -> String {
        x(column + place.x) + " " + y(segment.row, place.y)
      }
      switch CellShape(cell.glyph) {
      case .strokes(let parts):
        for part in parts { strokes += "M" + point(part.from) + "L" + point(part.to) }
      case .areas(let parts):
        for part in parts {
          areas +=
            "M" + point((part.left, part.top)) + "H" + x(column + part.right) + "V"
            + y(segment.row, part.bottom) + "H" + x(column + part.left) + "Z"
        }
      case .dots(let parts): for part in parts { dots += "M" + point(part) + "h0" }
      case nil: break
      }
    }
    var lines: [String] = []
    if !strokes.isEmpty { lines.append("<path d=\"\(strokes)\" stroke=\"\(color)\"/>") }
    if !areas.isEmpty { lines.append("<path d=\"\(areas)\" fill=\"\(color)\"/>") }
    if !dots.isEmpty {
      lines.append(
        "<path d=\"\(dots)\" stroke=\"\(color)\" stroke-width=\"2.6\" stroke-linecap=\"round\"/>")
    }
    return lines
  }

  /// The words of a segment, each stretched to its columns.
  private func letters(_ segment: Segment, color: String) -> [String] {
    var lines: [String] = []
    var word = ""
    var (start, columns) = (segment.column, 0)
    func end() {
      guard !word.isEmpty else { return }
      lines.append(
        "<text x=\"\(x(Double(start)))\" y=\"\(y(segment.row, 0.73))\" textLength=\""
          + "\(Self.text(Double(columns) * Self.cell.width))\" lengthAdjust=\"spacingAndGlyphs\" "
          + "fill=\"\(color)\"\(Self.shape(segment.style))>\(SVGChart.escaped(word))</text>")
      word = ""
    }
    let runs = frame.disputedRuns(in: segment.row)
    for (offset, cell) in segment.cells.enumerated() where cell.width > 0 {
      let column = segment.column + offset
      if let run = runs.first(where: { $0.contains(column) }) {
        // A letter and its marks are one text element, whatever their columns.
        if column == run.lowerBound { end() }
        if word.isEmpty { (start, columns) = (column, 0) }
        word += cell.text
        columns += Int(cell.width)
        if column + Int(cell.width) >= run.upperBound { end() }
        continue
      }
      let isText = cell.glyph != " " && CellShape(cell.glyph) == nil
      // Non-ASCII letters are separate text elements, because their width in the viewer's font is unknown.
      let isAlone = cell.grapheme.printableASCII == nil
      if !isText || isAlone || word.isEmpty { end() }
      guard isText else { continue }
      if word.isEmpty { (start, columns) = (column, 0) }
      word += cell.text
      columns += Int(cell.width)
      if isAlone { end() }
    }
    end()
    return lines
  }

  private static func shape(_ style: Style) -> String {
    let attributes = style.attributes
    var text = ""
    if attributes.contains(.bold) || ScreenPalette.isBold(style.role) {
      text += " font-weight=\"bold\""
    }
    if attributes.contains(.emphasis) { text += " font-style=\"italic\"" }
    if attributes.contains(.underline) { text += " text-decoration=\"underline\"" }
    return text
  }

  private static func text(_ length: Double) -> String { NumberText.rounded(length, decimals: 2) }
}
