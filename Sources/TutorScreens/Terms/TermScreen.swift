import Lessons
import TerminalUI
import Words

/// One term: what it means, and the ways to its section, its card and its figure.
struct TermScreen: Screen {
  let name = Words.Glossary.termName
  private let term: Glossary.Term
  private var scroll = Scroll()

  init(_ term: Glossary.Term) { self.term = term }

  func keys(in context: AppContext) -> [KeyBinding] {
    TermWays(term).keys + [KeyBinding([.escape, .character("q")], Words.Common.back, footer: true)]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    guard let key = event.key else { return .stay }
    let rows = max(0, context.size.height - 4)
    if scroll.press(key, lines: lines(context).count, rows: rows) { return .stay }
    if key.leaves { return .pop }
    return TermWays(term).press(key, context) ?? .stay
  }

  private func lines(_ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: Page.column(in: context.size.width).width, context)
    TermWays(term).add(to: &text, context)
    return text.lines
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(Words.Glossary.title(term.term), keys: keys(in: context), in: context)
    scroll.draw(
      lines(context), on: &page, rows: page.body.origin.y..<page.body.maxY,
      x: Page.column(in: context.size.width).x, context.charset)
    return page.frame
  }
}

/// What can be done with a term, wherever it is shown.
struct TermWays {
  let term: Glossary.Term

  init(_ term: Glossary.Term) { self.term = term }

  /// The keys that lead on.
  var keys: [KeyBinding] {
    [
      KeyBinding([.enter], Words.Glossary.Keys.section, footer: true),
      KeyBinding("c", Words.Glossary.Keys.card, footer: term.card != nil),
      KeyBinding("p", Words.Glossary.Keys.curve, footer: term.plot != nil),
    ]
  }

  /// Follows a key; nil if it leads nowhere.
  func press(_ key: Key, _ context: AppContext) -> TutorResponse? {
    switch key {
    case .enter:
      let index = context.bundle.lesson.sectionIndex(id: term.section)
      return index.map { .push(ReaderScreen(section: $0)) }
    case .character("c"):
      let card = term.card.flatMap { context.bundle.deck.card(id: $0) }
      return card.map { .push(CardPeekScreen($0)) }
    case .character("p"): return term.plot.map { .push(PlotScreen(functions: [$0])) }
    default: return nil
    }
  }

  /// Adds the term, what it means, and where it is taught.
  func add(to text: inout ColumnText, _ context: AppContext) {
    text.add(term.term, Style(.heading, .bold))
    if !term.also.isEmpty {
      text.add(Words.Glossary.also(term.also), Style(.dim))
    }
    text.addBlank()
    text.add(term.definition)
    text.addBlank()
    let lesson = context.bundle.lesson
    if let index = lesson.sectionIndex(id: term.section) {
      let title = lesson.sections[index].title
      text.add(Words.Glossary.section(index + 1, title: title), Style(.dim))
    }
    if let card = term.card.flatMap({ context.bundle.deck.card(id: $0) }) {
      text.add(Words.Glossary.card(card.prompt), Style(.dim))
    }
    if let plot = term.plot { text.add(Words.Glossary.curve(plot), Style(.dim)) }
  }
}
