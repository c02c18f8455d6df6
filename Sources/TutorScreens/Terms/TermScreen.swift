import Lessons
import Practice
import TerminalUI
import Words

/// A term: its definition, and links to its section, card and figure.
struct TermScreen: Screen {
  enum Action: Sendable {
    case follow(TermWays.Way), scroll(Move), leave
  }

  let name = Words.Glossary.termName
  private let term: Glossary.Term
  private var scroll = Scroll()

  init(_ term: Glossary.Term) { self.term = term }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    TermWays(term).bindings(in: context).map { $0.map(Action.follow) } + [
      .scroll(Action.scroll, when: lines(context).count > rows(context)), .back(.leave),
    ]
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .follow(let way): return TermWays(term).follow(way, context)
    case .scroll(let move):
      scroll.move(move, lines: lines(context).count, rows: rows(context))
      return .stay
    case .leave: return .pop
    }
  }

  /// The rows of the definition in its box at the foot.
  private func rows(_ context: AppContext) -> Int {
    let most = max(0, context.size.height - 4)
    return context.isPlain ? most : min(lines(context).count, most / 2)
  }

  private func lines(_ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: Columns(in: context).text.width, context)
    TermWays(term).add(to: &text, context)
    return text.lines
  }

  var isOverlay: Bool { true }

  func view(over below: Frame, in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var above = Frame(
      Size(width: context.size.width, height: context.size.height - 3 - rows(context)))
    above.draw(below, x: 0, y: 0)
    var frame = view(in: context)
    frame.draw(above, x: 0, y: 0)
    return frame
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(Words.Glossary.title(term.term), keys: footer(in: context), in: context)
    let last = page.body.maxY
    let first = context.isPlain ? page.body.origin.y : last - rows(context)
    if !context.isPlain {
      let dash = context.charset.pick("─", "-")
      let head = " " + context.text(Words.Glossary.title(term.term)) + " "
      page.frame.write(String(repeating: dash, count: context.size.width), x: 0, y: first - 1, .dim)
      page.frame.write(head, x: Columns(in: context).text.x - 1, y: first - 1, .accent)
    }
    scroll.draw(
      lines(context), on: &page, rows: first..<last,
      x: Columns(in: context).text.x, context.charset)
    return page.frame
  }
}

/// The actions of a term on any screen.
struct TermWays {
  let term: Glossary.Term

  init(_ term: Glossary.Term) { self.term = term }

  /// The kinds of content that a term links to.
  enum Way: Sendable {
    case section, card, curve
  }

  /// The bindings that open what belongs to the term.
  func bindings(in context: AppContext) -> [KeyBinding<Way>] {
    [
      KeyBinding(
        "open", [.enter], .section, Words.Glossary.Keys.section, footer: true,
        when: section(context) != nil
      ),
      KeyBinding(
        "card", ["c"], .card, Words.Glossary.Keys.card, footer: true, when: card(context) != nil),
      KeyBinding(
        "plot", ["p"], .curve, Words.Glossary.Keys.curve, footer: true, when: term.plot != nil),
    ]
  }

  /// Opens one of the term's links.
  func follow(_ way: Way, _ context: AppContext) -> TutorResponse {
    switch way {
    case .section: passage(context).map { .push(.lesson(.passage($0))) } ?? .stay
    case .card: card(context).map { .push(.card($0)) } ?? .stay
    case .curve: term.plot.map { .push(.plot(.functions([$0]))) } ?? .stay
    }
  }

  /// The passage of the lesson about it; nil if its section is not in the lesson.
  func passage(_ context: AppContext) -> ReadingPosition? {
    context.bundle.passage(about: [term.term, term.definition] + term.also, in: term.section)
  }

  private func section(_ context: AppContext) -> Int? {
    context.bundle.lesson.sectionIndex(id: term.section)
  }

  private func card(_ context: AppContext) -> Card? {
    term.card.flatMap { context.bundle.deck.card(id: $0) }
  }

  /// Adds the term, its definition, and the section that teaches it.
  func add(to text: inout ColumnText, _ context: AppContext) {
    text.add(term.term, Style(.heading, .bold))
    if !term.also.isEmpty {
      text.add(Words.Glossary.also(term.also), Style(.dim))
    }
    text.addBlank()
    text.add(term.definition)
    text.addBlank()
    let lesson = context.bundle.lesson
    if let index = section(context) {
      let title = lesson.sections[index].title
      text.add(Words.Glossary.section(index + 1, title: title), Style(.dim))
    }
    if let card = card(context) {
      text.add(Words.Glossary.card(card.prompt), Style(.dim))
    }
    if let plot = term.plot { text.add(Words.Glossary.curve(plot), Style(.dim)) }
  }
}
