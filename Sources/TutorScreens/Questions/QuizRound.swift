import Lessons
import TerminalUI
import Words

/// The questions answered in a round of the quiz, for the pane beside a question without a curve.
struct QuizRound: Sendable {
  private var answered: [(prompt: String, rightAnswer: String, isRight: Bool)] = []

  /// Adds an answered question.
  mutating func add(_ card: Card, isRight: Bool) {
    answered.append((card.prompt, card.rightAnswer, isRight))
  }

  /// Draws the latest questions, each with its number, and the right answers to those that were missed.
  func draw(in area: Rect, of total: Int, on page: inout Page, _ context: AppContext) {
    var head = ColumnText(width: area.textWidth, context)
    head.add(Words.Quiz.round(answered.count, of: total), Style(.heading, .bold))
    head.add([bar(of: total, width: area.textWidth, context.charset)])
    head.addBlank()
    let rest = page.write(head.lines, in: area)
    var text = ColumnText(width: area.textWidth, context)
    let width = "\(answered.count)".count
    for (index, answer) in answered.enumerated() {
      let number = "\(index + 1)".leftPadded(to: width) + "  "
      let mark = answer.isRight ? context.rightMark : context.wrongMark
      text.add(
        answer.prompt,
        marker: [Run(mark, answer.isRight ? .right : .wrong, .bold), Run(number, .dim)])
      if !answer.isRight {
        let indent = Run("".padded(to: mark.displayWidth + number.count))
        text.add(answer.rightAnswer, Style(.dim), marker: [indent])
      }
    }
    page.write(Array(text.lines.suffix(rest.size.height)), in: rest)
  }

  /// A part of a bar for each question: answered right, wrong, and open.
  private func bar(of total: Int, width: Int, _ charset: Charset) -> [Run] {
    let part = width / max(1, total)
    guard part > 0 else { return [] }
    func cell(_ unicode: String, _ ascii: String) -> String {
      String(repeating: charset.pick(unicode, ascii), count: part > 1 ? part - 1 : 1)
        + (part > 1 ? " " : "")
    }
    return answered.map { answer in
      answer.isRight ? Run(cell("█", "#"), .right) : Run(cell("▓", "x"), .wrong)
    } + [Run(String(repeating: cell("░", "."), count: max(0, total - answered.count)), .dim)]
  }
}
