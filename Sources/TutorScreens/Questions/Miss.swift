import Figures
import LessonLayout
import Lessons
import Practice
import TerminalUI
import TextCharts
import Words

/// A question that was answered wrong, with all that there is to learn from it.
struct Miss: Sendable {
  var question: AskedQuestion
  /// The learner's answer.
  var answer: AskedQuestion.Answer
  var verdict: AskedQuestion.Verdict
  /// Whether the learner was sure; nil if that was not asked.
  var isSure: Bool?

  var card: Card { question.card }

  /// The choice that the learner took, if the question has choices of which one is taken.
  var chosen: Choice? {
    guard case .choice(let id) = answer else { return nil }
    return question.choices.first { $0.id == id }
  }

  /// The curves or the points of the question and of the learner's answer; nil if it has none.
  func plot(_ size: Size, _ charset: Charset) -> Frame? {
    if case .curve(let plot, _) = card.form {
      return AnsweredCurve(plot, chosen: chosen).frame(size, charset)
    }
    if let sketch { return sketch.frame(size, charset, isFocused: false) }
    return markedCurve?.frame(size, charset)
  }

  /// The question with both curves if there are any, the learner's answer, the right one, and the reason.
  ///
  /// In wide windows, the curves are beside the lines.
  ///
  /// - Parameters:
  ///   - width: Columns.
  ///   - isSelected: Whether keys are about this question.
  ///   - context: The terminal and the lesson.
  /// - Returns: All lines.
  func lines(width: Int, isSelected: Bool, _ context: AppContext) -> [[Run]] {
    if context.isPlain { return plainLines(width: width, isSelected: isSelected, context) }
    var text = ColumnText(width: width, context)
    text.add(card.stem, isRoomy: false, context)
    let pointer = isSelected ? context.charset.pick("▸ ", "> ") : "  "
    text.add(card.prompt, Style(.text, .bold), marker: [Run(pointer, .accent, .bold)])
    let indent = Run("  ")
    let size = Size(width: min(60, width - 2), height: context.size.height >= 18 ? 9 : 6)
    if !context.isWide, let curve = plot(size, context.charset) {
      text.add(curve.runLines.map { [indent] + $0 })
    }
    if case .curve(let plot, _) = card.form,
      let difference = AnsweredCurve(plot, chosen: chosen).difference
    {
      text.add(difference, Style(.accent), marker: [indent])
    }
    if case .network(let figure, _) = card.form {
      text.add(context.network(figure), Style(.code), marker: [indent])
    }
    text.add(given(context), marker: [indent, Run(context.wrongMark, .wrong, .bold)])
    text.add(reason, marker: [indent, Run(context.rightMark, .right, .bold)])
    return text.lines
  }

  private func plainLines(width: Int, isSelected: Bool, _ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: width, context)
    text.add(card.stem, isRoomy: false, context)
    text.add(card.prompt, marker: [Run((isSelected ? "▸ " : "") + context.wrongMark)])
    if case .curve(let plot, _) = card.form {
      let curve = AnsweredCurve(plot, chosen: chosen)
      for line in curve.words { text.add(line) }
      if let difference = curve.difference { text.add(difference) }
    }
    if case .network(let figure, _) = card.form { text.add(context.network(figure)) }
    for line in sketch?.words ?? markedCurve?.words ?? [] { text.add(line) }
    text.add(given(context) + " " + reason)
    return text.lines
  }

  /// The curve with the learner's point and the right one, if a point was asked for.
  private var markedCurve: MarkedCurve? {
    guard case .point(let plot, let point) = card.form, case .values(let values) = answer,
      let x = values.first
    else { return nil }
    return MarkedCurve(plot, point, marker: x, verdict: verdict, isRevealed: true)
  }

  /// The sketch with its curve, if one was asked for.
  private var sketch: SketchInstrument? {
    guard case .sketch(let plot, _) = card.form, case .sketch(let heights, _) = answer else {
      return nil
    }
    return plot.figure.sketchTarget.map { SketchInstrument($0, drawn: heights) }
  }

  /// The learner's answer, and the misunderstanding behind it if it is known.
  private func given(_ context: AppContext) -> String {
    let arrow = context.charset.pick(" → ", " -> ")
    return [
      Words.Questions.yourAnswer(
        question.words(for: answer, arrow: arrow), wasSure: isSure == true),
      verdict.mistake,
    ].compactMap { $0 }.joined(separator: " ")
  }

  private var reason: String {
    card.hasOnlyDrawnAnswer
      ? card.explanation
      : Words.Questions.rightAnswer(card.rightAnswer) + ". " + card.explanation
  }
}

extension AskedQuestion {
  /// An answer to the question in words.
  fileprivate func words(for answer: Answer, arrow: String) -> String {
    func text(ofChoice id: String) -> String { choices.first { $0.id == id }?.text ?? "" }
    switch answer {
    case .choice(let id): return text(ofChoice: id)
    case .choices(let ids):
      return choices.filter { ids.contains($0.id) }.map(\.text).joined(separator: ", ")
    case .number(let text), .words(let text): return text
    case .values(let values):
      return values.map { Words.Questions.point(x: NumberText.rounded($0, decimals: 2)) }
        .joined(separator: ", ")
    case .diagnosis(let cause, let remedy):
      let second = remedies.first { $0.id == remedy }?.text ?? ""
      return Words.Questions.diagnosis(cause: text(ofChoice: cause), remedy: second)
    case .sketch(let heights, _):
      guard case .sketch(let plot, _) = card.form else { return "" }
      return plot.figure.sketchTarget.map { SketchInstrument($0, drawn: heights).answerWords } ?? ""
    case .judgement(let isTrue, let reason):
      return Words.Questions.judgement(isTrue, reason: text(ofChoice: reason))
    case .order(let places): return places.map { items[$0].text }.joined(separator: arrow)
    case .pairs(let ids):
      guard case .match(let match) = card.form else { return "" }
      return zip(match.left, ids).map { left, id in
        left.text + arrow + (items.first { $0.id == id }?.text ?? "")
      }.joined(separator: "; ")
    }
  }
}
