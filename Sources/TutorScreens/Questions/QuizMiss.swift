import Lessons
import Practice
import TerminalUI
import Words

/// A question that was answered wrong in a quiz.
struct QuizMiss: Sendable {
  var question: AskedQuestion
  /// The learner's answer.
  var progress: AnswerInProgress
  var verdict: AskedQuestion.Verdict
  /// Whether the learner was sure; nil if that was not asked.
  var isSure: Bool?

  /// The question with both curves if there are any, the learner's answer, the right one, and the reason.
  ///
  /// - Parameters:
  ///   - number: The index of the miss; the first nine have a key that opens their passage.
  ///   - width: Columns.
  ///   - context: The learner, the terminal and the lesson.
  /// - Returns: All lines.
  func lines(number: Int, width: Int, _ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: width, context)
    let key = number < 9 ? context.choiceLabel(number) + " " : ""
    text.add([
      [
        Run(context.wrongMark, .wrong, .bold), Run(key, .accent, .bold),
        Run(context.text(words), .dim),
      ]
    ])
    let view = QuestionView(
      question: question, progress: progress, verdict: verdict, context: context)
    return text.lines + view.lines(width: width, rows: Self.rows).lines
  }

  /// Rows that a missed question should fit into; curves are drawn smaller.
  private static let rows = 13

  private var words: String { isSure == true ? Words.Quiz.missedButSure : Words.Quiz.missed }
}
