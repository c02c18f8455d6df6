import TerminalUI

extension Frame {
  /// The first cell of the selection, or of the mark before a selected line; nil if nothing is selected.
  var selectionStart: Point? {
    let index =
      cells.firstIndex { $0.style.role == .selection }
      ?? cells.firstIndex { cell in
        cell.glyph == "▸" || (cell.glyph == ">" && cell.style == Style(.accent, .bold))
      }
    return index.map { Point(x: $0 % size.width, y: $0 / size.width) }
  }
}
