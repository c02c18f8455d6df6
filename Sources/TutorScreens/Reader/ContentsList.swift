import Lessons
import Practice
import TerminalUI
import Words

/// The sections with ticks, and the work that is left in each.
struct ContentsList {
  private let context: AppContext
  /// The index of the section that is being read.
  private let current: Int?

  init(_ context: AppContext, current: Int? = nil) {
    self.context = context
    self.current = current
  }

  /// A heading, and a line for each section.
  func lines(width: Int) -> [[Run]] {
    let sections = context.bundle.lesson.sections
    var text = ColumnText(width: width, context)
    text.add(Words.Contents.name, Style(.heading, .bold))
    text.addBlank()
    for (index, section) in sections.enumerated() {
      let isCurrent = index == current
      let isRead = context.learner.sectionsRead.contains(section.id)
      let work = context.text(Self.work(in: section, context))
      let number = "\(index + 1)".leftPadded(to: "\(sections.count)".count) + "  "
      let marks = [
        // Nothing is selected here, so that the terminal's cursor stays in the text.
        Run(isCurrent ? context.charset.pick("→ ", "> ") : "  ", .accent),
        Run(isRead ? context.rightMark : "  ", .right),
        Run(number, isCurrent ? .accent : .text, isCurrent ? .bold : []),
      ]
      let used = marks.reduce(0) { $0 + $1.text.displayWidth }
      let room = width - used - work.displayWidth - 2
      let title = TextLayout.truncate(
        context.text(section.title), width: room, ellipsis: context.charset.pick("…", "~"))
      let name = Run(title, isCurrent ? .accent : .text, isCurrent ? .bold : [])
      let gap = Run("".padded(to: room - title.displayWidth + 2))
      text.add([marks + [name, gap, Run(work, .dim)]])
    }
    return text.lines
  }

  /// The open questions of a section that was begun, or the minutes of one that was not; empty for a section that was read.
  static func work(in section: Section, _ context: AppContext) -> String {
    guard !context.learner.sectionsRead.contains(section.id) else { return "" }
    let open = Today.openQuestions(of: section, context.learner)
    return open < section.checks.count
      ? Words.Contents.open(questions: open)
      : Words.Contents.minutes(Today.minutes(of: section, from: 0, context.learner))
  }
}
