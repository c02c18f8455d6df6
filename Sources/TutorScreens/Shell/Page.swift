import TerminalUI
import Words

/// The frame of a screen: a header line, a footer line, and the area between them.
struct Page {
  var frame: Frame
  /// The area for the screen's content.
  let body: Rect
  /// The names of keys.
  let keyNames: KeyNames

  /// The smallest size at which screens are drawn.
  static let least = Size(width: 40, height: 12)

  /// Draws header and footer.
  ///
  /// - Parameters:
  ///   - title: The screen's title, at the left of the header.
  ///   - status: The learner's progress on the screen, at the right of the header.
  ///   - keys: The screen's keys; the footer shows as many as fit.
  ///   - context: Size, charset and status message.
  init(_ title: String, status: String = "", keys: [KeyHint], in context: AppContext) {
    frame = Frame(context.size)
    keyNames = context.keyNames
    guard !context.isPlain else {
      let status = status.isEmpty ? [] : [Run(". " + context.text(status), .dim)]
      let words = [Run(context.text(title), .heading, .bold)] + status
      let lines = TextLayout.wrap(words, width: context.size.width)
      for (row, line) in lines.enumerated() { frame.write(line.runs, x: 0, y: row) }
      body = Rect(
        x: 0, y: lines.count, width: context.size.width, height: context.size.height - lines.count)
      return
    }
    let (width, height) = (context.size.width, context.size.height)
    body = Rect(x: 0, y: 2, width: width, height: max(0, height - 4))
    let status = context.text(status)
    let statusColumn = width - 1 - status.displayWidth
    let title = TextLayout.truncate(
      context.text(title), width: statusColumn - 2, ellipsis: context.charset.pick("…", "~"))
    frame.write(title, x: 1, y: 0, .heading, .bold)
    frame.write(status, x: statusColumn, y: 0, .dim)
    let rule = String(repeating: context.charset.pick("─", "-"), count: width)
    frame.write(rule, x: 0, y: 1, .dim)
    if let message = context.statusMessage {
      writeStatusMessage(message, to: height, context)
    } else {
      writeFooter(keys, in: context)
    }
  }

  /// Writes the status message into the row before another one, or into two rows if it needs them.
  mutating func writeStatusMessage(_ message: String, to end: Int, _ context: AppContext) {
    let (width, ellipsis) = (frame.size.width - 2, context.charset.pick("…", "~"))
    let text = context.text(message)
    let lines = TextLayout.wrap(text, width: max(1, width)).map(\.text)
    let rest = lines.dropFirst().joined(separator: " ")
    let rows = rest.isEmpty ? [text] : [lines[0], rest]
    for (row, line) in rows.enumerated() {
      let y = end - rows.count + row
      frame.fill(Rect(x: 0, y: y, width: frame.size.width, height: 1))
      let line = TextLayout.truncate(line, width: width, ellipsis: ellipsis)
      frame.write(line, x: 1, y: y, .accent, .bold)
    }
  }

  private mutating func writeFooter(_ keys: [KeyHint], in context: AppContext) {
    let all = TutorSession.help.hint
    let shown = (keys + (context.isTyping ? [] : [all])).filter {
      $0.isAvailable && !context.footerLabel(of: $0).isEmpty
    }
    let last = shown.last.map { context.footerLabel(of: $0).displayWidth + 1 + $0.words.count }
    var column = 1
    for (index, hint) in shown.enumerated() {
      let label = context.footerLabel(of: hint)
      let action = context.text(hint.words)
      let needed = label.displayWidth + 1 + action.displayWidth
      let isLast = index == shown.count - 1
      let limit = frame.size.width - (isLast || context.isTyping ? 0 : (last ?? 0) + 3)
      guard column + needed <= limit else { continue }
      column = frame.write(label, x: column, y: frame.size.height - 1, .accent, .bold)
      column = frame.write(" " + action, x: column, y: frame.size.height - 1, .dim)
      column += 3
    }
  }

  /// A frame that states the required size, nil if there is enough space.
  static func tooSmall(_ context: AppContext) -> Frame? {
    guard context.size.width < least.width || context.size.height < least.height else {
      return nil
    }
    var frame = Frame(context.size)
    let text = Words.Frame.tooSmall(least: least, size: context.size)
    let lines = TextLayout.wrap(text, width: max(1, context.size.width))
    for (row, line) in lines.enumerated() { frame.write(line.runs, x: 0, y: row) }
    return frame
  }

  /// Writes lines into the body from a row and a column on, as many as fit.
  ///
  /// - Returns: The row after the last line.
  @discardableResult
  mutating func write(_ lines: [TextLine], from row: Int, x: Int) -> Int {
    var row = row
    for line in lines where row < body.maxY {
      frame.write(line.runs, x: x, y: row)
      row += 1
    }
    return row
  }

  /// The first column and the width of text of at most 72 columns.
  static func column(in width: Int) -> (x: Int, width: Int) {
    let text = min(72, width - 4)
    return ((width - text) / 2, text)
  }
}
