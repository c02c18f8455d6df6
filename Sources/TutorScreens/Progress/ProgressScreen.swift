import Lessons
import Practice
import TerminalUI

/// What the record says.
struct ProgressScreen: Screen {
  let name = "Progress"
  private var top = 0

  init() {}

  func keys(in context: Surroundings) -> [KeyBinding] {
    [
      KeyBinding([.down, .up], "scroll", footer: true, label: "↓ ↑"),
      KeyBinding([.escape, .character("q")], "home", footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: Surroundings) -> TutorResponse {
    guard let key = event.key else { return .stay }
    if key.leaves { return .pop }
    let last = max(0, ProgressText(context).lines.count - (context.size.height - 4))
    if key.goesDown || key.pagesDown { top = min(last, top + 1) }
    if key.goesUp || key.pagesUp { top = max(0, top - 1) }
    return .stay
  }

  func view(in context: Surroundings) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let lines = ProgressText(context).lines
    let hidden = lines.count - top - (context.size.height - 4)
    var page = Page(
      name, status: hidden > 0 ? "↓ \(hidden) more" : "", keys: keys(in: context), in: context)
    let column = Page.column(in: context.size.width)
    for (row, line) in lines.dropFirst(top).prefix(page.body.size.height).enumerated() {
      page.frame.write(
        TextLayout.truncate(
          context.text(line), width: column.width, ellipsis: context.charset.pick("…", "~")),
        x: column.x, y: page.body.origin.y + row)
    }
    return page.frame
  }
}

/// The learner's progress in words, for the screen and for `tutor progress`.
public struct ProgressText {
  /// One statement a line.
  public let lines: [String]

  /// Gathers what is known.
  public init(_ context: Surroundings) {
    let (learner, lesson) = (context.learner, context.course.lesson)
    var lines: [String] = []
    let read = lesson.sections.count { learner.sectionsRead.contains($0.id) }
    lines.append("Sections read    \(read) of \(lesson.sections.count)")
    let flashcards = context.course.deck.flashcards
    let known = flashcards.filter { learner.schedules[$0.id] != nil }
    let due = learner.schedules.keys.filter {
      learner.isDue($0, at: context.now, utcOffset: context.utcOffset)
    }
    lines.append("Cards begun      \(known.count) of \(flashcards.count), \(due.count) due now")
    lines.append("Grades given     \(learner.reviewCount)")
    let recalls = learner.schedules.keys.compactMap {
      learner.retrievability(of: $0, on: context.today)
    }
    if !recalls.isEmpty {
      let mean = recalls.reduce(0, +) / Double(recalls.count)
      lines.append("Recall now       \(Int((mean * 100).rounded())) % of the cards begun")
    }
    let answers = learner.answers
    lines.append("Questions        \(answers.right) of \(answers.total) right")
    if let best = learner.speedRuns.max(by: { $0.score < $1.score }) {
      lines.append(
        "Speed Challenge  best \(best.score) points, \(learner.speedRuns.count) played")
    } else {
      lines.append("Speed Challenge  not played yet")
    }
    lines.append("Days in a row    \(learner.streak(on: context.today))")
    lines.append("")
    for (index, section) in lesson.sections.enumerated() {
      let cards = flashcards.filter { $0.card.section == section.id }
      let begun = cards.count { learner.schedules[$0.id] != nil }
      let mark = learner.sectionsRead.contains(section.id) ? "✓" : " "
      let number = index + 1 < 10 ? " \(index + 1)" : "\(index + 1)"
      lines.append("\(mark) \(number) \(section.title) · cards \(begun)/\(cards.count)")
    }
    lines.append("")
    lines.append("Record: \(context.recordPath)")
    self.lines = lines
  }
}
