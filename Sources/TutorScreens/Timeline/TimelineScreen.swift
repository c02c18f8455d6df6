import Lessons
import Practice
import TerminalUI
import Words

/// The timeline: a list of years with the selected entry unfolded.
struct TimelineScreen: Screen {
  enum Action: Sendable {
    case move(Move), read, leave
  }

  let name = Words.Timeline.name
  private var selected = 0
  /// The passage about the selected entry, beside the list of a wide window.
  private var preview: ReadingPosition?

  init() {}

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let hasSeveral = entries(context).count > 1
    return [
      .move(Action.move, when: hasSeveral),
      KeyBinding(
        "open", [.enter], .read, Words.Timeline.read, footer: true, when: section(context) != nil),
      .ends(Action.move, when: hasSeveral), .pages(Action.move, when: hasSeveral), .back(.leave),
    ]
  }

  private func entry(_ context: AppContext) -> Timeline.Entry? {
    let entries = entries(context)
    return entries.indices.contains(selected) ? entries[selected] : nil
  }

  /// The section that teaches what the selected entry is about.
  private func section(_ context: AppContext) -> Int? {
    entry(context)?.section.flatMap { context.bundle.lesson.sectionIndex(id: $0) }
  }

  /// The passage about the selected entry.
  private func passage(_ context: AppContext) -> Route? {
    entry(context).flatMap { entry in
      context.passage(about: entry.words, in: entry.section ?? "")
    }
  }

  private func entries(_ context: AppContext) -> [Timeline.Entry] {
    context.bundle.timeline?.entries ?? []
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    findPassage(context)
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .move(let move):
      selected = move.from(selected, of: entries(context).count, page: 5)
      findPassage(context)
      return .stay
    case .read: return passage(context).map { .push($0) } ?? .stay
    case .leave: return .pop
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let entries = entries(context)
    let years = entries.first.map { first in
      Words.Timeline.years(from: first.year, to: entries.last?.year ?? first.year)
    }
    var page = Page(name, status: years ?? "", keys: footer(in: context), in: context)
    let columns = Columns(in: context)
    let column = columns.text
    var text = ColumnText(width: column.width, context)
    if entries.isEmpty { text.add(Words.Timeline.none) }
    var shown = 0..<1
    for (index, entry) in entries.enumerated() {
      let start = text.lines.count
      add(entry, isSelected: index == selected, to: &text, context)
      if index == selected { shown = start..<text.lines.count }
    }
    let rows = page.body.size.height
    var scroll = Scroll()
    scroll.show(shown, lines: text.lines.count, rows: rows)
    scroll.draw(
      text.lines, on: &page, rows: page.body.origin.y..<page.body.maxY, x: column.x,
      context.charset, keys: ("", ""))
    if let side = columns.side { drawSelected(in: side, on: &page, context) }
    return page.frame
  }

  /// Draws the selected entry, and the passage of the lesson about it.
  private func drawSelected(in area: Rect, on page: inout Page, _ context: AppContext) {
    guard let entry = entry(context) else { return }
    var text = ColumnText(width: area.textWidth, context)
    text.add("\(entry.year)  \(entry.title)", Style(.heading, .bold))
    text.addBlank()
    text.add(entry.text)
    text.addBlank()
    text.add(source(entry), Style(.dim))
    text.addBlank()
    let rest = page.write(text.lines, in: area)
    if let passage = preview { context.drawPassage(at: passage, in: rest, on: &page) }
  }

  /// Finds the passage about the selected entry if there is room for it.
  private mutating func findPassage(_ context: AppContext) {
    preview =
      !context.isWide
      ? nil
      : entry(context).flatMap { entry in
        entry.section.flatMap { context.bundle.passage(about: entry.words, in: $0) }
      }
  }

  private func add(
    _ entry: Timeline.Entry, isSelected: Bool, to text: inout ColumnText, _ context: AppContext
  ) {
    if context.isPlain {
      text.add(entry.title, marker: [Run(isSelected ? "▸ " : "  "), Run("\(entry.year) ")])
      if isSelected {
        let words = Words.Timeline.entry(entry.text, source: source(entry))
        text.add(words, marker: [Run("  ")])
      }
      return
    }
    let knot = isSelected ? context.charset.pick("●", "*") : context.charset.pick("│", "|")
    let marker = [
      Run("\(entry.year) ", isSelected ? .accent : .dim, isSelected ? .bold : []),
      Run(knot + " ", .axis),
    ]
    text.add(
      entry.title, isSelected ? Style(.selection, .bold) : Style(.text), marker: marker)
    guard isSelected, !context.isWide else { return }
    let bar = [Run("     " + context.charset.pick("│", "|") + "   ", .axis)]
    text.add(entry.text, marker: bar, isRepeated: true)
    text.add(source(entry), Style(.dim), marker: bar, isRepeated: true)
  }

  private func source(_ entry: Timeline.Entry) -> String {
    entry.isLookedUp
      ? Words.Timeline.source(entry.citation) : Words.Timeline.indirectSource(entry.citation)
  }
}

extension Timeline.Entry {
  /// What its passage in the lesson is about.
  fileprivate var words: [String] { ["\(year)", title, text] }
}
