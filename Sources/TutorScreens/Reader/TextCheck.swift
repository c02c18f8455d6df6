import Lessons
import Practice
import TerminalUI
import Words

/// A question that is answered in the text of a section.
///
/// Only the first answer counts as known or not; after a wrong one the learner can try again immediately, and a right
/// second try counts as met.
struct TextCheck: Sendable {
  var question: AskedQuestion
  private(set) var progress = AnswerInProgress()
  private(set) var verdict: AskedQuestion.Verdict?
  /// Whether the first answer was given, now or in an earlier session.
  private(set) var isMet: Bool
  /// Whether it was answered correctly in an earlier session.
  let isKnown: Bool
  /// Whether the learner was sure of the latest answer; nil if that was not asked.
  private(set) var wasSure: Bool?

  /// Asks a question.
  ///
  /// - Parameters:
  ///   - card: The question.
  ///   - last: Whether the latest answer in an earlier session was right; nil without one.
  ///   - seed: Shuffles the choices.
  init(_ card: Card, last: Bool?, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    question = AskedQuestion(card, using: &generator)
    isMet = last != nil
    isKnown = last == true
  }

  /// The result of a part of an answer.
  enum Outcome {
    /// The answer is not complete, or no answer.
    case taken
    /// The first answer to a question, and whether the learner was sure; nil if that was not asked.
    case answered(Card, AskedQuestion.Verdict, isSure: Bool?)
    /// A later answer, which shows at most that the question was met.
    case retried(Card, AskedQuestion.Verdict)
  }

  /// Whether it waits for a right answer.
  var isOpen: Bool { !isKnown && verdict?.isRight != true }

  /// The answer so far; empty while a verdict is shown, because the next key begins another try.
  var current: AnswerInProgress {
    verdict == nil ? progress : AnswerInProgress(hints: progress.hints)
  }

  /// The digits of the choices; letters have other meanings in the text.
  func choices(_ words: String) -> [KeyBinding<AnswerInProgress.Action>] {
    [current.choices(on: question, words, footer: true).without(["t", "f"])].compactMap(\.self)
  }

  /// The key for the next hint.
  var hint: KeyBinding<AnswerInProgress.Action> { current.hintBinding(on: question) }

  /// Handles a part of an answer.
  mutating func perform(_ action: AnswerInProgress.Action, isSure: Bool?) -> Outcome {
    progress = current
    verdict = nil
    guard let answer = progress.perform(action, on: question) else { return .taken }
    return judge(answer, isSure: isSure)
  }

  /// Gives an answer that was typed.
  mutating func give(_ text: String, isSure: Bool?) -> Outcome {
    progress = current
    verdict = nil
    progress.text = text
    return perform(.give, isSure: isSure)
  }

  private mutating func judge(_ answer: AskedQuestion.Answer, isSure: Bool?) -> Outcome {
    let verdict = question.verdict(on: answer)
    self.verdict = verdict
    if verdict == .unreadable { return .taken }
    wasSure = isSure
    guard !isMet else { return .retried(question.card, verdict) }
    isMet = true
    return .answered(question.card, verdict, isSure: isSure)
  }

  /// The facts to record after a part of an answer.
  static func facts(after outcome: Outcome, in context: AppContext) -> [Fact] {
    switch outcome {
    case .taken: return []
    case .retried(let card, let verdict):
      guard verdict.isRight else { return [] }
      return [
        .answer(question: card.id, isRight: true, mode: .check, milliseconds: 0, isRetry: true)
      ]
    case .answered(let card, let verdict, let isSure):
      return context.facts(after: card, verdict, mode: .check, milliseconds: 0, isSure: isSure)
    }
  }

  /// Adds the question with the verdict on the latest answer.
  func add(to text: inout ColumnText, isUnsure: Bool, width: Int, _ context: AppContext) {
    if isKnown {
      text.add(question.card.prompt, Style(.dim), marker: [Run(context.rightMark, .right)])
      text.add(question.card.rightAnswer, Style(.right), marker: [Run("  ")])
      return
    }
    let view = QuestionView(
      question: question, progress: progress, verdict: verdict, context: context,
      revealsAnswer: false)
    text.add(view.lines(width: width, rows: 13).lines)
    if let verdict, !verdict.isRight, verdict != .unreadable {
      if wasSure == true { text.add(Words.Questions.wasSure, Style(.wrong, .bold)) }
      text.add(Words.Checks.again, Style(.dim))
    }
    if isUnsure { text.add(Words.Questions.isUnsure, Style(.heading, [.bold, .reverse])) }
  }
}
