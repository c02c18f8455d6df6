import TerminalUI

extension Frame {
  /// The first cell of the selection, or of the mark before a selected line; nil if nothing is selected.
  ///
  /// It compares styles first, because most cells of a page have none of these.
  var selectionStart: Point? {
    let index =
      cells.firstIndex { $0.style.role == .selection }
      ?? cells.firstIndex { cell in
        cell.style.role == .accent
          && (cell.glyph == "▸" || cell.glyph == ">" && cell.style.attributes == .bold)
      }
    return index.map { Point(x: $0 % size.width, y: $0 / size.width) }
  }
}
