import Figures
import Lessons
import Practice
import TerminalUI
import Words

/// The questions at the end of a section, answered in place.
///
/// A question that was missed is asked again at the end of a later section: repeating a forgotten question after other
/// text, rather than at once, is what helps (Matuschak & Nielsen, Quantum Country).
struct SectionChecks: Sendable {
  private struct Check: Sendable {
    var asked: TextCheck
    /// The number of the earlier section in which it was missed; nil for a question of this section.
    var missedIn: Int?
  }

  private var checks: [Check] = []
  /// Whether the learner marked the next answer as unsure.
  private(set) var isUnsure = false

  init() {}

  /// Uses the questions that the section names, and some that were missed in earlier sections.
  init(_ section: Section, _ context: AppContext) {
    for id in section.checks {
      add(id, last: context.learner.lastAnswers[id], context)
    }
    let sections = context.bundle.lesson.sections
    let index = context.bundle.lesson.sectionIndex(id: section.id) ?? 0
    let missed = CheckRetry.questions(
      in: index, checks: sections.map(\.checks), lastAnswers: context.learner.lastFirstTries)
    for id in missed {
      let earlier = sections.firstIndex { $0.checks.contains(id) }
      add(id, last: nil, missedIn: earlier.map { $0 + 1 }, context)
    }
  }

  private mutating func add(
    _ id: String, last: Bool?, missedIn: Int? = nil, _ context: AppContext
  ) {
    let width = Page.column(in: context.size.width).width
    guard let card = context.bundle.deck.card(id: id),
      card.isDistinguishable(width: width, rows: 14, context.charset)
    else { return }
    checks.append(
      Check(asked: TextCheck(card, last: last, seed: context.seed), missedIn: missedIn))
  }

  var isEmpty: Bool { checks.isEmpty }
  /// Whether each question of the section was answered at least once.
  var areMet: Bool { waiting == 0 }
  /// The number of the section's questions without an answer.
  var waiting: Int { checks.count { !$0.asked.isMet && $0.missedIn == nil } }

  /// The question that keys answer: the first that is not right yet.
  private var current: Int? { checks.firstIndex { $0.asked.isOpen } }

  /// Whether a question can be answered.
  var isWaiting: Bool { current != nil }

  /// The keys that answer the current question or show a hint; empty if every question has been answered correctly.
  func bindings(_ words: String) -> [KeyBinding<AnswerInProgress.Action>] {
    guard let index = current else { return [] }
    return checks[index].asked.choices(words) + [checks[index].asked.hint]
  }

  /// Marks the next answer as unsure, or not.
  mutating func toggleUnsure() { isUnsure.toggle() }

  /// Handles a part of an answer.
  mutating func perform(
    _ action: AnswerInProgress.Action, in context: AppContext
  ) -> TextCheck.Outcome {
    guard let index = current else { return .taken }
    let outcome = checks[index].asked.perform(
      action, isSure: context.isSure(unlessMarked: isUnsure))
    if checks[index].asked.verdict != nil { isUnsure = false }
    return outcome
  }

  /// The questions as lines.
  struct LaidOut {
    var lines: [[Run]] = []
    /// The lines of the heading; nil without questions.
    var heading: Range<Int>?
    /// The lines of each question.
    var questions: [Range<Int>] = []
  }

  /// The questions as lines; those after the current one are hidden.
  func laidOut(width: Int, _ context: AppContext) -> LaidOut {
    guard !checks.isEmpty else { return LaidOut() }
    var laidOut = LaidOut()
    var text = ColumnText(width: width, context)
    let rule = context.charset.pick("─", "-")
    let heading = Words.Checks.heading
    text.add(heading, Style(.heading, .bold))
    // Without rows for a rule, the heading and a question still fit on a page.
    if !context.isPlain, context.size.height >= 18 {
      text.add([[Run(String(repeating: rule, count: heading.displayWidth), .dim)]])
    }
    laidOut.heading = 0..<text.lines.count
    for (index, check) in checks.enumerated() {
      guard check.asked.isKnown || index <= current ?? checks.count else { continue }
      if index > 0 || context.size.height >= 18 { text.addBlank() }
      let first = text.lines.count
      defer { laidOut.questions.append(first..<text.lines.count) }
      if let section = check.missedIn {
        text.add(Words.Checks.missed(inSection: section), Style(.dim))
      }
      check.asked.add(
        to: &text, isUnsure: isUnsure && index == current, width: width, context)
    }
    let behind = checks.count - 1 - (current ?? checks.count)
    if behind > 0 {
      text.addBlank()
      text.add(Words.Checks.more(behind), Style(.dim))
    }
    laidOut.lines = text.lines
    return laidOut
  }
}
