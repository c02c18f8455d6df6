import Lessons
import Practice
import TerminalUI
import Words

/// The list of sections.
struct ContentsScreen: Screen {
  enum Action: Sendable {
    case move(Move), open, openNumber(Int), leave
  }

  let name = Words.Contents.name
  private let current: Int?
  private let trail: [ReadingPosition]
  private var selected: Int

  /// Opens the list at a section.
  ///
  /// - Parameters:
  ///   - section: The section that is being read, if any.
  ///   - trail: Positions to go back to; the last one is the reader's.
  init(openIn section: Int?, trail: [ReadingPosition] = []) {
    self.trail = trail
    current = section
    selected = section ?? 0
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let hasSeveral = context.bundle.lesson.sections.count > 1
    return [
      KeyBinding("open", [.enter, .right, "l", .space], .open, Words.Contents.open, footer: true),
      .digits(
        "entry", min(9, context.bundle.lesson.sections.count), Action.openNumber,
        Words.Contents.open),
      .move(Action.move, when: hasSeveral), .ends(Action.move, when: hasSeveral),
      KeyBinding("back", [.escape, "q", "t", .backspace], .leave, Words.Common.back, footer: true),
    ]
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .move(let move):
      selected = move.from(selected, of: context.bundle.lesson.sections.count)
      return .stay
    case .open: return .replace(.lesson(.section(selected), trail: trail))
    case .openNumber(let index): return .replace(.lesson(.section(index), trail: trail))
    case .leave:
      return trail.isEmpty
        ? .pop : .replace(.lesson(.lastPosition, trail: Array(trail.dropLast())))
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let sections = context.bundle.lesson.sections
    let read = sections.count { context.learner.sectionsRead.contains($0.id) }
    var page = Page(
      Words.Contents.title(course: context.bundle.lesson.title),
      status: Words.Contents.read(read, of: sections.count), keys: footer(in: context), in: context)
    if context.isPlain {
      let text = plainLines(context)
      Scroll().draw(
        text, on: &page, rows: page.body.origin.y..<page.body.maxY, x: 0, context.charset)
      return page.frame
    }
    let side = Columns(in: context).side
    let right = side.map { $0.origin.x - 2 } ?? context.size.width
    let rows = page.body.size.height
    let first = max(0, min(selected - rows / 2, sections.count - rows))
    for (row, index) in sections.indices.dropFirst(first).prefix(rows).enumerated() {
      let y = page.body.origin.y + row
      let isSelected = index == selected
      let isRead = context.learner.sectionsRead.contains(sections[index].id)
      page.frame.write(
        isSelected ? context.charset.pick("▸", ">") : " ", x: 2, y: y, .accent, .bold)
      page.frame.write(isRead ? context.charset.pick("✓", "+") : " ", x: 4, y: y, .right)
      let number = index + 1 < 10 ? " \(index + 1)" : "\(index + 1)"
      let mastery = mastery(of: sections[index].id, context)
      let end = right - 1 - mastery.reduce(0) { $0 + $1.text.displayWidth }
      page.frame.write(mastery, x: end, y: y)
      let work =
        context.size.width < 60
        ? "" : context.text(ContentsList.work(in: sections[index], context))
      let titleEnd = end - (work.isEmpty ? 0 : work.displayWidth + 2)
      page.frame.write(work, x: titleEnd, y: y, .dim)
      page.frame.write(
        TextLayout.truncate(
          context.text("\(number)  \(sections[index].title)"), width: titleEnd - 8,
          ellipsis: context.charset.pick("…", "~")), x: 6, y: y,
        isSelected ? .selection : .text, isSelected ? .bold : [])
    }
    if let side { drawPreview(in: side, on: &page, context) }
    return page.frame
  }

  /// Plain text: a line for each section.
  private func plainLines(_ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: context.size.width, context)
    for (index, section) in context.bundle.lesson.sections.enumerated() {
      let parts = [
        "\(index + 1) \(section.title)",
        context.learner.sectionsRead.contains(section.id) ? Words.Contents.isRead : "",
        ContentsList.work(in: section, context),
        mastery(of: section.id, context).map(\.text).joined(),
      ]
      text.add(
        parts.filter { !$0.isEmpty }.joined(separator: ", "),
        marker: index == selected ? [Run("▸ ")] : [])
    }
    return text.lines
  }

  /// Draws the beginning of the selected section, after its headings.
  private func drawPreview(in area: Rect, on page: inout Page, _ context: AppContext) {
    let section = context.bundle.lesson.sections[selected]
    var text = ColumnText(width: area.textWidth, context)
    text.add(section.title, Style(.heading, .bold))
    text.addBlank()
    for case .heading(_, let prose) in section.blocks {
      text.add(prose.plainText, marker: [Run(context.charset.pick("• ", "* "), .accent)])
    }
    text.addBlank()
    let rest = page.write(text.lines, in: area)
    let start = ReadingPosition(section: section.id, block: 0, offset: 0)
    let passage = PassageText(position: start, hasTitle: false, context: context)
    page.write(passage.lines(width: rest.textWidth, rows: rest.size.height), in: rest)
  }

  /// The learner's knowledge of a section's flashcards, in as many words as fit.
  private func mastery(of section: String, _ context: AppContext) -> [Run] {
    let counts = context.mastery(
      of: context.bundle.deck.flashcards.lazy.filter { $0.card.section == section })
    guard counts.total > 0 else { return [] }
    let mark = Run(counts.level.mark(context.charset), .accent)
    guard context.size.width >= 60 else { return [mark] }
    let words = Words.Mastery.known(counts.known, of: counts.total)
    guard !context.isPlain else { return [Run(words)] }
    // Numbers of up to two digits stay in their columns.
    let gap = String(repeating: " ", count: max(0, "00 of 00 known".count - words.count))
    return context.masteryBar(counts, width: 10) + [Run(gap + words, .dim)]
  }
}
