import Lessons
import TerminalUI
import Words

/// Who introduced what, and when: a line of years, one of them unfolded.
struct TimelineScreen: Screen {
  let name = Words.Timeline.name
  private var selected = 0

  init() {}

  func keys(in context: AppContext) -> [KeyBinding] {
    [
      KeyBinding([.up, .down], Words.Common.move, footer: true, label: "↑ ↓"),
      KeyBinding([.enter], Words.Timeline.read, footer: true),
      KeyBinding([.character("g"), .character("G")], Words.Timeline.ends, label: "g G"),
      KeyBinding([.escape, .character("q")], Words.Common.back, footer: true),
    ]
  }

  private func entries(_ context: AppContext) -> [Timeline.Entry] {
    context.bundle.timeline?.entries ?? []
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    guard let key = event.key else { return .stay }
    let entries = entries(context)
    let last = max(0, entries.count - 1)
    switch key {
    case _ where key.goesDown: selected = min(last, selected + 1)
    case _ where key.goesUp: selected = max(0, selected - 1)
    case _ where key.pagesDown: selected = min(last, selected + 5)
    case _ where key.pagesUp: selected = max(0, selected - 5)
    case .character("g"), .home: selected = 0
    case .character("G"), .end: selected = last
    case .enter:
      guard entries.indices.contains(selected), let id = entries[selected].section,
        let index = context.bundle.lesson.sectionIndex(id: id)
      else { return .stay }
      return .push(ReaderScreen(section: index))
    case _ where key.leaves: return .pop
    default: break
    }
    return .stay
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let entries = entries(context)
    let years = entries.first.map { first in
      Words.Timeline.years(from: first.year, to: entries.last?.year ?? first.year)
    }
    var page = Page(name, status: years ?? "", keys: keys(in: context), in: context)
    let column = Page.column(in: context.size.width)
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
    scroll.show(shown.upperBound - 1, lines: text.lines.count, rows: rows)
    scroll.show(shown.lowerBound, lines: text.lines.count, rows: rows)
    scroll.draw(
      text.lines, on: &page, rows: page.body.origin.y..<page.body.maxY, x: column.x,
      context.charset, keys: ("", ""))
    return page.frame
  }

  private func add(
    _ entry: Timeline.Entry, isSelected: Bool, to text: inout ColumnText, _ context: AppContext
  ) {
    if context.isPlain {
      text.add(entry.title, marker: [Run(isSelected ? "> " : "  "), Run("\(entry.year) ")])
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
      entry.title, isSelected ? Style(.text, .bold) : Style(.text), marker: marker)
    guard isSelected else { return }
    let bar = [Run("     " + context.charset.pick("│", "|") + "   ", .axis)]
    text.add(entry.text, marker: bar, isRepeated: true)
    text.add(source(entry), Style(.dim), marker: bar, isRepeated: true)
  }

  private func source(_ entry: Timeline.Entry) -> String {
    entry.isLookedUp
      ? Words.Timeline.source(entry.citation) : Words.Timeline.secondHand(entry.citation)
  }
}
