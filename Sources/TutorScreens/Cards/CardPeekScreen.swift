import Figures
import Lessons
import Practice
import TerminalUI
import Words

/// Shows a card outside a session.
struct CardPeekScreen: Screen {
  enum Action: Sendable {
    case scroll(Move), openInLesson, leave
  }

  let name = Words.CardPeek.name
  private let card: Card
  private var scroll = Scroll()

  init(_ card: Card) { self.card = card }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        "open-in-lesson", ["o"], .openInLesson, Words.Frame.openInLesson, footer: true,
        when: section(context) != nil),
      .scroll(Action.scroll, when: lines(context).count > rows(context)), .back(.leave),
    ]
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .scroll(let move):
      scroll.move(move, lines: lines(context).count, rows: rows(context))
      return .stay
    case .openInLesson: return context.passage(about: card).map { .push($0) } ?? .stay
    case .leave: return .pop
    }
  }

  private func section(_ context: AppContext) -> Int? {
    context.bundle.lesson.sectionIndex(id: card.section)
  }

  private func rows(_ context: AppContext) -> Int { max(0, context.size.height - 4) }

  private func lines(_ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: Columns(in: context).text.width, context)
    text.addFaces(of: card)
    text.add(context.knowledge(of: card.flashcards), Style(.dim))
    return text.lines
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(
      name, status: card.tags.prefix(2).joined(separator: " · "), keys: footer(in: context),
      in: context)
    let columns = Columns(in: context)
    scroll.draw(
      lines(context), on: &page, rows: page.body.origin.y..<page.body.maxY,
      x: columns.text.x, context.charset)
    if let side = columns.side { drawSide(in: side, on: &page, context) }
    return page.frame
  }

  /// Draws the card's plot, or the passage of the lesson about it.
  private func drawSide(in area: Rect, on page: inout Page, _ context: AppContext) {
    if let plot = card.plot {
      return PlotDrawing(figure: plot.figure, charset: context.charset).draw(
        on: &page.frame, in: area)
    }
    guard let position = context.bundle.passage(about: card) else { return }
    let passage = PassageText(position: position, context: context)
    page.write(passage.lines(width: area.textWidth, rows: area.size.height), in: area)
  }
}

extension ColumnText {
  /// Adds a card's question, answer and explanation.
  mutating func addFaces(of card: Card) {
    let item = card.asFlashcard
    add(item.front, Style(.text, .bold))
    addBlank()
    add(item.back, Style(.accent, .bold))
    addBlank()
    add(card.explanation)
    addBlank()
  }
}
