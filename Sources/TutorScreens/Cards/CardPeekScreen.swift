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

  /// The learner's knowledge of the card.
  private func state(_ context: AppContext) -> String {
    let cards = card.flashcards
    let counts = context.mastery(of: cards)
    let recall = context.learner.meanRecall(of: cards, on: context.today) ?? 0
    let percent = ProgressPages.percent(recall)
    if counts.total > 0, counts.known == counts.total {
      return Words.Mastery.cardIsKnown(recall: percent)
    }
    if counts.known + counts.learning > 0 {
      return Words.Mastery.cardIsLearning(recall: percent)
    }
    return cards.contains { context.learner.schedule(of: $0.id) != nil }
      ? Words.Mastery.cardIsMet : Words.Mastery.cardIsNew
  }

  private func lines(_ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: Page.column(in: context.size.width).width, context)
    let item = card.asFlashcard
    text.add(item.front, Style(.text, .bold))
    text.addBlank()
    text.add(item.back, Style(.accent, .bold))
    text.addBlank()
    text.add(card.explanation)
    text.addBlank()
    text.add(state(context), Style(.dim))
    return text.lines
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(
      name, status: card.tags.prefix(2).joined(separator: " · "), keys: hints(in: context),
      in: context)
    scroll.draw(
      lines(context), on: &page, rows: page.body.origin.y..<page.body.maxY,
      x: Page.column(in: context.size.width).x, context.charset)
    return page.frame
  }
}
