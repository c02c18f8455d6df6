import TerminalUI

extension Frame {
  /// The first cell of the selection, or of the mark before a selected line; nil if nothing is selected.
  ///
  /// It compares styles first, because most cells of a page have none of these.
  var selectionStart: Point? {
    var marked: Int?
    for (index, cell) in cells.enumerated() {
      if cell.style.role == .selection { return point(index) }
      guard marked == nil, cell.style.role == .accent else { continue }
      let isMark = cell.glyph == "▸" || cell.glyph == ">" && cell.style.attributes == .bold
      if isMark { marked = index }
    }
    return marked.map(point)
  }

  private func point(_ index: Int) -> Point {
    Point(x: index % size.width, y: index / size.width)
  }
}
