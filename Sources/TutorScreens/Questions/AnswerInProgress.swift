import Figures
import Lessons
import Practice
import Sketching
import TerminalUI
import Words

/// An answer in progress, key by key.
struct AnswerInProgress: Equatable, Sendable {
  /// Whether a curve is sketched by typing values instead of moving handles, as in plain text.
  var typesValues = false
  /// The chosen choices of several, by their ids.
  var taken: Set<String> = []
  /// The text typed for a number or into a gap.
  var text = ""
  /// The chosen choice, by its id.
  var choice: String?
  /// The chosen cause of a fault, by its id.
  var cause: String?
  /// The judgement on a statement.
  var judgement: Bool?
  /// The chosen items, by their indices.
  var picks: [Int] = []
  /// The marker's place, in steps from the left end; nil before it was moved or set.
  var marker: Int?
  /// The sketch; nil before its first key.
  var sketch: SketchInstrument?
  /// The number of hints that are shown.
  var hints = 0

  /// Whether nothing was answered, not even a part.
  var isEmpty: Bool { self == AnswerInProgress(typesValues: typesValues, hints: hints) }

  enum Action: Sendable {
    /// Takes the choice or item with an index.
    case choose(Int)
    case takeBack, clear, give
    /// Moves the marker by a number of steps.
    case move(Int)
    /// Changes a sketch.
    case sketch(SketchInstrument.Action)
    /// Shows the next hint.
    case hint
  }

  /// The bindings that answer a question, besides typed text, and the one for hints.
  func bindings(on question: AskedQuestion) -> [KeyBinding<Action>] {
    answers(on: question) + [hintBinding(on: question)]
  }

  /// The binding for the next hint; an answer in words can begin with the usual letter.
  func hintBinding(on question: AskedQuestion) -> KeyBinding<Action> {
    var keys: [Key] = ["h", .control("t")]
    if case .gap = question.card.form { keys.removeFirst() }
    return KeyBinding(
      "hint", keys, .hint, Words.Questions.hint, footer: true,
      when: hints < question.card.hints.count)
  }

  private func answers(on question: AskedQuestion) -> [KeyBinding<Action>] {
    typealias Does = Words.Quiz
    if isTyped(question) {
      return [
        KeyBinding("submit", [.enter], .give, Does.answer, footer: true, when: !text.isEmpty),
        KeyBinding(
          "delete", [.backspace, .control("h")], .takeBack, Words.Typing.delete, when: !text.isEmpty
        ),
        KeyBinding("clear", [.control("u")], .clear, Words.Typing.clear, when: !text.isEmpty),
      ]
    }
    switch question.card.form {
    case .sketch:
      let handles = instrument(question)?.handleBindings.map { $0.map(Action.sketch) } ?? []
      return handles + [KeyBinding("submit", [.enter], .give, Does.answer, footer: true)]
    case .point:
      return KeyBinding.steps(of: 1, { .move(Int($0)) }, Does.moveMarker).compactMap {
        $0.without(["h", "l"])
      } + [
        KeyBinding("submit", [.enter], .give, Does.setPoint, footer: true)
      ]
    case .several:
      return [
        choices(on: question, Does.choose, footer: true),
        KeyBinding("submit", [.enter], .give, Does.answer, footer: true, when: !taken.isEmpty),
      ]
    case .order, .match:
      return [
        choices(on: question, Does.answer, footer: true),
        KeyBinding(
          "take-back", [.backspace], .takeBack, Does.takeBack, footer: true, when: !picks.isEmpty),
      ]
    default: return [choices(on: question, Does.answer, footer: true)]
    }
  }

  /// The choices of which the next one is taken: after a cause, those of the first thing to try.
  func options(of question: AskedQuestion) -> [Choice] {
    cause == nil ? question.choices : question.remedies
  }

  /// The binding of the keys that take a choice or an item.
  func choices(
    on question: AskedQuestion, _ words: String, footer: Bool = false
  ) -> KeyBinding<Action> {
    switch question.card.form {
    case .trueFalse where judgement == nil:
      return KeyBinding(
        [("choice-1", ["1", "t"], .choose(0)), ("choice-2", ["2", "f"], .choose(1))], words,
        footer: footer)
    case .order, .match:
      let keys = zip(Key.digits, question.items.indices).filter { !picks.contains($0.1) }
      return KeyBinding(
        keys.map { ("choice-\($0.1 + 1)", [$0.0], .choose($0.1)) }, words, footer: footer,
        when: !keys.isEmpty)
    default:
      return .digits(
        "choice", options(of: question).count, Action.choose, words, footer: footer)
    }
  }

  /// Takes a part of an answer.
  ///
  /// - Returns: The answer once it is complete.
  mutating func perform(_ action: Action, on question: AskedQuestion) -> AskedQuestion.Answer? {
    switch (action, question.card.form) {
    case (.give, .numeric): return .number(text)
    case (.give, .gap): return .words(text)
    case (.give, .point(let plot, _)):
      let step = step(on: question)
      marker = step
      return .values([PointQuestion.place(step, in: plot.figure.x)])
    case (.give, .sketch): return giveSketch(question)
    case (.sketch(let action), _):
      sketch = instrument(question)
      sketch?.perform(action)
    case (.give, _): return .choices(taken)
    case (.move(let steps), _):
      marker = min(max(step(on: question) + steps, 0), PointQuestion.steps)
    case (.takeBack, _) where isTyped(question): _ = text.popLast()
    case (.takeBack, _): _ = picks.popLast()
    case (.clear, _): text = ""
    case (.hint, _): hints = min(hints + 1, question.card.hints.count)
    case (.choose(let index), .trueFalse) where judgement == nil: judgement = index == 0
    case (.choose(let index), .diagnose) where cause == nil: cause = question.choices[index].id
    case (.choose(let index), .several): taken.formSymmetricDifference([question.choices[index].id])
    case (.choose(let index), .order), (.choose(let index), .match): return pick(index, question)
    case (.choose(let index), _):
      let id = options(of: question)[index].id
      choice = id
      if let cause { return .diagnosis(cause: cause, remedy: id) }
      return judgement.map { .judgement($0, reason: id) } ?? .choice(id)
    }
    return nil
  }

  /// The marker's place, in steps from the left end.
  func step(on question: AskedQuestion) -> Int { marker ?? question.start }

  /// The maximum number of characters in a number and in a gap.
  private static let (longestNumber, longestGap) = (20, 40)

  /// Adds text that was typed or pasted.
  mutating func insert(_ added: String, on question: AskedQuestion) {
    let longest =
      switch question.card.form {
      case .numeric: Self.longestNumber
      case .gap: Self.longestGap
      case .sketch where typesValues: Self.longestNumber
      default: 0
      }
    text += added.filter { !$0.isControl }.prefix(max(0, longest - text.count))
  }

  private mutating func pick(_ item: Int, _ question: AskedQuestion) -> AskedQuestion.Answer? {
    picks.append(item)
    switch question.card.form {
    case .order(let order): return picks.count == order.items.count ? .order(picks) : nil
    case .match(let match):
      guard picks.count == match.left.count else { return nil }
      return .pairs(picks.map { question.items[$0].id })
    default: return nil
    }
  }
}

extension AnswerInProgress {
  /// The answer so far as far as another try begins with it: markers and handles stay where they were set.
  var forAnotherTry: AnswerInProgress {
    var copy = AnswerInProgress(typesValues: typesValues, marker: marker, hints: hints)
    if !typesValues { copy.sketch = sketch }
    copy.sketch?.hide()
    return copy
  }

  /// Whether the answer to a question is typed.
  func isTyped(_ question: AskedQuestion) -> Bool {
    if case .sketch = question.card.form { return typesValues }
    return question.card.isTyped
  }

  /// The sketch of a question's curve so far; nil for other questions.
  func instrument(_ question: AskedQuestion) -> SketchInstrument? {
    guard case .sketch(let plot, _) = question.card.form else { return nil }
    return sketch ?? SketchInstrument(plot.figure)
  }

  /// Marks a sketch, or takes the value that was typed.
  ///
  /// - Returns: The answer once it is complete; the text if it is not a number.
  private mutating func giveSketch(_ question: AskedQuestion) -> AskedQuestion.Answer? {
    guard var drawn = instrument(question) else { return nil }
    if typesValues {
      guard let value = NumericQuestion.number(text) else { return .number(text) }
      text = ""
      let isComplete = drawn.enter(value)
      sketch = drawn
      guard isComplete else { return nil }
    }
    drawn.show()
    sketch = drawn
    return .sketch(drawn.sketch.heights, mistake: drawn.mistake)
  }
}

extension Card {
  /// Whether its answer is typed.
  var isTyped: Bool {
    switch form {
    case .numeric, .gap: true
    default: false
    }
  }
}
