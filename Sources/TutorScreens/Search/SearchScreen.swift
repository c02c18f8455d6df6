import Lessons
import TerminalUI
import Words

/// One search over everything: the glossary, the lesson, the cards.
struct SearchScreen: Screen {
  private enum Hit: Sendable {
    case term(Glossary.Term)
    case section(Int, snippet: String)
    case card(Card)
  }

  let name = Words.Search.name
  private var field = TextField()
  private var hits: [Hit] = []
  private var selected = 0

  init() {}

  var isTyping: Bool { true }

  func keys(in context: Surroundings) -> [KeyBinding] {
    [
      KeyBinding([.enter], Words.Frame.open, footer: true),
      KeyBinding([.up, .down], Words.Search.choose, footer: true, label: "↑ ↓"),
      KeyBinding([.escape], Words.Common.back, footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: Surroundings) -> TutorResponse {
    guard let key = event.key else { return .stay }
    switch key {
    case .up: selected = max(0, selected - 1)
    case .down: selected = min(max(0, hits.count - 1), selected + 1)
    case .escape: return .pop
    case .enter: return hits.indices.contains(selected) ? open(hits[selected]) : .stay
    default:
      let before = field.text
      if field.press(key) == .cancelled { return .pop }
      if field.text != before {
        hits = Self.hits(of: TextSearch(query: field.text), context)
        selected = 0
      }
    }
    return .stay
  }

  private func open(_ hit: Hit) -> TutorResponse {
    switch hit {
    case .term(let term): .push(TermScreen(term))
    case .section(let index, _):
      .push(ReaderScreen(.match(TextSearch(query: field.text), section: index)))
    case .card(let card): .push(CardPeekScreen(card))
    }
  }

  private static let most = 60

  private static func hits(of search: TextSearch, _ context: Surroundings) -> [Hit] {
    guard search.query.count > 1 else { return [] }
    let course = context.course
    var hits = course.glossary.terms.filter { term in
      ([term.term] + term.also).contains(where: search.isIn)
    }.map(Hit.term)
    for (index, section) in course.lesson.sections.enumerated() {
      let texts = [section.title] + section.blocks.map(\.plainText)
      if let text = texts.first(where: search.isIn) {
        hits.append(.section(index, snippet: search.snippet(of: text)))
      }
    }
    for card in course.deck.cards where hits.count < most {
      if search.isIn(card.prompt) || search.isIn(card.rightAnswer) { hits.append(.card(card)) }
    }
    return hits
  }

  func view(in context: Surroundings) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let count = field.text.count < 2 ? "" : Words.Search.hits(hits.count)
    var page = Page(Words.Search.title, status: count, keys: keys(in: context), in: context)
    let column = Page.column(in: context.size.width)
    let row = page.body.origin.y
    let start = page.frame.write("/ ", x: column.x, y: row, .accent, .bold)
    let end = page.frame.write(context.text(field.text), x: start, y: row, .text, .bold)
    page.frame.cursor = Point(x: min(end, context.size.width - 1), y: row)
    var text = ColumnText(width: column.width, context)
    var shown = 0..<1
    if hits.isEmpty {
      text.add(
        field.text.count < 2
          ? Words.Search.typeMore : Words.Search.nothing(field.text), Style(.dim))
    }
    for (index, hit) in hits.enumerated() {
      let first = text.lines.count
      add(hit, isSelected: index == selected, to: &text, context)
      if index == selected { shown = first..<text.lines.count }
    }
    let rows = (row + 2)..<max(row + 2, page.body.maxY)
    var scroll = Scroll()
    scroll.show(shown.upperBound, lines: text.lines.count, rows: rows.count)
    scroll.draw(text.lines, on: &page, rows: rows, x: column.x, context.charset, keys: ("", ""))
    return page.frame
  }

  /// What a hit is, as wide as the longest of these.
  private func kind(_ word: String, _ context: Surroundings) -> Run {
    Run(context.text(word).padded(to: Self.kindWidth), .dim)
  }

  private static let kindWidth =
    2
    + [Words.Search.term, Words.Search.section, Words.Search.card].reduce(0) {
      max($0, $1.displayWidth)
    }

  /// What stands before the text of the chosen hit.
  private static let indent = [Run("".padded(to: 2 + kindWidth))]

  private func add(
    _ hit: Hit, isSelected: Bool, to text: inout ColumnText, _ context: Surroundings
  ) {
    let mark = Run(isSelected ? context.charset.pick("▸ ", "> ") : "  ", .accent, .bold)
    let style = isSelected ? Style(.text, .bold) : Style.plain
    switch hit {
    case .term(let term):
      text.add(term.term, style, marker: [mark, kind(Words.Search.term, context)])
      if isSelected { text.add(term.definition, Style(.quote), marker: Self.indent) }
    case .section(let index, let snippet):
      let title = "\(index + 1) \(context.course.lesson.sections[index].title)"
      text.add(title, style, marker: [mark, kind(Words.Search.section, context)])
      if isSelected { text.add(snippet, Style(.quote), marker: Self.indent) }
    case .card(let card):
      text.add(card.prompt, style, marker: [mark, kind(Words.Search.card, context)])
    }
  }
}

extension TextSearch {
  /// The words around the first match.
  func snippet(of text: String) -> String {
    let words = text.split(separator: " ")
    guard let index = words.firstIndex(where: { isIn(String($0)) }) else {
      return words.prefix(24).joined(separator: " ")
    }
    let first = max(0, index - 8)
    return (first > 0 ? "… " : "") + words[first...].prefix(24).joined(separator: " ")
  }
}

extension Block {
  /// The words of the block, and of all within it.
  var plainText: String {
    switch self {
    case .heading(_, let prose), .paragraph(let prose): prose.plainText
    case .list(let list):
      list.items.flatMap(\.blocks).map(\.plainText).joined(separator: " ")
    case .quote(let blocks): blocks.map(\.plainText).joined(separator: " ")
    case .code(_, let text): text
    case .table(let table):
      ([table.header] + table.rows).joined().map(\.plainText).joined(separator: " ")
    case .figure(let figure): figure.caption
    case .rule: ""
    }
  }
}
