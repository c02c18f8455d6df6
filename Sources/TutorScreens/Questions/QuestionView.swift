import Figures
import Lessons
import Practice
import TerminalUI
import Words

/// A question as lines, with the answer so far and the verdict.
struct QuestionView {
  let question: AskedQuestion
  let progress: AnswerInProgress
  let verdict: AskedQuestion.Verdict?
  let context: AppContext
  /// Whether a wrong answer is followed by the right one.
  var revealsAnswer = true
  /// The rows of an answered curve; nil to choose them by the rows of the question.
  var plotRows: Int?
  /// Whether the curve is drawn beside the lines, see ``plot(_:)``, instead of among them.
  var isPlotBeside = false

  /// The lines of a question.
  struct Lines {
    var lines: [[Run]]
    /// The first line of the verdict, if there is one; before the last part of a diagnosis, of the verdict on its cause.
    var verdict: Int?
    /// The position of the cursor in a text field.
    var cursor: Point?
    /// The position of the handle of a sketch that keys move.
    var focus: Point?
    /// The lines of a flashcard, including those that its other side needs.
    var card: Range<Int>?
  }

  /// The rows from which blank lines separate the parts.
  static let roomyRows = 14

  /// Lays out the question.
  ///
  /// - Parameters:
  ///   - width: Columns.
  ///   - rows: Rows to fit into if possible; only a curve is scaled.
  /// - Returns: All lines; a screen scrolls if there are too many.
  func lines(width: Int, rows: Int) -> Lines {
    var text = ColumnText(width: width, context)
    var result = Lines(lines: [])
    let isRoomy = rows >= Self.roomyRows
    addPrompt(to: &text, &result, width: width, rows: rows)
    addAnswers(to: &text, &result, isRoomy: isRoomy)
    if verdict == nil || verdict == .unreadable {
      text.add(hints: question.card.hints.prefix(progress.hints))
    }
    if isPlotBeside { addDifference(to: &text) }
    if let verdict {
      if isRoomy { text.addBlank() }
      result.verdict = text.lines.count
      add(verdict, to: &text)
    }
    result.lines = text.lines
    return result
  }

  /// Adds the stem, the question and its figure; a diagnosis says first which network its stem is about.
  private func addPrompt(
    to text: inout ColumnText, _ result: inout Lines, width: Int, rows: Int
  ) {
    let (card, isRoomy) = (question.card, rows >= Self.roomyRows)
    if case .diagnose = card.form {
      text.add(card.prompt, Style(.text, .bold))
      if isRoomy { text.addBlank() }
      return text.add(card.stem, isRoomy: isRoomy, context)
    }
    text.add(card.stem, isRoomy: isRoomy, context)
    text.add(card.prompt, Style(.text, .bold))
    switch card.form {
    case .curve(let plot, _): add(plot, to: &text, width: width, rows: rows)
    case .network(let figure, _): add(figure, to: &text, width: width)
    case .point(let plot, let point): add(plot, point, to: &text, width: width, rows: rows)
    case .sketch(let plot, _): addSketch(of: plot, to: &text, &result, width: width, rows: rows)
    default: if isRoomy { text.addBlank() }
    }
  }

  /// What stands before typed text.
  var field: Run {
    Run(context.isPlain ? Words.Questions.field : "> ", .accent, .bold)
  }

  /// The choices of which the next one is taken.
  private var choices: [Choice] { progress.options(of: question) }

  var chosen: Choice? { choices.first { $0.id == progress.choice } }

  private func addAnswers(
    to text: inout ColumnText, _ result: inout Lines, isRoomy: Bool
  ) {
    switch question.card.form {
    case .numeric(let numeric): add(numeric, to: &text, &result)
    case .point: break
    case .sketch: addValueField(to: &text, &result)
    case .gap:
      if verdict == nil {
        result.cursor = Point(x: 2 + progress.text.displayWidth, y: text.lines.count)
      }
      text.add([[field, Run(context.text(progress.text), .text, .bold)]])
    case .diagnose:
      if let cause {
        result.verdict = text.lines.count
        add(cause: cause, to: &text)
        if isRoomy { text.addBlank() }
        text.add(Words.Questions.whatFirst, Style(.text, .bold))
      }
      addOptions(to: &text)
    case .several:
      if verdict == nil { text.add(Words.Questions.severalAreRight(context.keyNames), Style(.dim)) }
      addOptions(to: &text)
    case .trueFalse where progress.judgement == nil && verdict == nil:
      text.add(Words.Questions.isTrue, marker: [Run(context.choiceLabel(0) + "  ", .accent, .bold)])
      text.add(
        Words.Questions.isFalse, marker: [Run(context.choiceLabel(1) + "  ", .accent, .bold)])
    case .trueFalse:
      text.add(Words.Questions.judged(progress.judgement == true), Style(.dim))
      addOptions(to: &text)
    case .match(let match):
      let arrow = context.charset.pick("→", "->")
      for (index, left) in match.left.enumerated() {
        let picked = index < progress.picks.count ? question.items[progress.picks[index]].text : ""
        let isNext = index == progress.picks.count && verdict == nil
        let words =
          context.isPlain
          ? Words.Questions.pair(left.text, picked) : "\(left.text) \(arrow) \(picked)"
        text.add(words, Style(isNext ? .accent : .text), marker: [Run("  ")])
      }
      addOptions(to: &text)
    case .order:
      let chosen = progress.picks.map { question.items[$0].text }
      text.add(
        Words.Questions.order(chosen.joined(separator: context.charset.pick(" → ", " -> "))),
        Style(.dim))
      addOptions(to: &text)
    default: addOptions(to: &text)
    }
  }

  private func add(
    _ numeric: NumericQuestion, to text: inout ColumnText, _ result: inout Lines
  ) {
    let unit = numeric.unit.map { " " + $0 } ?? ""
    let tolerance =
      switch numeric.tolerance {
      case .absolute(let size): size == 0 ? Words.Questions.exactly : "± \(size)"
      case .relative(let size): "± \(size * 100) %"
      }
    if verdict == nil {
      result.cursor = Point(x: 2 + progress.text.count, y: text.lines.count)
    }
    text.add([
      [
        field, Run(progress.text, .text, .bold),
        Run(context.text(" \(unit)   (\(tolerance))"), .dim),
      ]
    ])
  }

  private func addOptions(to text: inout ColumnText) {
    let options = choices.isEmpty ? question.items.map(\.text) : choices.map(\.text)
    for (index, option) in options.enumerated() {
      let style = look(of: index)
      let label = context.choiceLabel(index)
      if context.isPlain {
        let isTaken = !progress.taken.isEmpty && isTaken(choices[index])
        text.add(Words.Questions.choice(label, isTaken: isTaken) + option)
        continue
      }
      let mark = mark(of: index)
      text.add(
        option, style,
        marker: [
          Run(label, .accent, .bold), Run(mark.isEmpty ? "  " : mark + " ", style: style),
        ])
    }
  }

  var isRevealed: Bool { revealsAnswer || verdict?.isRight == true }

  private func look(of index: Int) -> Style {
    if choices.isEmpty {
      return Style(progress.picks.contains(index) ? .dim : .text)
    }
    let isTaken = isTaken(choices[index])
    guard verdict != nil else { return isTaken ? Style(.accent, .bold) : .plain }
    if isRevealed, choices[index].isCorrect { return Style(.right, .bold) }
    if !isRevealed, !isTaken { return .plain }
    return Style(isTaken ? .wrong : .dim)
  }

  /// Whether a choice was chosen.
  private func isTaken(_ choice: Choice) -> Bool {
    progress.choice == choice.id || progress.taken.contains(choice.id)
  }

  private func mark(of index: Int) -> String {
    guard !choices.isEmpty else { return "" }
    guard verdict != nil else {
      return isTaken(choices[index]) ? context.charset.pick("●", "*") : ""
    }
    if isRevealed, choices[index].isCorrect { return context.charset.pick("✓", "+") }
    return isTaken(choices[index]) ? context.charset.pick("✗", "x") : ""
  }

  private func add(_ verdict: AskedQuestion.Verdict, to text: inout ColumnText) {
    switch verdict {
    case .right:
      text.add(
        context.isPlain
          ? Words.Questions.isRight(yourAnswer: chosen?.text)
          : context.rightMark + Words.Questions.isRight, Style(.right, .bold))
    case .wrong, .misjudged, .otherChoices, .otherRemedy:
      text.add(mistake: mistake(in: verdict), yourAnswer: chosen?.text, context)
      if !isRevealed { return }
      if question.card.hasOnlyDrawnAnswer {
        break
      } else if context.isPlain {
        text.add(Words.Questions.rightAnswerIs(question.card.spokenRightAnswer))
      } else if choices.isEmpty {
        text.add(Words.Questions.rightAnswer(question.card.rightAnswer), Style(.right))
      }
    case .unreadable:
      if case .gap = question.card.form {
        text.add(Words.Questions.typeWords, Style(.dim))
      } else {
        text.add(Words.Questions.typeNumber, Style(.dim))
      }
      return
    }
    text.add(question.card.explanation)
    if context.isPlain { addChosenCurve(to: &text) }
  }
}

// Diagnoses.
extension QuestionView {
  /// The cause that the learner chose.
  private var cause: Choice? { question.choices.first { $0.id == progress.cause } }

  /// Adds the verdict on the cause, and the question for the first thing to try.
  private func add(cause: Choice, to text: inout ColumnText) {
    if cause.isCorrect {
      let words = context.isPlain ? Words.Questions.rightCause(cause.text) : cause.text
      text.add(words, Style(.right, .bold), marker: marker(context.rightMark, .right))
    } else {
      let words = context.isPlain ? Words.Questions.wrongCause(cause.text) : cause.text
      text.add(words, Style(.wrong), marker: marker(context.wrongMark, .wrong))
      if let feedback = cause.feedback { text.add(feedback, Style(.wrong)) }
      if revealsAnswer, let right = question.choices.first(where: \.isCorrect) {
        let words = context.isPlain ? Words.Questions.causeIs(right.text) : right.text
        text.add(words, Style(.right, .bold), marker: marker(context.rightMark, .right))
      }
    }
  }

  private func marker(_ mark: String, _ role: Role) -> [Run] {
    context.isPlain ? [] : [Run(mark, role, .bold)]
  }

  /// The misunderstanding in a wrong answer that was not explained yet; that of a wrong cause was.
  fileprivate func mistake(in verdict: AskedQuestion.Verdict) -> String? {
    guard case .diagnose = question.card.form else { return verdict.mistake }
    return chosen?.isCorrect == true ? Words.Questions.onlyRemedy : chosen?.feedback
  }
}

extension Card {
  /// Whether the right answer is a curve that is in no words.
  var hasOnlyDrawnAnswer: Bool {
    if case .sketch(_, let question) = form { return question.answer == nil }
    return false
  }

  /// The right answer without arrows.
  fileprivate var spokenRightAnswer: String {
    switch form {
    case .order: rightAnswer.replacing(" → ", with: Words.Questions.next)
    case .match: rightAnswer.replacing(" → ", with: ": ")
    case .diagnose: rightAnswer.replacing(" → ", with: Words.Questions.next)
    default: rightAnswer
    }
  }
}

extension ColumnText {
  /// Adds the hints that were asked for.
  mutating func add(hints: some Sequence<String>) {
    for hint in hints { add(Words.Questions.hint(hint), Style(.quote)) }
  }

  /// Adds the verdict on a wrong answer.
  ///
  /// - Parameters:
  ///   - mistake: The misunderstanding behind it; nil if it is unknown.
  ///   - yourAnswer: The choice that the learner took, which plain text repeats; nil if there were no choices.
  ///   - context: The charset.
  mutating func add(mistake: String?, yourAnswer: String?, _ context: AppContext) {
    if context.isPlain {
      return add(Words.Questions.isWrong(yourAnswer: yourAnswer, reason: mistake))
    }
    add(
      mistake ?? Words.Questions.isWrong, Style(.wrong, .bold),
      marker: [Run(context.wrongMark, .wrong, .bold)])
  }
}
