import Figures
import Lessons
import Practice
import TerminalUI
import Words

/// The questions at the end of a section, answered in place.
///
/// Only the first answer to each counts as known or not; after a wrong answer the learner can try again immediately, and
/// a right second try counts as met. A question that was missed is asked again at the end of a later section: repeating
/// a forgotten question after other text, rather than at once, is what helps (Matuschak & Nielsen, Quantum Country).
struct SectionChecks: Sendable {
  private struct Check: Sendable {
    var question: AskedQuestion
    var progress = AnswerInProgress()
    var verdict: AskedQuestion.Verdict?
    /// Whether the first answer was given, now or in an earlier session.
    var isMet: Bool
    /// Whether it was answered correctly in an earlier session.
    var isKnown: Bool
    /// Whether the learner was sure of the latest answer; nil if that was not asked.
    var wasSure: Bool?
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
      let last = context.learner.lastAnswers[id]
      add(id, isMet: last != nil, isKnown: last == true, context)
    }
    let sections = context.bundle.lesson.sections
    let index = context.bundle.lesson.sectionIndex(id: section.id) ?? 0
    let missed = CheckRetry.questions(
      in: index, checks: sections.map(\.checks), lastAnswers: context.learner.lastFirstTries)
    for id in missed {
      let earlier = sections.firstIndex { $0.checks.contains(id) }
      add(id, isMet: false, isKnown: false, missedIn: earlier.map { $0 + 1 }, context)
    }
  }

  private mutating func add(
    _ id: String, isMet: Bool, isKnown: Bool, missedIn: Int? = nil, _ context: AppContext
  ) {
    let width = Page.column(in: context.size.width).width
    guard let card = context.bundle.deck.card(id: id),
      card.isDistinguishable(width: width, rows: 14, context.charset)
    else { return }
    var generator = SeededGenerator(seed: context.seed)
    checks.append(
      Check(
        question: AskedQuestion(card, using: &generator), isMet: isMet, isKnown: isKnown,
        missedIn: missedIn))
  }

  var isEmpty: Bool { checks.isEmpty }
  /// Whether each question of the section was answered at least once.
  var areMet: Bool { waiting == 0 }
  /// The number of the section's questions without an answer.
  var waiting: Int { checks.count { !$0.isMet && $0.missedIn == nil } }

  /// The question that keys answer: the first that is not right yet.
  private var current: Int? {
    checks.firstIndex { !$0.isKnown && $0.verdict?.isRight != true }
  }

  /// The result of a part of an answer.
  enum Outcome {
    /// The answer is not complete.
    case taken
    /// The first answer to a question, and whether the learner was sure; nil if that was not asked.
    case answered(Card, AskedQuestion.Verdict, isSure: Bool?)
    /// A later answer, which shows at most that the question was met.
    case retried(Card, AskedQuestion.Verdict)
  }

  /// Whether a question can be answered.
  var isWaiting: Bool { current != nil }

  /// The keys that answer the current question or show a hint; empty if every question has been answered correctly.
  func bindings(_ words: String) -> [KeyBinding<AnswerInProgress.Action>] {
    guard let index = current else { return [] }
    let (question, given) = (checks[index].question, checks[index].progress)
    let progress = checks[index].verdict == nil ? given : AnswerInProgress(hints: given.hints)
    return [progress.choices(on: question, words, footer: true).without(["t", "f"])]
      .compactMap(\.self) + [progress.hintBinding(on: question)]
  }

  /// Marks the next answer as unsure, or not.
  mutating func toggleUnsure() { isUnsure.toggle() }

  /// Handles a part of an answer.
  mutating func perform(
    _ action: AnswerInProgress.Action, in context: AppContext
  ) -> Outcome {
    guard let index = current else { return .taken }
    if checks[index].verdict != nil {
      checks[index].verdict = nil
      checks[index].progress = AnswerInProgress(hints: checks[index].progress.hints)
    }
    let question = checks[index].question
    guard let answer = checks[index].progress.perform(action, on: question) else { return .taken }
    let verdict = question.verdict(on: answer)
    checks[index].verdict = verdict
    checks[index].wasSure = context.isSure(unlessMarked: isUnsure)
    isUnsure = false
    guard !checks[index].isMet else { return .retried(question.card, verdict) }
    checks[index].isMet = true
    return .answered(question.card, verdict, isSure: checks[index].wasSure)
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
      guard check.isKnown || index <= current ?? checks.count else { continue }
      if index > 0 || context.size.height >= 18 { text.addBlank() }
      let first = text.lines.count
      defer { laidOut.questions.append(first..<text.lines.count) }
      if let section = check.missedIn {
        text.add(Words.Checks.missed(inSection: section), Style(.dim))
      }
      if check.isKnown {
        let mark = context.rightMark
        text.add(check.question.card.prompt, Style(.dim), marker: [Run(mark, .right)])
        text.add(check.question.card.rightAnswer, Style(.right), marker: [Run("  ")])
      } else {
        add(check, to: &text, isUnsure: isUnsure && index == current, width: width, context)
      }
    }
    let behind = checks.count - 1 - (current ?? checks.count)
    if behind > 0 {
      text.addBlank()
      text.add(Words.Checks.more(behind), Style(.dim))
    }
    laidOut.lines = text.lines
    return laidOut
  }

  /// Adds a question that is open, or was answered in this visit.
  private func add(
    _ check: Check, to text: inout ColumnText, isUnsure: Bool, width: Int, _ context: AppContext
  ) {
    let view = QuestionView(
      question: check.question, progress: check.progress, verdict: check.verdict,
      context: context, revealsAnswer: false)
    text.add(view.lines(width: width, rows: 13).lines)
    if let verdict = check.verdict, !verdict.isRight {
      if check.wasSure == true { text.add(Words.Questions.wasSure, Style(.wrong, .bold)) }
      text.add(Words.Checks.again, Style(.dim))
    }
    if isUnsure { text.add(Words.Questions.isUnsure, Style(.heading, [.bold, .reverse])) }
  }
}
