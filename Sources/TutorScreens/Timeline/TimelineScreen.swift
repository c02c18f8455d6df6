import Lessons
import TerminalUI

/// Who introduced what, and when: a line of years, one of them unfolded.
struct TimelineScreen: Screen {
  let name = "Timeline"
  private var selected = 0

  init() {}

  func keys(in context: Surroundings) -> [KeyBinding] {
    [
      KeyBinding([.up, .down], "move", footer: true, label: "↑ ↓"),
      KeyBinding([.enter], "read about it", footer: true),
      KeyBinding([.character("g"), .character("G")], "first, last", label: "g G"),
      KeyBinding([.escape, .character("q")], "back", footer: true),
    ]
  }

  private func entries(_ context: Surroundings) -> [Timeline.Entry] {
    context.course.timeline?.entries ?? []
  }

  mutating func update(_ event: Event, in context: Surroundings) -> TutorResponse {
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
        let index = context.course.lesson.sectionIndex(id: id)
      else { return .stay }
      return .push(ReaderScreen(section: index))
    case _ where key.leaves: return .pop
    default: break
    }
    return .stay
  }

  func view(in context: Surroundings) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let entries = entries(context)
    let years = entries.first.map { "\($0.year) to \(entries.last?.year ?? $0.year)" } ?? ""
    var page = Page("Timeline", status: years, keys: keys(in: context), in: context)
    let column = Page.column(in: context.size.width)
    var text = ColumnText(width: column.width, context)
    if entries.isEmpty { text.add("This course has no timeline.") }
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
    _ entry: Timeline.Entry, isSelected: Bool, to text: inout ColumnText, _ context: Surroundings
  ) {
    if context.isPlain {
      text.add(entry.title, marker: [Run(isSelected ? "> " : "  "), Run("\(entry.year) ")])
      if isSelected { text.add("\(entry.text) Source: \(entry.citation)", marker: [Run("  ")]) }
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
    let source = entry.isLookedUp ? "Source: " : "Source, cited at second hand: "
    text.add(source + entry.citation, Style(.dim), marker: bar, isRepeated: true)
  }
}
