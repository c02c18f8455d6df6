import Activations
import Figures
import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// All terms, with the definition of the selected one.
struct GlossaryScreen: Screen {
  enum Action: Sendable {
    case edit(TextField.Edit), move(Move), filter, showAll, explain, follow(TermWays.Way), leave
  }

  let name = Words.Glossary.name
  private var selected = 0
  private var filter = ""
  /// The passage about the selected term, under its definition in a wide window.
  private var passage: ReadingPosition?
  private var field: TextField?

  init() {}

  var isTyping: Bool { field != nil }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    if let field { return field.bindings(Action.edit) }
    let hasSeveral = terms(context).count > 1
    return ways(context) + [
      KeyBinding("filter", ["/"], .filter, Words.Glossary.filter, footer: true),
      .move(Action.move, footer: false, when: hasSeveral), .ends(Action.move, when: hasSeveral),
      .pages(Action.move, when: hasSeveral),
      KeyBinding(
        "show-all", [.escape, .backspace], .showAll, Words.Glossary.showAll, footer: true,
        when: !filter.isEmpty
      ),
      KeyBinding(
        "back", filter.isEmpty ? [.escape, "q", .backspace] : ["q"], .leave, Words.Common.back,
        footer: true),
    ]
  }

  /// The bindings for the selected term; on narrow screens Enter shows its definition first.
  private func ways(_ context: AppContext) -> [KeyBinding<Action>] {
    guard let term = current(context) else { return [] }
    let ways = TermWays(term).bindings(in: context).map { $0.map(Action.follow) }
    guard context.size.width < Self.wide else { return ways }
    return [KeyBinding("open", [.enter], .explain, Words.Frame.open, footer: true)]
      + ways.compactMap { $0.keys.contains(.enter) ? nil : $0 }
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
    defer { findPassage(context) }
    if case .text(let text) = event {
      field?.insert(text)
      (filter, selected) = (field?.text ?? filter, 0)
    }
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    defer { findPassage(context) }
    switch action {
    case .edit(let edit): self.edit(edit)
    case .move(let move): selected = move.from(selected, of: terms(context).count)
    case .filter: field = TextField(filter)
    case .showAll: (filter, selected) = ("", 0)
    case .explain: return current(context).map { .push(.term($0)) } ?? .stay
    case .follow(let way):
      return current(context).map { TermWays($0).follow(way, context) } ?? .stay
    case .leave: return .pop
    }
    return .stay
  }

  private mutating func edit(_ edit: TextField.Edit) {
    guard var typed = field else { return }
    let outcome = typed.edit(edit)
    field = outcome == .editing ? typed : nil
    filter = outcome == .cancelled ? "" : typed.text
    selected = 0
  }

  private static let wide = 70

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let terms = terms(context)
    let count =
      filter.isEmpty
      ? Words.Glossary.count(terms.count) : Words.Glossary.count(terms.count, with: filter)
    var page = Page(name, status: count, keys: footer(in: context), in: context)
    let isWide = context.size.width >= Self.wide
    let body = page.body
    let listHeight = body.size.height
    let listWidth = context.isWide ? 60 : isWide ? 26 : context.size.width - 2
    drawList(terms, on: &page, rows: listHeight, width: listWidth, context)
    if let term = current(context), isWide {
      let (x, top) = (listWidth + 4, body.origin.y)
      var text = ColumnText(width: min(72, context.size.width - x - 2), context)
      TermWays(term).add(to: &text, context)
      let area = Rect(
        x: x, y: top, width: context.size.width - x - 2, height: max(0, body.maxY - top))
      let rest = page.write(text.lines + [[]], in: area)
      if context.isWide { drawMore(about: term, in: rest, on: &page, context) }
    } else if terms.isEmpty {
      page.frame.write(Words.Glossary.none, x: 2, y: body.origin.y, .dim)
    }
    field?.draw(Words.Glossary.prompt, on: &page, context)
    return page.frame
  }

  /// Draws the term's function, or the passage of the lesson about it.
  private func drawMore(
    about term: Glossary.Term, in area: Rect, on page: inout Page, _ context: AppContext
  ) {
    let functions = term.plot.map { BoundActivation.named([$0]) } ?? []
    if !functions.isEmpty {
      PlotDrawing(PlotState(functions), charset: context.charset).draw(on: &page.frame, in: area)
    } else if let passage {
      context.drawPassage(at: passage, in: area, on: &page)
    }
  }

  /// Finds the passage about the selected term if there is room for it.
  private mutating func findPassage(_ context: AppContext) {
    passage = context.isWide ? current(context).flatMap { TermWays($0).passage(context) } : nil
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
