import TerminalUI
import Words

/// The paragraphs on a page of plain text: rows of the frame, with wrapped lines put together again.
struct PlainParagraphs {
  /// A row of the page.
  private struct Row {
    /// The columns before the text.
    var indent = 0
    var text = ""
    var isSelected = false
    /// The text of the cells in the style of a selection.
    var selection = ""
    /// The marks of its cells, such as ``Attributes/softWrapped``.
    var marks: Attributes = []

    /// Adds the spaces before a word: a gap between columns becomes a pause.
    mutating func add(spaces: Int, isCode: Bool, before next: Character) {
      guard spaces > 0 else { return }
      guard let last = text.last else { return indent = spaces }
      if spaces == 1 || isCode || ".,:;!?".contains(last) || next == "=" {
        text += " "
      } else {
        // A number at the start belongs to the words after it.
        text += text.allSatisfy(\.isNumber) && next.isLetter ? ": " : ", "
      }
    }

    /// Appends a row that continues the paragraph.
    mutating func append(_ next: Row) {
      if marks.contains(.breakHyphen) { text.removeLast() }
      text += (next.marks.contains(.joined) ? "" : " ") + next.text
      isSelected = isSelected || next.isSelected
      selection += (selection.isEmpty || next.selection.isEmpty ? "" : " ") + next.selection
      marks = next.marks
    }
  }

  private var rows: [Row] = []

  init(_ frame: Frame) {
    for y in 0..<frame.size.height {
      let row = Self.row(y, of: frame)
      if row.text.isEmpty, rows.last?.text.isEmpty ?? false { continue }
      if row.marks.contains(.softWrapped), !row.text.isEmpty, !rows.isEmpty {
        rows[rows.count - 1].append(row)
      } else {
        rows.append(row)
      }
    }
    while rows.last?.text.isEmpty == true { rows.removeLast() }
  }

  /// Reads lines that are on no page.
  init(_ lines: [[Run]]) {
    let width = lines.map { $0.reduce(0) { $0 + $1.text.displayWidth } }.max() ?? 0
    var frame = Frame(Size(width: width, height: lines.count))
    for (y, runs) in lines.enumerated() { frame.write(runs, x: 0, y: y) }
    self.init(frame)
  }

  /// Removes the first line and the empty lines after it.
  mutating func removeHead() -> String {
    guard !rows.isEmpty else { return "" }
    let head = rows.removeFirst()
    while rows.first?.text.isEmpty == true { rows.removeFirst() }
    return head.text.spoken
  }

  /// The lines, without the indentation that all share.
  var lines: [PlainText.Line] {
    let shared = rows.filter { !$0.text.isEmpty }.map(\.indent).min() ?? 0
    return rows.map { row in
      PlainText.Line(
        indent: row.text.isEmpty ? 0 : row.indent - shared, text: row.text.spoken,
        isSelected: row.isSelected)
    }
  }

  /// The selected words inside a paragraph, with their sentence; nil if a list has a selected line.
  var selection: String? {
    guard !rows.contains(where: \.isSelected),
      let row = rows.first(where: { !$0.selection.isEmpty })
    else { return nil }
    let (words, text) = (row.selection.spoken, row.text.spoken)
    let sentence = text.split(separator: ". ").first { $0.contains(words) }
    return Words.Plain.selection(words, in: sentence.map(String.init) ?? text)
  }

  private static func row(_ y: Int, of frame: Frame) -> Row {
    var row = Row()
    var spaces = 0
    var isCode = true
    for x in 0..<frame.size.width {
      guard let cell = frame[x, y], cell.width > 0 else { continue }
      let style = cell.style
      let isMark = cell.glyph == "▸" && row.text.isEmpty
      if style.role == .selection { row.selection += cell.text }
      if cell.glyph == " " || isMark {
        row.isSelected = row.isSelected || isMark
        spaces += 1
        isCode = isCode && style.role == .code
        continue
      }
      // A backquote marks code, unless it is code.
      if cell.glyph == "`", style.role != .code { continue }
      row.add(spaces: spaces, isCode: isCode, before: cell.glyph)
      (spaces, isCode) = (0, true)
      row.text += cell.text
      row.marks.formUnion(style.attributes)
    }
    row.selection = row.selection.trimmingTrailingSpaces
    return row
  }
}
