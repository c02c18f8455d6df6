import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// The search over glossary, lesson and cards.
struct SearchScreen: Screen {
  private typealias Hit = LessonSearch.Hit

  enum Action: Sendable {
    case edit(TextField.Edit), move(Move), open, leave
  }

  let name = Words.Search.name
  private var field = TextField()
  private(set) var search = LessonSearch("")
  private var selected = 0
  /// The version of the course that was searched.
  private var courseVersion = 0

  /// The number of letters to search between two key checks; takes some milliseconds.
  static let portion = 200_000

  init() {}

  var isTyping: Bool { true }
  var acceptsLines: Bool { false }

  var tick: Int? { search.isDone ? nil : 1 }

  private var hits: [Hit] { search.hits }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    [
      KeyBinding("open", [.enter], .open, Words.Frame.open, footer: true, when: !hits.isEmpty),
      KeyBinding(
        [("up", [.up], .move(.up)), ("down", [.down], .move(.down))], Words.Search.choose,
        footer: true,
        when: hits.count > 1),
      KeyBinding("back", [.escape], .leave, Words.Common.back, footer: true),
    ] + field.deletion(Action.edit, isCancelledByDeleting: true) + [
      KeyBinding(
        "clear", [.control("u")], .edit(.clear), Words.Typing.clear, when: !field.text.isEmpty)
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    switch event {
    case .text(let text):
      field.insert(text)
      restartSearch(context)
    case .tick: search.resume(in: context.bundle, letters: Self.portion)
    case .appeared where courseVersion != context.courseVersion:
      courseVersion = context.courseVersion
      restartSearch(context)
    case .appeared, .key, .pointer, .answered: break
    }
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .move(let move): selected = move.from(selected, of: hits.count)
    case .open: return hits.indices.contains(selected) ? open(hits[selected]) : .stay
    case .edit(let edit):
      if field.edit(edit) == .cancelled { return .pop }
      restartSearch(context)
    case .leave: return .pop
    }
    return .stay
  }

  private mutating func restartSearch(_ context: AppContext) {
    search = LessonSearch(field.text)
    search.resume(in: context.bundle, letters: Self.portion)
    selected = 0
  }

  private func open(_ hit: Hit) -> TutorResponse {
    switch hit {
    case .term(let term): .push(.term(term))
    case .section(let index, _):
      .push(.lesson(.match(query: field.text, section: index)))
    case .card(let card): .push(.card(card))
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let count = field.text.count < 2 ? "" : Words.Search.hits(hits.count)
    var page = Page(Words.Search.title, status: count, keys: footer(in: context), in: context)
    let columns = Columns(in: context)
    let column = columns.text
    let row = page.body.origin.y
    let start = page.frame.write("/ ", x: column.x, y: row, .accent, .bold)
    let end = page.frame.write(context.text(field.text), x: start, y: row, .text, .bold)
    page.frame.cursor = Point(x: min(end, context.size.width - 1), y: row)
    var text = ColumnText(width: column.width, context)
    var shown = 0..<1
    if hits.isEmpty {
      text.add(
        field.text.count < 2
          ? Words.Search.tooShort
          : search.isDone ? Words.Search.nothing(field.text) : Words.Search.searching,
        Style(.dim))
    }
    for (index, hit) in hits.enumerated() {
      let first = text.lines.count
      add(hit, isSelected: index == selected, to: &text, context)
      if index == selected { shown = first..<text.lines.count }
    }
    let rows = (row + 2)..<max(row + 2, page.body.maxY)
    var scroll = Scroll()
    scroll.show(shown, lines: text.lines.count, rows: rows.count)
    scroll.draw(text.lines, on: &page, rows: rows, x: column.x, context.charset, keys: ("", ""))
    if let side = columns.side { drawSelected(in: side, on: &page, context) }
    return page.frame
  }

  /// Draws the selected hit: the definition, the passage with the match, or the card.
  private func drawSelected(in area: Rect, on page: inout Page, _ context: AppContext) {
    var text = ColumnText(width: area.textWidth, context)
    switch hits.indices.contains(selected) ? hits[selected] : nil {
    case .term(let term): TermWays(term).add(to: &text, context)
    case .section(let index, _):
      let section = context.bundle.lesson.sections[index]
      let block = section.blocks.firstIndex { search.search.isIn($0.plainText) } ?? 0
      let match = ReadingPosition(section: section.id, block: block, offset: 0)
      return context.drawPassage(at: match, in: area, on: &page)
    case .card(let card):
      text.addFaces(of: card)
      text.add(CardHistory(card.asFlashcard, context).lines(width: area.textWidth))
    case nil: return context.drawPassage(at: nil, in: area, on: &page)
    }
    page.write(text.lines, in: area)
  }

  /// The kind of a hit, padded to the widest kind.
  private func kind(_ word: String, _ context: AppContext) -> Run {
    Run(context.text(word).padded(to: Self.kindWidth), .dim)
  }

  private static let kindWidth =
    2
    + [Words.Search.term, Words.Search.section, Words.Search.card].reduce(0) {
      max($0, $1.displayWidth)
    }

  /// The indentation of the text of the selected hit.
  private static let indent = [Run("".padded(to: 2 + kindWidth))]

  private func add(
    _ hit: Hit, isSelected: Bool, to text: inout ColumnText, _ context: AppContext
  ) {
    let mark = Run(isSelected ? context.charset.pick("▸ ", "> ") : "  ", .accent, .bold)
    let style = isSelected ? Style(.selection, .bold) : Style.plain
    switch hit {
    case .term(let term):
      text.add(term.term.beginning, style, marker: [mark, kind(Words.Search.term, context)])
      if isSelected { text.add(term.definition.beginning, Style(.quote), marker: Self.indent) }
    case .section(let index, let snippet):
      let title = "\(index + 1) \(context.bundle.lesson.sections[index].title)"
      text.add(title.beginning, style, marker: [mark, kind(Words.Search.section, context)])
      if isSelected { text.add(snippet.beginning, Style(.quote), marker: Self.indent) }
    case .card(let card):
      text.add(card.prompt.beginning, style, marker: [mark, kind(Words.Search.card, context)])
    }
  }
}

extension String {
  /// The part of a text that one hit among many may show.
  fileprivate var beginning: String {
    let most = 1000
    guard unicodeScalars.dropFirst(most).first != nil else { return self }
    return String(UnicodeScalarView(unicodeScalars.prefix(most))) + " …"
  }
}
