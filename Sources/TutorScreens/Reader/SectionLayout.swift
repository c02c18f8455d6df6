import Lessons
import TerminalUI

/// A line of a laid-out section, and the place in the text where it begins.
struct SectionLine: Hashable, Sendable {
  /// What stands on the line.
  var runs: [Run]
  /// The block of the section, from 0.
  var block: Int
  /// Characters of the block before the line.
  var offset: Int
}

/// Lays a section out for a width.
struct SectionLayout {
  private let width: Int
  private let charset: Charset
  private let marksCode: Bool
  /// Columns by which code lines are moved to the left.
  private let shift: Int
  /// Rows a figure may take.
  private let figureHeight: Int
  private var lines: [SectionLine] = []
  private var block = 0
  private var offset = 0
  private var indent: [Run] = []
  private var hanging: Run?

  private init(width: Int, shift: Int, figureHeight: Int, _ context: Surroundings) {
    self.width = width
    self.shift = shift
    self.figureHeight = figureHeight
    charset = context.charset
    marksCode = !context.hasColor
  }

  /// Lays out.
  ///
  /// - Parameters:
  ///   - section: The text.
  ///   - width: Columns.
  ///   - shift: Columns by which code lines are moved to the left.
  ///   - context: Charset, and whether colours can mark code.
  /// - Returns: Every line, blank ones between blocks included.
  static func lines(
    of section: Section, width: Int, shift: Int, in context: Surroundings
  ) -> [SectionLine] {
    let height = max(8, min(18, context.size.height - 6))
    var layout = SectionLayout(width: width, shift: shift, figureHeight: height, context)
    for (index, block) in section.blocks.enumerated() {
      layout.block = index
      layout.offset = 0
      layout.add(block)
      layout.addBlank()
    }
    while layout.lines.last?.runs.isEmpty == true { layout.lines.removeLast() }
    return layout.lines
  }

  private var room: Int { max(8, width - indent.reduce(0) { $0 + $1.text.displayWidth }) }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let level, let prose): addHeading(level, prose)
    case .paragraph(let prose): addProse(prose)
    case .list(let list): addList(list)
    case .quote(let blocks): addQuote(blocks)
    case .code(_, let text): addCode(text)
    case .table(let table):
      let layout = TableLayout(
        table: table, width: room, charset: charset, runs: Self.runs(charset, marksCode))
      for line in layout.lines() { addLine(line) }
      offset += 1
    case .figure(let figure):
      let size = Size(width: room, height: figureHeight)
      let frame = PlotDrawing(figure: figure, charset: charset).frame(size)
      for line in frame.runLines { addLine(line) }
      if !figure.caption.isEmpty {
        for line in TextLayout.wrap(
          charset.text(figure.caption), width: room, style: Style(.dim, .emphasis))
        {
          addLine(line.runs)
        }
      }
    case .rule:
      addLine([Run(String(repeating: charset.pick("─", "-"), count: room), .dim)])
    }
  }

  private mutating func addHeading(_ level: Int, _ prose: Prose) {
    let style = Style(.heading, .bold)
    for line in TextLayout.wrap(charset.text(prose.plainText), width: room, style: style) {
      addLine(line.runs, at: line.offset)
    }
    guard level <= 2 else { return }
    let rule = String(
      repeating: charset.pick("─", "-"),
      count: min(room, charset.text(prose.plainText).displayWidth))
    addLine([Run(rule, .dim)])
  }

  private mutating func addProse(_ prose: Prose, role: Role = .text) {
    let start = offset
    for line in TextLayout.wrap(runs(prose, role), width: room) {
      addLine(line.runs, at: start + line.offset)
    }
    offset = start + prose.plainText.count + 1
  }

  private mutating func addList(_ list: ListBlock) {
    for (index, item) in list.items.enumerated() {
      var bullet = charset.pick("• ", "* ")
      if let start = list.start { bullet = "\(start + index). " }
      if let isDone = item.isDone { bullet = isDone ? "[x] " : "[ ] " }
      hanging = Run(bullet, .accent, .bold)
      indent.append(Run(String(repeating: " ", count: bullet.displayWidth)))
      for (number, block) in item.blocks.enumerated() {
        add(block)
        if !list.isTight, number < item.blocks.count - 1 { addBlank() }
      }
      hanging = nil
      indent.removeLast()
      if !list.isTight, index < list.items.count - 1 { addBlank() }
    }
  }

  private mutating func addQuote(_ blocks: [Block]) {
    indent.append(Run(charset.pick("│ ", "| "), .quote))
    for (index, block) in blocks.enumerated() {
      if case .paragraph(let prose) = block {
        addProse(prose, role: .quote)
      } else {
        add(block)
      }
      if index < blocks.count - 1 { addBlank() }
    }
    indent.removeLast()
  }

  private mutating func addCode(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let whole = charset.text(String(line))
      let room = self.room - 2
      var shown = String(whole.dropFirst(shift))
      let isCut = shown.displayWidth > room
      if isCut { shown = TextLayout.truncate(shown, width: room - 1, ellipsis: "") }
      let mark = isCut ? charset.pick("›", ">") : ""
      addLine([Run("  "), Run(shown, .code), Run(mark, .dim)])
      offset += line.count + 1
    }
  }

  private mutating func addBlank() {
    lines.append(SectionLine(runs: [], block: block, offset: offset))
  }

  private mutating func addLine(_ runs: [Run], at place: Int? = nil) {
    var prefix = indent
    if let bullet = hanging, !prefix.isEmpty {
      prefix[prefix.count - 1] = bullet
      hanging = nil
    }
    lines.append(SectionLine(runs: prefix + runs, block: block, offset: place ?? offset))
  }

  /// The text in the charset that can be shown, every span in its look.
  private func runs(_ prose: Prose, _ role: Role) -> [Run] {
    Self.runs(charset, marksCode)(prose, role)
  }

  private static func runs(
    _ charset: Charset, _ marksCode: Bool
  ) -> (_ prose: Prose, _ role: Role) -> [Run] {
    { prose, role in prose.map { run($0, role, charset, marksCode) } }
  }

  private static func run(
    _ span: Span, _ role: Role, _ charset: Charset, _ marksCode: Bool
  ) -> Run {
    var style = Style(role)
    var text = charset.text(span.text)
    if span.traits.contains(.strong) { style.attributes.insert(.bold) }
    if span.traits.contains(.emphasis) { style.attributes.insert(.emphasis) }
    if span.traits.contains(.link) { style.attributes.insert(.underline) }
    if span.traits.contains(.struck) { text = "~" + text + "~" }
    if span.traits.contains(.code) {
      style.role = .code
      if marksCode { text = "`" + text + "`" }
    }
    return Run(text, style: style)
  }
}

extension Frame {
  /// The rows as runs of equal style, blanks at their ends left out.
  var runLines: [[Run]] {
    (0..<size.height).map { row in
      var runs: [Run] = []
      for cell in cells[(row * size.width)..<((row + 1) * size.width)] where cell.width > 0 {
        if let last = runs.indices.last, runs[last].style == cell.style {
          runs[last].text.append(cell.glyph)
        } else {
          runs.append(Run(String(cell.glyph), style: cell.style))
        }
      }
      if let last = runs.last, last.text.allSatisfy({ $0 == " " }) { runs.removeLast() }
      return runs
    }
  }
}
