import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// The predictions and exercises in the text of a section.
struct TextQuestions: Sendable {
  private struct Asked: Sendable {
    var check: TextCheck
    let isPrediction: Bool
    /// Whether the learner wants to see the figure without an answer.
    var isSkipped = false

    /// Whether it waits for an answer; a prediction waits for one, and an exercise for a right one.
    var isOpen: Bool { isPrediction ? !isSkipped && !check.isMet : check.isOpen }
  }

  private var asked: [String: Asked] = [:]

  init() {}

  /// Uses the predictions and exercises of a section.
  init(_ section: Section, _ context: AppContext) {
    for prediction in section.blocks.flatMap(\.predictions) {
      let check = TextCheck(
        prediction.card(in: section.id), last: context.learner.predictions[prediction.id],
        seed: context.seed)
      asked[prediction.id] = Asked(check: check, isPrediction: true)
    }
    for id in section.blocks.flatMap(\.exercises) {
      guard let card = context.bundle.deck.card(id: id) else { continue }
      let check = TextCheck(card, last: context.learner.lastAnswers[id], seed: context.seed)
      asked[id] = Asked(check: check, isPrediction: false)
    }
  }

  /// The keys that answer a question in one step, show a hint or skip a prediction.
  func bindings(for id: String) -> [KeyBinding<TextQuestions.Action>] {
    guard let asked = asked[id], asked.isOpen else { return [] }
    typealias Does = Words.TextQuestions
    let answers: [KeyBinding<Action>] =
      if asked.check.question.card.isTyped {
        [
          .digits("choice", 9, { .type("\($0 + 1)") }, Does.answer, footer: true),
          KeyBinding("type-answer", ["i"], .type(""), Does.typeAnswer, footer: true)
            .also("type-zero", ["0"], .type("0")).also("type-minus", ["-"], .type("-"))
            .also("type-point", ["."], .type(".")),
        ]
      } else {
        asked.check.choices(Does.answer).map { $0.map(Action.answer) }
      }
    return answers + [
      asked.check.hint.map(Action.answer),
      KeyBinding(
        "skip-prediction", ["s"], .skip, Does.skip, footer: true, when: asked.isPrediction),
    ]
  }

  enum Action: Sendable {
    case answer(AnswerInProgress.Action)
    /// Begins to type an answer.
    case type(String)
    /// Shows the figure without a prediction.
    case skip
  }

  /// Performs a part of an answer.
  ///
  /// - Returns: The facts to record.
  mutating func perform(
    _ action: AnswerInProgress.Action, on id: String, in context: AppContext
  ) -> [Fact] {
    answer(id, in: context) { $0.perform(action, isSure: nil) }
  }

  /// Gives an answer that was typed.
  ///
  /// - Returns: The facts to record.
  mutating func give(_ text: String, to id: String, in context: AppContext) -> [Fact] {
    answer(id, in: context) { $0.give(text, isSure: nil) }
  }

  private mutating func answer(
    _ id: String, in context: AppContext, _ change: (inout TextCheck) -> TextCheck.Outcome
  ) -> [Fact] {
    guard var asked = asked[id] else { return [] }
    let outcome = change(&asked.check)
    self.asked[id] = asked
    guard asked.isPrediction else { return TextCheck.facts(after: outcome, in: context) }
    guard case .answered(let card, let verdict, _) = outcome else { return [] }
    return [
      .answer(question: card.id, isRight: verdict.isRight, mode: .prediction, milliseconds: 0)
    ]
  }

  /// Shows the figure without a prediction.
  mutating func skip(_ id: String) { asked[id]?.isSkipped = true }

  /// A question as it is shown; nil if nothing is left of it but its figure.
  func shown(_ id: String, width: Int, _ context: AppContext) -> QuestionInText? {
    guard let asked = asked[id] else { return nil }
    var text = ColumnText(width: width, context)
    if asked.isPrediction {
      guard asked.isOpen || asked.check.verdict != nil else { return nil }
      guard asked.isOpen else {
        asked.check.addPrediction(to: &text, context)
        return QuestionInText(lines: text.lines, isOpen: false)
      }
      text.add(Words.TextQuestions.prediction, Style(.heading, .bold))
    }
    asked.check.add(to: &text, isUnsure: false, width: width, context)
    return QuestionInText(lines: text.lines, isOpen: asked.isOpen)
  }
}

extension TextCheck {
  /// Adds what was predicted, what is right, and what the difference shows.
  fileprivate func addPrediction(to text: inout ColumnText, _ context: AppContext) {
    guard let verdict else { return }
    let card = question.card
    let yours = Words.TextQuestions.predicted(answerText)
    text.add(
      yours, Style(verdict.isRight ? .right : .wrong, .bold),
      marker: [
        Run(
          verdict.isRight ? context.rightMark : context.wrongMark,
          verdict.isRight ? .right : .wrong, .bold)
      ])
    if !verdict.isRight {
      if let mistake = verdict.mistake { text.add(mistake) }
      text.add(Words.TextQuestions.truth(card.rightAnswer))
    }
    text.add(card.explanation)
  }

  /// The answer in words.
  private var answerText: String {
    question.choices.first { $0.id == progress.choice }?.text ?? progress.text
  }
}
