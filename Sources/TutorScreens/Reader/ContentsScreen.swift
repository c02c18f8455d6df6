import Lessons
import Practice
import TerminalUI
import Words

/// The list of sections.
struct ContentsScreen: Screen {
  enum Action: Sendable {
    case move(Move), open, leave
  }

  let name = Words.Contents.name
  private let current: Int?
  private let trail: [ReadingPosition]
  private var selected: Int

  /// Opens the list at a section.
  ///
  /// - Parameters:
  ///   - section: The section that is being read, if any.
  ///   - trail: Positions to go back to; the last one is the reader's.
  init(openIn section: Int?, trail: [ReadingPosition] = []) {
    self.trail = trail
    current = section
    selected = section ?? 0
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let hasSeveral = context.bundle.lesson.sections.count > 1
    return [
      KeyBinding([.enter, .right, "l", .space], .open, Words.Contents.open, footer: true),
      .move(Action.move, when: hasSeveral), .ends(Action.move, when: hasSeveral),
      KeyBinding([.escape, "q", "t"], .leave, Words.Common.back, footer: true),
    ]
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .move(let move):
      selected = move.from(selected, of: context.bundle.lesson.sections.count)
      return .stay
    case .open: return .replace(.lesson(.section(selected), trail: trail))
    case .leave:
      return current == nil
        ? .pop : .replace(.lesson(.lastPosition, trail: Array(trail.dropLast())))
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let sections = context.bundle.lesson.sections
    let read = sections.count { context.learner.sectionsRead.contains($0.id) }
    var page = Page(
      Words.Contents.title(course: context.bundle.lesson.title),
      status: Words.Contents.read(read, of: sections.count), keys: hints(in: context), in: context)
    let rows = page.body.size.height
    let first = max(0, min(selected - rows / 2, sections.count - rows))
    for (row, index) in sections.indices.dropFirst(first).prefix(rows).enumerated() {
      let y = page.body.origin.y + row
      let isSelected = index == selected
      let isRead = context.learner.sectionsRead.contains(sections[index].id)
      page.frame.write(
        isSelected ? context.charset.pick("▸", ">") : " ", x: 2, y: y, .accent, .bold)
      page.frame.write(isRead ? context.charset.pick("✓", "+") : " ", x: 4, y: y, .right)
      let number = index + 1 < 10 ? " \(index + 1)" : "\(index + 1)"
      let recall = recall(of: sections[index].id, context)
      let end = context.size.width - 1 - recall.text.displayWidth
      page.frame.write(recall.text, x: end, y: y, recall.role)
      page.frame.write(
        TextLayout.truncate(
          context.text("\(number)  \(sections[index].title)"), width: end - 8,
          ellipsis: context.charset.pick("…", "~")), x: 6, y: y,
        isSelected ? .selection : .text, isSelected ? .bold : [])
    }
    return page.frame
  }

  /// The recall of a section's flashcards, as text.
  private func recall(
    of section: String, _ context: AppContext
  ) -> (text: String, role: Role) {
    let cards = context.bundle.deck.flashcards.lazy.filter { $0.card.section == section }
    guard let mean = context.learner.meanRecall(of: cards, on: context.today) else {
      return ("", .dim)
    }
    let percent = ProgressPages.percent(mean)
    let isFading = mean < 0.8
    return context.size.width < 60
      ? (isFading ? "! " + percent : percent, isFading ? .accent : .dim)
      : (
        isFading
          ? Words.Contents.fading(percent: percent) : Words.Contents.recalled(percent: percent),
        isFading ? .accent : .dim
      )
  }
}
