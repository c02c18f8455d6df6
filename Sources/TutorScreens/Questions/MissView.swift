import Figures
import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// A missed question with all that there is to learn from it: the curves, both answers and the reason.
struct MissView {
  private let miss: SpeedGame.Miss
  private let context: AppContext

  /// Shows a missed question.
  init(_ miss: SpeedGame.Miss, _ context: AppContext) {
    self.miss = miss
    self.context = context
  }

  /// The rows of the curves.
  private var plotRows: Int { context.size.height >= 18 ? 9 : 6 }

  /// Lays out the question.
  ///
  /// - Parameters:
  ///   - width: Columns.
  ///   - isSelected: Whether keys are about this question.
  /// - Returns: The lines.
  func lines(width: Int, isSelected: Bool) -> [[Run]] {
    if context.isPlain { return plainLines(width: width, isSelected: isSelected) }
    var text = ColumnText(width: width, context)
    let pointer = isSelected ? context.charset.pick("▸ ", "> ") : "  "
    text.add(miss.card.prompt, Style(.text, .bold), marker: [Run(pointer, .accent, .bold)])
    let indent = Run("  ")
    if case .curve(let plot, _) = miss.card.form {
      let curve = AnsweredCurve(plot, chosen: miss.chosen)
      let size = Size(width: min(60, width - 2), height: plotRows)
      text.add(curve.frame(size, context.charset).runLines.map { [indent] + $0 })
      if let difference = curve.difference {
        text.add(difference, Style(.accent), marker: [indent])
      }
    }
    if case .network(let figure, _) = miss.card.form {
      text.add(context.network(figure), Style(.code), marker: [indent])
    }
    text.add(answer, marker: [indent, Run(context.wrongMark, .wrong, .bold)])
    text.add(reason, marker: [indent, Run(context.rightMark, .right, .bold)])
    return text.lines
  }

  private func plainLines(width: Int, isSelected: Bool) -> [[Run]] {
    var text = ColumnText(width: width, context)
    text.add(miss.card.prompt, marker: [Run((isSelected ? "> " : "") + context.wrongMark)])
    if case .curve(let plot, _) = miss.card.form {
      let curve = AnsweredCurve(plot, chosen: miss.chosen)
      for line in curve.words() { text.add(line) }
      if let difference = curve.difference { text.add(difference) }
    }
    if case .network(let figure, _) = miss.card.form { text.add(context.network(figure)) }
    text.add(answer + " " + reason)
    return text.lines
  }

  private var answer: String {
    [Words.Speed.youSaid(miss.chosen.text), miss.chosen.feedback].compactMap { $0 }
      .joined(separator: " ")
  }

  private var reason: String {
    Words.Speed.rightAnswer(miss.card.rightAnswer) + " " + miss.card.explanation
  }
}
