import LessonLayout
import Lessons
import TerminalUI

/// The columns of a page: text at a readable width and, in wide windows, a pane beside it.
struct Columns {
  /// The first column and the width of the text.
  let text: (x: Int, width: Int)
  /// The pane at the right of the text, as high as the body; nil if the window is too narrow.
  let side: Rect?

  /// The columns from which a window has a pane.
  static let wide = 150
  /// The columns to the left of the text, and between it and the pane.
  private static let gap = 4

  /// Divides a window.
  ///
  /// - Parameters:
  ///   - context: The size of the window.
  ///   - width: Columns of the text in a wide window.
  init(in context: AppContext, text width: Int = 72) {
    guard context.isWide else {
      text = Page.column(in: context.size.width)
      side = nil
      return
    }
    text = (Self.gap, width)
    let x = Self.gap + width + Self.gap
    side = Rect(
      x: x, y: 2, width: context.size.width - x - 2, height: max(0, context.size.height - 4))
  }
}

extension AppContext {
  /// Whether the window is wide enough for a pane beside the text.
  var isWide: Bool { !isPlain && size.width >= Columns.wide }
}

extension Rect {
  /// The columns of text in the rectangle, at most 72.
  var textWidth: Int { min(72, size.width) }
}

extension Page {
  /// Draws a box along the inner edge of a rectangle.
  mutating func drawBox(_ area: Rect, _ style: Style, _ charset: Charset) {
    guard area.size.width > 1, area.size.height > 1 else { return }
    let rule = String(repeating: charset.pick("─", "-"), count: area.size.width - 2)
    let (x, y) = (area.origin.x, area.origin.y)
    frame.write(
      charset.pick("┌", "+") + rule + charset.pick("┐", "+"), x: x, y: y, style: style)
    frame.write(
      charset.pick("└", "+") + rule + charset.pick("┘", "+"), x: x, y: area.maxY - 1, style: style)
    for y in (y + 1)..<(area.maxY - 1) {
      for x in [x, area.maxX - 1] { frame.write(charset.pick("│", "|"), x: x, y: y, style: style) }
    }
  }

  /// Writes lines into a part of the page, as many as fit.
  ///
  /// - Returns: The rest of the rectangle under the lines.
  @discardableResult
  mutating func write(_ lines: [[Run]], in area: Rect) -> Rect {
    let shown = lines.prefix(max(0, area.size.height))
    for (row, runs) in shown.enumerated() {
      frame.write(runs, x: area.origin.x, y: area.origin.y + row, limit: area.maxX)
    }
    return Rect(
      x: area.origin.x, y: area.origin.y + shown.count, width: area.size.width,
      height: max(0, area.size.height - shown.count))
  }
}
