import Lessons
import Practice
import TerminalUI
import Words

/// A card to look at, outside of any sitting.
struct CardPeekScreen: Screen {
  let name = Words.CardPeek.name
  private let card: Card
  private var scroll = Scroll()

  init(_ card: Card) { self.card = card }

  func keys(in context: AppContext) -> [KeyBinding] {
    [
      KeyBinding("o", Words.Frame.openInLesson, footer: true),
      KeyBinding([.escape, .character("q")], Words.Common.back, footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    guard let key = event.key else { return .stay }
    let rows = max(0, context.size.height - 4)
    if scroll.press(key, lines: lines(context).count, rows: rows) { return .stay }
    if key == .character("o"), let index = context.bundle.lesson.sectionIndex(id: card.section) {
      return .push(ReaderScreen(section: index))
    }
    return key.leaves ? .pop : .stay
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
    let recall = context.learner.meanRecall(of: card.flashcards, on: context.today)
    text.add(
      recall.map { Words.CardPeek.recalled(percent: Int(($0 * 100).rounded())) }
        ?? Words.CardPeek.notAsked, Style(.dim))
    return text.lines
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(
      name, status: card.tags.prefix(2).joined(separator: " · "), keys: keys(in: context),
      in: context)
    scroll.draw(
      lines(context), on: &page, rows: page.body.origin.y..<page.body.maxY,
      x: Page.column(in: context.size.width).x, context.charset)
    return page.frame
  }
}
