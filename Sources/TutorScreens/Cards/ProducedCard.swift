import Figures
import Lessons
import Practice
import TerminalUI
import Words

/// A flashcard whose answer the learner produces.
struct ProducedCard: Sendable {
  let card: Flashcard
  private let question: AskedQuestion
  private var progress: AnswerInProgress
  private var answer: ProducedAnswer
  /// The verdict on the latest answer, or that it was no answer.
  private var verdict: AskedQuestion.Verdict?
  /// The highest grade that the answer is worth; nil while the question can be answered.
  private(set) var rating: Rating?

  /// Asks a card.
  ///
  /// - Parameters:
  ///   - card: The card.
  ///   - question: The question that it asks.
  ///   - seed: Shuffles what the question shows.
  ///   - typesValues: Whether curves are sketched by typing values.
  init(_ card: Flashcard, asking question: Card, seed: UInt64, typesValues: Bool) {
    var generator = SeededGenerator(seed: seed)
    self.card = card
    self.question = AskedQuestion(question, using: &generator)
    answer = ProducedAnswer(to: question)
    progress = AnswerInProgress(typesValues: typesValues)
  }

  /// Whether characters are part of the answer.
  var isTyping: Bool { rating == nil && progress.isTyped(question) }

  /// Whether nothing was answered yet, not even a part.
  var isEmpty: Bool { progress.isEmpty }

  enum Action: Sendable {
    case answer(AnswerInProgress.Action)
    /// Shows the answer, which counts as forgotten.
    case show
  }

  /// The bindings that answer the question; none once it is answered.
  var bindings: [KeyBinding<Action>] {
    guard rating == nil else { return [] }
    let answers = progress.bindings(on: question)
    let taken = answers.map(\.hint).filter(\.isAvailable).flatMap(\.keys)
    let show = KeyBinding(
      "turn", [.enter, .space], Action.show, Words.Cards.showAnswer, footer: true)
    return answers.map { $0.map(Action.answer) }
      + [show.without(taken + (isTyping ? [.space] : []))].compactMap(\.self)
  }

  /// Performs the action of a key.
  mutating func perform(_ action: Action) {
    switch action {
    case .show:
      progress = AnswerInProgress(typesValues: progress.typesValues)
      verdict = .wrong(Words.Cards.answerShown)
      rating = .again
    case .answer(let part):
      if verdict == .unreadable { verdict = nil }
      guard let given = progress.perform(part, on: question) else { return }
      let verdict = question.verdict(on: given)
      self.verdict = verdict
      rating = answer.grade(verdict)
      if rating == nil, verdict != .unreadable { progress = progress.forAnotherTry }
    }
  }

  /// Adds text that was typed or pasted.
  mutating func insert(_ text: String) {
    if verdict == .unreadable { verdict = nil }
    progress.insert(text, on: question)
  }

  /// Counts a look at the passage that has the answer.
  mutating func help() {
    if rating == nil { answer.help() }
  }

  /// Lays out the question, and the verdict on the latest answer.
  ///
  /// - Parameters:
  ///   - width: Columns.
  ///   - rows: Rows that the question should fit into before and after it is answered.
  ///   - context: The learner, the terminal and the lesson.
  /// - Returns: All lines, and the position of the cursor.
  func lines(width: Int, rows: Int, _ context: AppContext) -> QuestionView.Lines {
    var text = ColumnText(width: width, context)
    let isAsked = rating == nil && verdict != .unreadable
    var result = QuestionView(
      question: question, progress: progress, verdict: isAsked ? nil : verdict, context: context
    ).lines(width: width, rows: rows)
    text.add(result.lines)
    if rating != nil {
      CardView(card: card, context: context).addExtras(to: &text, rows: rows)
    } else if answer.isSecondTry, isAsked {
      text.addBlank()
      result.verdict = text.lines.count
      text.add(mistake: verdict?.mistake, yourAnswer: nil, context)
      text.add(Words.Cards.secondTry, Style(.dim))
    } else if isTyping, isEmpty {
      text.addBlank()
      text.add(Words.Cards.typeAnswer(context.keyNames), Style(.dim))
    }
    // The question stays where it is when the verdict is added, which is at least the mistake and the right answer.
    let verdict = 3 + TextLayout.wrap(card.card.explanation, width: max(1, width)).count
    let rest = rows - text.lines.count - (rating == nil ? verdict : 0) - Self.gradeRows
    let top = context.isPlain ? 0 : max(0, min(rows / 5, rest))
    result.cursor?.y += top
    result.focus?.y += top
    result.verdict? += top
    result.lines = Array(repeating: [], count: top) + text.lines
    result.card = top..<(result.lines.count + (rating == nil ? verdict : 0))
    return result
  }

  /// The rows of the grades under a card, with the blank one before them.
  static let gradeRows = 2
}
