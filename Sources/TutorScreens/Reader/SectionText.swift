import Figures
import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// A section as the reader shows it: lines, figures in their current state, questions at the end, and search matches.
struct SectionText: Sendable {
  /// The inputs of a layout.
  struct Terms: Equatable, Sendable {
    var section: Int
    var size: Size
    var charset: Charset
    var shift: Int
    var courseVersion: Int
  }

  let terms: Terms
  /// The section's id.
  let id: String
  private(set) var lines: [SectionLine]
  private(set) var figures: [PlacedFigure]
  let codes: [PlacedCode]
  let instruments: [PlacedInstrument]
  private(set) var checks: SectionChecks
  /// The predictions and exercises, and where they are.
  private var asked: TextQuestions
  let questions: [PlacedQuestion]
  /// What reading the section has brought, from that moment on.
  private(set) var done: SectionDone?
  private(set) var found: [TextSearch.Segment] = []
  /// Terms of the glossary at their first use in the section.
  let marked: [MarkedTerm]
  private var doneRows = 0..<0
  /// The number of lines before the questions.
  private let textEnd: Int
  /// The blocks and headings of the text, which pages keep together.
  private let blocks: [Range<Int>]
  private let headings: [Range<Int>]
  private let leads: [Int]
  /// The pages.
  private(set) var pages: PageBreaks
  /// The figure beside the text.
  private(set) var pinned: PinnedFigure?

  /// Lays out a section.
  ///
  /// - Parameters:
  ///   - index: The section's index in the lesson.
  ///   - shift: Columns by which code lines are scrolled to the left.
  ///   - old: The previous text; if it is of the same section, its figures and questions are kept.
  ///   - search: The search to mark.
  ///   - context: The lesson, the size, the charset.
  init(
    _ index: Int, shift: Int, keeping old: SectionText?, search: TextSearch,
    in context: AppContext
  ) {
    let section = context.bundle.lesson.sections[index]
    id = section.id
    terms = Terms(
      section: index, size: context.size, charset: context.charset, shift: shift,
      courseVersion: context.courseVersion)
    let width = Page.column(in: context.size.width).width
    let isSame =
      old?.terms.section == index && old?.terms.courseVersion == context.courseVersion
    let asked = isSame ? old?.asked ?? TextQuestions() : TextQuestions(section, context)
    self.asked = asked
    let layout = SectionLayout(
      section, number: index + 1, width: width, shift: shift,
      keeping: isSame ? old?.figures.map(\.live) ?? [] : [], context.layout
    ) { id, width in asked.shown(id, width: width, context) }
    questions = layout.questions
    lines = layout.lines
    figures = layout.figures
    codes = layout.codes
    instruments = layout.instruments
    textEnd = layout.lines.count
    (blocks, headings, leads) = (layout.blocks, layout.headings, layout.leads)
    pages = PageBreaks(isBlank: [], blocks: [], headings: [], rows: context.layout.pageRows)
    marked = MarkedTerm.all(
      in: layout.lines, skipping: layout.figures.map(\.rows) + layout.codes.map(\.rows),
      context.bundle.glossary)
    checks = isSame ? old?.checks ?? SectionChecks() : SectionChecks(section, context)
    done = isSame ? old?.done : nil
    addChecks(width: width, context)
    if isSame, let pinned = old?.pinned, old?.terms.size == terms.size,
      old?.terms.charset == terms.charset
    {
      self.pinned = pinned
      writeLines(of: pinned.figure, isFocused: true, context)
    }
    mark(search)
  }

  private mutating func addChecks(width: Int, _ context: AppContext) {
    lines.removeSubrange(textEnd...)
    let block = (lines.last?.block ?? 0) + 1
    let added = checks.laidOut(width: width, context)
    if !added.lines.isEmpty {
      for (number, runs) in ([[]] + added.lines).enumerated() {
        lines.append(SectionLine(runs: runs, block: block, offset: number))
      }
    }
    if let done {
      let start = lines.count
      for (number, runs) in ([[]] + done.lines(width: width, context)).enumerated() {
        lines.append(SectionLine(runs: runs, block: block + 1, offset: number))
      }
      doneRows = start + 1..<lines.count
    }
    let start = textEnd + 1
    func moved(_ range: Range<Int>) -> Range<Int> {
      (start + range.lowerBound)..<(start + range.upperBound)
    }
    pages = PageBreaks(
      isBlank: lines.map { $0.runs.allSatisfy { $0.text.allSatisfy { $0 == " " } } },
      blocks: blocks + added.questions.map(moved) + (done == nil ? [] : [doneRows]),
      headings: headings + (added.heading.map { [moved($0)] } ?? []), leads: leads,
      rows: context.layout.pageRows)
  }

  /// Shows what reading the section has brought.
  mutating func finish(_ done: SectionDone, in context: AppContext) {
    self.done = done
    addChecks(width: Page.column(in: context.size.width).width, context)
  }

  /// Marks the matches of a search.
  mutating func mark(_ search: TextSearch) { found = search.segments(in: lines) }

  /// The first line of the questions; nil if there are none.
  var checksStart: Int? { lines.count > textEnd ? textEnd + 1 : nil }

  /// Passes a part of an answer to the questions.
  mutating func answer(
    _ action: AnswerInProgress.Action, in context: AppContext
  ) -> TextCheck.Outcome {
    let outcome = checks.perform(action, in: context)
    addChecks(width: Page.column(in: context.size.width).width, context)
    return outcome
  }

  /// Marks the next answer to the questions as unsure, or not.
  mutating func toggleUnsure(in context: AppContext) {
    checks.toggleUnsure()
    addChecks(width: Page.column(in: context.size.width).width, context)
  }

  /// The first prediction or exercise of some lines that waits for an answer.
  func openQuestion(in view: Range<Int>) -> String? {
    questions.first { $0.isOpen && view.contains($0.rows.lowerBound) }?.id
  }

  /// The keys that answer a question.
  func bindings(for question: String) -> [KeyBinding<TextQuestions.Action>] {
    asked.bindings(for: question)
  }

  /// Changes the predictions and exercises; the section must be laid out again then.
  mutating func ask<Result>(_ change: (inout TextQuestions) -> Result) -> Result { change(&asked) }

  /// The lines of a question and of the figure after it, from the first to the last.
  func rows(of question: String) -> Range<Int>? {
    guard let rows = questions.first(where: { $0.id == question })?.rows else { return nil }
    let block = blocks.first { $0.contains(rows.lowerBound) } ?? rows
    return rows.lowerBound..<max(rows.upperBound, block.upperBound)
  }

  /// Performs an action of a figure.
  mutating func perform(
    _ action: LiveFigure.Action, figure: Int, isFocused: Bool, _ context: AppContext
  ) {
    figures[figure].live.perform(action)
    redraw(figure, isFocused: isFocused, context)
  }

  /// Redraws a figure in its lines, or beside them.
  mutating func redraw(_ figure: Int, isFocused: Bool, _ context: AppContext) {
    if figures[figure].isBeside { return pin(figure, isFocused: isFocused, context) }
    writeLines(of: figure, isFocused: isFocused, context)
  }

  private mutating func writeLines(of figure: Int, isFocused: Bool, _ context: AppContext) {
    let placed = figures[figure]
    let title = Words.Figures.title(figure + 1, section: terms.section + 1)
    let drawn = placed.lines(title: title, context.charset, context.keyNames, isFocused: isFocused)
    for (row, runs) in zip(placed.rows, drawn) { lines[row].runs = runs }
  }

  /// Draws a figure beside the text in place of the one that is there, and marks its title in the text.
  mutating func pin(_ figure: Int?, isFocused: Bool, _ context: AppContext) {
    if let old = pinned?.figure, old != figure { writeLines(of: old, isFocused: false, context) }
    guard let figure, let side = ReaderSide(of: id, context) else { return pinned = nil }
    if pinned?.figure != figure { writeLines(of: figure, isFocused: true, context) }
    let title = Words.Figures.title(figure + 1, section: terms.section + 1)
    pinned = PinnedFigure(
      figure: figure, size: side.area.size,
      lines: figures[figure].besideLines(
        title: title, in: side.area.size, context.charset, context.keyNames, isFocused: isFocused))
  }

  /// The line that contains a position.
  func line(at position: ReadingPosition) -> Int {
    let last = lines.lastIndex {
      ($0.block, $0.offset) <= (position.block, position.offset) && !$0.runs.isEmpty
    }
    guard var line = last else { return 0 }
    let (block, offset) = (lines[line].block, lines[line].offset)
    while line > 0, (lines[line - 1].block, lines[line - 1].offset) == (block, offset) { line -= 1 }
    return line
  }

  /// The position of a line in the text.
  func position(at line: Int) -> ReadingPosition {
    let found = lines.dropFirst(line).first { !$0.runs.isEmpty }
    return ReadingPosition(
      section: id, block: found?.block ?? 0,
      offset: found?.offset ?? 0)
  }

  /// The first words of the paragraph that a line belongs to, as a name for a bookmark.
  func words(at line: Int) -> String {
    var line = line
    while line > 0, lines.indices.contains(line), lines[line].continues { line -= 1 }
    let text = lines.dropFirst(line).prefix(3).flatMap(\.runs).map(\.text).joined(separator: " ")
    return text.split(separator: " ").filter { $0.contains(where: \.isLetter) }.prefix(6)
      .joined(separator: " ")
  }

  /// The match after the current one, or the first from a line on; nil at the end.
  func nextMatch(after match: Int?, from line: Int, forward: Bool) -> Int? {
    let last = found.last?.match ?? -1
    if let match {
      let next = match + (forward ? 1 : -1)
      return (0...max(0, last)).contains(next) && last >= 0 ? next : nil
    }
    return forward
      ? found.first { $0.line >= line }?.match : found.last { $0.line < line }?.match
  }

  /// The figures and the links to instruments in reading order, with their lines.
  var focusTargets: [(target: FocusTarget, rows: Range<Int>)] {
    let shown = figures.enumerated().filter { !$0.element.isHidden }
    let all =
      shown.map { (FocusTarget.figure($0.offset), $0.element.rows) }
      + instruments.enumerated().map { (FocusTarget.instrument($0.offset), $0.element.rows) }
    return all.sorted { $0.1.lowerBound < $1.1.lowerBound }
  }

  /// The first figure of which more than the title is visible.
  func figure(in view: Range<Int>) -> LiveFigure? {
    figures.first {
      !$0.isHidden && $0.rows.upperBound > view.lowerBound + 1
        && $0.rows.lowerBound < view.upperBound
    }?.live
  }
}
