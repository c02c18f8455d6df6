import Lessons
import Practice
import TerminalUI

/// What the record says.
struct ProgressScreen: Screen {
  let name = "Progress"
  private var scroll = Scroll()

  init() {}

  func keys(in context: Surroundings) -> [KeyBinding] {
    [
      KeyBinding([.down, .up], "scroll", footer: true, label: "↓ ↑"),
      KeyBinding("r", "ask left-out cards again", footer: !context.learner.suspended.isEmpty),
      KeyBinding([.escape, .character("q")], "home", footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: Surroundings) -> TutorResponse {
    guard let key = event.key else { return .stay }
    if key.leaves { return .pop }
    if key == .character("r"), !context.learner.suspended.isEmpty {
      let cards = context.learner.suspended.sorted()
      return Response(cards.map { .record(.suspended(card: $0, isSuspended: false)) })
    }
    _ = scroll.press(
      key == .space ? .pageDown : key, lines: lines(context).count,
      rows: max(0, context.size.height - 4))
    return .stay
  }

  private func lines(_ context: Surroundings) -> [[Run]] {
    ProgressText(context, width: Page.column(in: context.size.width).width).runs
  }

  func view(in context: Surroundings) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(name, keys: keys(in: context), in: context)
    scroll.draw(
      lines(context), on: &page, rows: page.body.origin.y..<page.body.maxY,
      x: Page.column(in: context.size.width).x, context.charset)
    return page.frame
  }
}
