import LessonLayout
import Lessons
import TerminalUI
import Words

/// All terms, with the meaning of the one under the cursor.
struct GlossaryScreen: Screen {
  let name = Words.Glossary.name
  private var selected = 0
  private var filter = ""
  private var field: TextField?

  init() {}

  var isTyping: Bool { field != nil }

  func keys(in context: AppContext) -> [KeyBinding] {
    let ways = current(context).map { TermWays($0).keys } ?? []
    return ways + [
      KeyBinding("/", Words.Glossary.filter, footer: true),
      KeyBinding([.up, .down], Words.Common.move, label: "↑ ↓"),
      KeyBinding([.escape, .character("q")], Words.Common.back, footer: true),
    ]
  }

  private func terms(_ context: AppContext) -> [Glossary.Term] {
    let search = TextSearch(query: filter)
    guard !filter.isEmpty else { return context.bundle.glossary.terms }
    return context.bundle.glossary.terms.filter { term in
      ([term.term] + term.also).contains(where: search.isIn)
    }
  }

  private func current(_ context: AppContext) -> Glossary.Term? {
    let terms = terms(context)
    return terms.indices.contains(selected) ? terms[selected] : terms.first
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    if case .pasted(let text) = event {
      field?.insert(text)
      (filter, selected) = (field?.text ?? filter, 0)
    }
    guard let key = event.key else { return .stay }
    if var typed = field {
      let outcome = typed.press(key)
      field = outcome == .editing ? typed : nil
      filter = outcome == .cancelled ? "" : typed.text
      selected = 0
      return .stay
    }
    let last = max(0, terms(context).count - 1)
    switch key {
    case _ where key.goesDown: selected = min(last, selected + 1)
    case _ where key.goesUp: selected = max(0, selected - 1)
    case .pageDown, .space: selected = min(last, selected + 10)
    case .pageUp, .character("b"): selected = max(0, selected - 10)
    case .character("g"), .home: selected = 0
    case .character("G"), .end: selected = last
    case .character("/"): field = TextField(filter)
    case .escape where !filter.isEmpty: (filter, selected) = ("", 0)
    case _ where key.leaves: return .pop
    default: return follow(key, context)
    }
    return .stay
  }

  /// Where there is no room beside the list, Enter first shows what a term means.
  private func follow(_ key: Key, _ context: AppContext) -> TutorResponse {
    guard let term = current(context) else { return .stay }
    if key == .enter, context.size.width < Self.wide { return .push(TermScreen(term)) }
    return TermWays(term).press(key, context) ?? .stay
  }

  private static let wide = 70

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let terms = terms(context)
    let count =
      filter.isEmpty
      ? Words.Glossary.count(terms.count) : Words.Glossary.count(terms.count, with: filter)
    var page = Page(name, status: count, keys: keys(in: context), in: context)
    let isWide = context.size.width >= Self.wide
    let body = page.body
    let listHeight = body.size.height
    let listWidth = isWide ? 26 : context.size.width - 2
    drawList(terms, on: &page, rows: listHeight, width: listWidth, context)
    if let term = current(context), isWide {
      let (x, top) = (listWidth + 4, body.origin.y)
      var text = ColumnText(width: min(72, context.size.width - x - 2), context)
      TermWays(term).add(to: &text, context)
      for (row, runs) in text.lines.prefix(max(0, body.maxY - top)).enumerated() {
        page.frame.write(runs, x: x, y: top + row)
      }
    } else if terms.isEmpty {
      page.frame.write(Words.Glossary.none, x: 2, y: body.origin.y, .dim)
    }
    field?.draw(Words.Glossary.prompt, on: &page, context)
    return page.frame
  }

  private func drawList(
    _ terms: [Glossary.Term], on page: inout Page, rows: Int, width: Int, _ context: AppContext
  ) {
    let first = max(0, min(selected - rows / 2, terms.count - rows))
    for (row, index) in terms.indices.dropFirst(first).prefix(rows).enumerated() {
      let isSelected = index == selected
      let y = page.body.origin.y + row
      page.frame.write(
        isSelected ? context.charset.pick("▸", ">") : " ", x: 1, y: y, .accent, .bold)
      page.frame.write(
        TextLayout.truncate(
          context.text(terms[index].term), width: width - 3,
          ellipsis: context.charset.pick("…", "~")), x: 3, y: y,
        isSelected ? .selection : .text, isSelected ? .bold : [])
    }
  }
}
