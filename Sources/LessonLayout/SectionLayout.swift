package import Figures
package import Lessons
package import TerminalUI
import Words

/// A line of a laid-out section with its position in the text.
package struct SectionLine: Hashable, Sendable {
  package var runs: [Run]
  /// The block of the section, from 0.
  package var block: Int
  /// The number of characters of the block before the line.
  package var offset: Int
  /// Columns of bullets and bars before the text.
  package var indent = 0
  /// Whether the line continues the sentence of the previous line.
  package var continues = false
  /// Whether it does so without a space, as between ideographs or within a long word.
  package var isJoined = false

  /// Makes a line.
  package init(
    runs: [Run], block: Int, offset: Int, indent: Int = 0, continues: Bool = false,
    isJoined: Bool = false
  ) {
    self.runs = runs
    self.block = block
    self.offset = offset
    self.indent = indent
    self.continues = continues
    self.isJoined = isJoined
  }
}

/// A figure placed among the lines of a section.
package struct PlacedFigure: Sendable {
  /// The figure in its current state.
  package var live: LiveFigure
  package let caption: String
  /// Its lines: title, drawing, and caption or values.
  package let rows: Range<Int>
  /// The prefix of each of its lines.
  package let indent: [Run]
  /// The size of the drawing.
  package let size: Size
  /// Whether it is described in words.
  package var isPlain = false
  /// Whether it is drawn beside the text, which has only its title and its caption.
  package var isBeside = false
  /// Whether it is not shown, because the question about it waits for an answer.
  package var isHidden = false
}

/// A question within a section, as it is shown at present.
package struct QuestionInText: Sendable {
  /// Its lines, or those of the answer.
  package var lines: [[Run]]
  /// Whether it waits for an answer, and hides its figure.
  package var isOpen: Bool

  package init(lines: [[Run]], isOpen: Bool) {
    self.lines = lines
    self.isOpen = isOpen
  }
}

/// A question placed among the lines of a section.
package struct PlacedQuestion: Hashable, Sendable {
  package let id: String
  package let rows: Range<Int>
  package let isOpen: Bool
}

/// A link to an instrument placed among the lines of a section.
package struct PlacedInstrument: Hashable, Sendable {
  package let rows: Range<Int>
  /// The link's destination.
  package let address: String
}

/// A code block placed among the lines of a section.
package struct PlacedCode: Hashable, Sendable {
  /// Its lines.
  package let rows: Range<Int>
  /// The code as it is copied.
  package let text: String
}

/// Lays out a section for a width.
package struct SectionLayout {
  private let width: Int
  private let charset: Charset
  private let keyNames: KeyNames
  private let look: ProseLook
  private let isPlain: Bool
  /// Whether figures are drawn beside the text.
  private let hasFiguresBeside: Bool
  /// Columns by which code lines are scrolled to the left.
  private let shift: Int
  /// The rows of text on a page.
  private let pageRows: Int
  /// The section's number, from 1.
  private let number: Int
  /// Figures in their current state.
  private let kept: [LiveFigure]
  /// Lays out a question by its id for a number of columns; nil if nothing is shown of it.
  private let question: (_ id: String, _ width: Int) -> QuestionInText?
  package private(set) var lines: [SectionLine] = []
  package private(set) var figures: [PlacedFigure] = []
  package private(set) var codes: [PlacedCode] = []
  package private(set) var instruments: [PlacedInstrument] = []
  package private(set) var questions: [PlacedQuestion] = []
  /// The lines of each block that a page should not divide.
  package private(set) var blocks: [Range<Int>] = []
  /// The lines of each heading.
  package private(set) var headings: [Range<Int>] = []
  /// The last lines of paragraphs that end with a colon.
  package private(set) var leads: [Int] = []
  private var block = 0
  private var offset = 0
  private var indent: [Run] = []
  /// Bullets and numbers to write on the next line, by their indices in the indentation.
  private var hanging: [Int: Run] = [:]

  /// Lays out.
  ///
  /// - Parameters:
  ///   - section: The text.
  ///   - number: The section's number, from 1, which precedes the numbers of figures.
  ///   - width: Columns.
  ///   - shift: Columns by which code lines are scrolled to the left.
  ///   - figures: The section's figures in their current state; empty for the first layout.
  ///   - settings: Charset, height of a page, and how code is marked.
  ///   - question: Lays out a question by its id for a number of columns; nil if nothing is shown of it.
  package init(
    _ section: Section, number: Int, width: Int, shift: Int, keeping figures: [LiveFigure],
    _ settings: LayoutSettings,
    asking question: @escaping (_ id: String, _ width: Int) -> QuestionInText? = { _, _ in nil }
  ) {
    self.width = width
    self.question = question
    kept = figures
    self.shift = shift
    self.number = number
    pageRows = max(1, settings.pageRows)
    charset = settings.charset
    keyNames = settings.keyNames
    isPlain = settings.isPlain
    hasFiguresBeside = settings.hasFiguresBeside
    let links = section.links.filter(\.needsNumber)
    look = ProseLook(
      charset: charset, marksCode: settings.marksCode, links: links.map(\.address))
    for (index, block) in section.blocks.enumerated() {
      self.block = index
      offset = 0
      add(block)
      addBlank()
    }
    add(notes: section.notes)
    add(links: links)
    // A figure keeps its trailing empty lines.
    let least = self.figures.last?.rows.upperBound ?? 0
    while lines.count > least, lines.last?.runs.isEmpty == true { lines.removeLast() }
  }

  private var room: Int { max(8, width - indentWidth) }
  private var indentWidth: Int { indent.reduce(0) { $0 + $1.text.displayWidth } }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let level, let prose): addHeading(level, prose)
    case .paragraph(let prose): addProse(prose)
    case .list(let list): addList(list)
    case .quote(let blocks): addQuote(blocks)
    case .alert(let alert, let blocks): addQuote(blocks, under: Words.Reader.alert(alert.rawValue))
    case .math(let text, let source): addCode(charset.isASCII ? source : text, copied: source)
    case .code(let language, let text): addCode(text, language: language, copied: text)
    case .table(let table):
      let look = look
      let layout = TableLayout(
        table: table, width: room, charset: charset, isListed: isPlain, runs: { look.runs($0, $1) })
      let (start, first) = (offset, lines.count)
      for line in layout.lines() { addLine(line.runs, at: start + line.row) }
      blocks.append(first..<lines.count)
      offset = start + table.rows.count + 1
    case .figure(let figure): addFigure(figure)
    case .prediction(let prediction): add(prediction)
    case .exercise(let questions):
      for (index, id) in questions.enumerated() {
        if index > 0 { addBlank() }
        let first = lines.count
        add(questionWith: id)
        blocks.append(first..<lines.count)
      }
    case .instrument(let address, let words): addInstrument(address, words)
    case .rule where isPlain: addBlank()
    case .rule:
      addLine([Run(String(repeating: charset.pick("─", "-"), count: room), .dim)])
    }
  }

  private mutating func addHeading(_ level: Int, _ prose: Prose) {
    let (style, first) = (Style(.heading, .bold), lines.count)
    defer { headings.append(first..<lines.count) }
    for line in TextLayout.wrap(charset.text(prose.plainText), width: room, style: style) {
      addLine(line.runs, at: line.offset)
    }
    guard level <= 2, !isPlain else { return }
    let rule = String(
      repeating: charset.pick("─", "-"),
      count: min(room, charset.text(prose.plainText).displayWidth))
    addLine([Run(rule, .dim)])
  }

  private mutating func addProse(_ prose: Prose, role: Role = .text) {
    let start = offset
    let wrapped = TextLayout.wrap(runs(prose, role), width: room)
    for (number, line) in wrapped.enumerated() {
      addLine(line.runs, at: start + line.offset)
      guard number > 0 else { continue }
      lines[lines.count - 1].continues = true
      let end = wrapped[number - 1].offset + wrapped[number - 1].text.count
      lines[lines.count - 1].isJoined = end == line.offset
    }
    if prose.plainText.last == ":" { leads.append(lines.count - 1) }
    offset = start + prose.plainText.count + 1
  }

  private mutating func addList(_ list: ListBlock) {
    for (index, item) in list.items.enumerated() {
      var bullet = charset.pick("• ", "* ")
      if let start = list.start { bullet = "\(start + index). " }
      if let isDone = item.isDone { bullet = isDone ? "[x] " : "[ ] " }
      addItem(item.blocks, behind: Run(bullet, .accent, .bold), isTight: list.isTight)
      if !list.isTight, index < list.items.count - 1 { addBlank() }
    }
  }

  private mutating func addItem(_ blocks: [Block], behind bullet: Run, isTight: Bool) {
    let level = indent.count
    hanging[level] = bullet
    indent.append(Run(String(repeating: " ", count: bullet.text.displayWidth)))
    for (number, block) in blocks.enumerated() {
      add(block)
      if !isTight, number < blocks.count - 1 { addBlank() }
    }
    // An item without text still shows its marker.
    if hanging[level] != nil { addLine([]) }
    indent.removeLast()
  }

  /// Adds a quote; an alert has a heading.
  private mutating func addQuote(_ blocks: [Block], under head: String? = nil) {
    indent.append(isPlain ? Run("  ") : Run(charset.pick("│ ", "| "), .quote))
    if let head {
      headings.append(lines.count..<(lines.count + 1))
      addLine([Run(head, .accent, .bold)])
    }
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

  private mutating func addCode(_ text: String, language: String = "", copied: String) {
    let first = lines.count
    let highlight = CodeHighlight(language: language)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let runs = highlight.runs(charset.text(line.withTabsExpanded))
      let (shown, isCut) = Self.cut(runs, from: shift, width: room - 3)
      let mark = isCut ? [Run(charset.pick("›", ">"), .dim)] : []
      addLine([Run("  ")] + shown + mark)
      offset += line.count + 1
    }
    codes.append(PlacedCode(rows: first..<lines.count, text: copied))
    blocks.append(first..<lines.count)
  }

  /// The visible part of a line.
  private static func cut(_ runs: [Run], from start: Int, width: Int) -> ([Run], isCut: Bool) {
    var shown: [Run] = []
    var column = 0
    for run in runs {
      var text = ""
      for character in run.text {
        defer { column += character.columns }
        guard column >= start else { continue }
        guard column - start < width else {
          return (shown + [Run(text, style: run.style)], true)
        }
        text.append(character)
      }
      shown.append(Run(text, style: run.style))
    }
    return (shown, false)
  }

  private mutating func addInstrument(_ address: String, _ words: String) {
    let first = lines.count
    let mark = isPlain ? "" : charset.pick("▸ ", "> ")
    addItem(
      [.paragraph([Span(Words.Reader.doIt(words), [.strong, .link])])],
      behind: Run(mark, .accent, .bold), isTight: true)
    instruments.append(PlacedInstrument(rows: first..<lines.count, address: address))
    blocks.append(first..<lines.count)
  }

  /// Adds a question.
  ///
  /// - Returns: Whether it waits for an answer.
  @discardableResult
  private mutating func add(questionWith id: String) -> Bool {
    guard let shown = question(id, room) else { return false }
    let first = lines.count
    for runs in shown.lines { addLine(runs) }
    questions.append(
      PlacedQuestion(id: id, rows: first..<lines.count, isOpen: shown.isOpen))
    return shown.isOpen
  }

  /// Adds a question and, once it is answered, its figure.
  private mutating func add(_ prediction: Prediction) {
    let first = lines.count
    guard add(questionWith: prediction.id) else {
      if lines.count > first { addBlank() }
      return addFigure(prediction.figure, from: first)
    }
    blocks.append(first..<lines.count)
    // Its title stays with the question, also if they are divided.
    headings.append(first..<(first + 1))
    let live = kept.indices.contains(figures.count) ? kept[figures.count] : nil
    figures.append(
      PlacedFigure(
        live: live ?? LiveFigure(prediction.figure), caption: "", rows: lines.count..<lines.count,
        indent: indent, size: Size(width: 0, height: 0), isHidden: true))
  }

  /// Adds a figure.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - start: The first line of what belongs on the same page.
  private mutating func addFigure(_ figure: Figure, from start: Int? = nil) {
    let live = kept.indices.contains(figures.count) ? kept[figures.count] : LiveFigure(figure)
    if !hanging.isEmpty { addLine([]) }
    if isPlain { return addPlain(live, figure.caption) }
    if hasFiguresBeside { return addCaption(live, figure.caption) }
    let under = max(
      room < 60 || live.hasSliders ? 2 : 1,
      figure.caption.isEmpty
        ? 1 : TextLayout.wrap(charset.text(figure.caption), width: room).count)
    // A heading before it is on the same page.
    let first = start ?? lines.count
    let heading = headings.last.flatMap { $0.upperBound >= first - 1 ? $0.lowerBound : nil }
    let above = lines.count - (heading ?? first)
    let height = live.height(rows: pageRows - 1 - under - above)
    let size = Size(width: room, height: height)
    let placed = PlacedFigure(
      live: live, caption: figure.caption,
      rows: lines.count..<(lines.count + 1 + size.height + under), indent: indent, size: size)
    blocks.append(first..<placed.rows.upperBound)
    place(placed)
  }

  /// Adds the title and the caption of a figure that is drawn beside the text.
  private mutating func addCaption(_ live: LiveFigure, _ caption: String) {
    let count = caption.isEmpty ? 0 : TextLayout.wrap(charset.text(caption), width: room).count
    let placed = PlacedFigure(
      live: live, caption: caption, rows: lines.count..<(lines.count + 1 + count), indent: indent,
      size: Size(width: room, height: 0), isBeside: true)
    blocks.append(placed.rows)
    place(placed)
  }

  /// Adds a figure in words, with empty lines for longer values of its sliders.
  private mutating func addPlain(_ live: LiveFigure, _ caption: String) {
    let placed = PlacedFigure(
      live: live, caption: caption,
      rows: lines.count..<(lines.count + live.words.count * 2 + 8), indent: indent,
      size: Size(width: room, height: 1), isPlain: true)
    place(placed)
  }

  /// Adds a figure's lines, without focus.
  private mutating func place(_ placed: PlacedFigure) {
    figures.append(placed)
    let title = Words.Figures.title(figures.count, section: number)
    for runs in placed.lines(title: title, charset, keyNames, isFocused: false) {
      lines.append(SectionLine(runs: runs, block: block, offset: offset, indent: indentWidth))
    }
  }

  private mutating func addBlank() {
    lines.append(SectionLine(runs: [], block: block, offset: offset))
  }

  private mutating func addLine(_ runs: [Run], at place: Int? = nil) {
    var prefix = indent
    for (level, bullet) in hanging where level < prefix.count { prefix[level] = bullet }
    hanging = [:]
    lines.append(
      SectionLine(
        runs: prefix + runs, block: block, offset: place ?? offset, indent: indentWidth))
  }

  private func runs(_ prose: Prose, _ role: Role) -> [Run] { look.runs(prose, role) }

  // MARK: The section's end

  /// Adds the footnotes with their numbers.
  private mutating func add(notes: [Footnote]) {
    guard !notes.isEmpty else { return }
    beginAppendix(Words.Reader.notes)
    for note in notes {
      let mark = Run(charset.text(note.mark) + " ", .accent, .bold)
      addItem(note.blocks, behind: mark, isTight: false)
      block += 1
    }
    addBlank()
  }

  /// Adds the addresses of numbered links.
  private mutating func add(links: [Link]) {
    guard !links.isEmpty else { return }
    beginAppendix(Words.Reader.links)
    for link in links {
      offset = 0
      let number = Run(look.link(link.address), .accent)
      addItem([.paragraph([Span(link.address)])], behind: number, isTight: true)
    }
  }

  private mutating func beginAppendix(_ heading: String) {
    block += 1
    offset = 0
    headings.append(lines.count..<(lines.count + 1))
    addLine([Run(heading, .heading, .bold)])
    block += 1
  }
}

extension Substring {
  /// The text with tabs expanded to multiples of four columns.
  fileprivate var withTabsExpanded: String {
    guard contains("\t") else { return String(self) }
    var result = ""
    var column = 0
    for character in self {
      let width = character == "\t" ? 4 - column % 4 : character.displayWidth
      result += character == "\t" ? String(repeating: " ", count: width) : String(character)
      column += width
    }
    return result
  }
}
