import LessonLayout
import Practice
import TerminalUI

/// Answers to predictions and exercises in the text.
extension ReaderScreen {
  /// Handles a key for the question in view.
  mutating func answer(inText action: TextQuestions.Action, _ context: AppContext) -> TutorResponse
  {
    guard let question = text?.openQuestion(in: visible(context)) else { return .stay }
    switch action {
    case .type(let first):
      mode = .typing(ReaderPrompt(.answer(question), first))
      return .stay
    case .skip:
      return answer(question, context) { asked in
        asked.skip(question)
        return []
      }
    case .answer(let part):
      return answer(question, context) { $0.perform(part, on: question, in: context) }
    }
  }

  /// Changes the state of a question, and shows what follows: a verdict, or the figure.
  mutating func answer(
    _ question: String, _ context: AppContext, _ change: (inout TextQuestions) -> [Fact]
  ) -> TutorResponse {
    let facts = text?.ask(change) ?? []
    let index = section
    text = SectionText(index, shift: shift, keeping: text, search: search, in: context)
    if let rows = text?.rows(of: question) { show(rows, context) }
    return Response(facts.map(Effect.record))
  }

  /// Turns to the page of some lines, unless all of them are in view.
  mutating func show(_ rows: Range<Int>, _ context: AppContext) {
    let view = visible(context)
    guard rows.upperBound > view.upperBound || rows.lowerBound < top else { return }
    let page = text?.pages.starts.last { $0 <= rows.lowerBound } ?? 0
    if rows.upperBound <= page + self.rows(context) {
      turn(to: page)
    } else {
      top = rows.lowerBound
    }
  }
}
