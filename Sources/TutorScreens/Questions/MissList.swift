import Lessons
import Practice
import TerminalUI
import Words

/// The questions that were missed in a round or a game, with one of them selected at its end.
struct MissList: Sendable {
  private(set) var misses: [Miss] = []
  private(set) var selected = 0

  /// The lines of a summary, and where each miss is among them.
  struct Lines {
    var lines: [[Run]]
    var misses: [Range<Int>]
  }

  var isEmpty: Bool { misses.isEmpty }
  var cards: [Card] { misses.map(\.card) }

  /// Adds a miss.
  ///
  /// An error made with confidence comes before the others: it is corrected best when it is pointed out.
  mutating func add(_ miss: Miss) {
    let place = miss.isSure == true ? misses.firstIndex { $0.isSure != true } : nil
    misses.insert(miss, at: place ?? misses.count)
  }

  /// Selects another miss, and scrolls to it.
  mutating func select(_ move: Move, in summary: Lines, scrolling scroll: inout Scroll, rows: Int) {
    selected = move.from(selected, of: misses.count)
    guard summary.misses.indices.contains(selected) else { return }
    scroll.show(summary.misses[selected], lines: summary.lines.count, rows: rows)
  }

  /// The selected miss.
  private var current: Miss? { misses.indices.contains(selected) ? misses[selected] : nil }

  /// Draws the curves of the selected miss, or the passage of the lesson about it.
  func draw(in area: Rect, on page: inout Page, _ context: AppContext) {
    guard let current else { return }
    if let plot = current.plot(area.size, context.charset) {
      return page.frame.draw(plot, x: area.origin.x, y: area.origin.y)
    }
    guard let position = context.bundle.passage(about: current.card) else { return }
    let passage = PassageText(position: position, context: context)
    page.write(passage.lines(width: area.textWidth, rows: area.size.height), in: area)
  }

  /// The passage about the selected miss, to look up; nil if no section covers it.
  func passage(_ context: AppContext) -> Route? {
    current.flatMap { context.passage(about: $0.card) }
  }

  /// Opens the passage about the selected miss.
  func opening<Action>(_ action: Action, _ context: AppContext) -> KeyBinding<Action> {
    let section = current?.card.section ?? ""
    return KeyBinding(
      "open-in-lesson", ["o"], action, Words.Frame.openInLesson, footer: true,
      when: context.bundle.lesson.sectionIndex(id: section) != nil)
  }

  /// Selects a miss, or scrolls if there is nothing to select.
  func movement<Action>(
    select: (Move) -> Action, scroll: (Move) -> Action, isLong: Bool
  ) -> [KeyBinding<Action>] {
    misses.count > 1
      ? [.move(select), .pages(scroll, when: isLong)]
      : [.scroll(scroll, footer: true, when: isLong)]
  }

  /// Adds all misses to a text.
  ///
  /// - Returns: The lines of each.
  func add(to text: inout ColumnText, _ context: AppContext) -> [Range<Int>] {
    misses.enumerated().map { index, miss in
      text.addBlank()
      let start = text.lines.count
      text.add(
        miss.lines(
          width: text.width, isSelected: index == selected && misses.count > 1, context))
      return start..<text.lines.count
    }
  }
}
