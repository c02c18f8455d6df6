import Figures
import Lessons
import NeuralLab
import Practice
import TerminalUI
import Words

/// Networks with a planted fault or without one, one after the other without end.
struct DiagnoseScreen: Screen {
  enum Action: Sendable {
    case answer(AnswerInProgress.Action), scroll(Move), next, leave
  }

  let name = Words.Diagnose.name
  private var planted: PlantedCase?
  private var question: AskedQuestion?
  private var progress = AnswerInProgress()
  private var verdict: AskedQuestion.Verdict?
  private var scroll = Scroll()
  /// Networks diagnosed on this screen, and those whose cause and first thing to try were right.
  private var asked = 0, right = 0
  /// The time in milliseconds at which the network was first shown.
  private var shownAt = 0

  /// Trains the network of the context's seed.
  init(in context: AppContext) { show(seed: context.seed, context) }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let scroll = KeyBinding.scroll(
      Action.scroll, when: lines(context).lines.count > rows(context))
    guard verdict == nil, let question else {
      return [
        KeyBinding(
          "next-question", [.space, .enter], .next, Words.Diagnose.next, footer: true), scroll,
        .back(.leave),
      ]
    }
    return progress.bindings(on: question).map { $0.map(Action.answer) } + [scroll, .back(.leave)]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse { .stay }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .answer(let action):
      guard let question else { break }
      guard let answer = progress.perform(action, on: question) else {
        showVerdict(context)
        break
      }
      return judge(answer, to: question, context)
    case .scroll(let move):
      scroll.move(move, lines: lines(context).lines.count, rows: rows(context))
    case .next: show(seed: (planted?.seed ?? context.seed) &+ 1, context)
    case .leave: return .pop
    }
    return .stay
  }

  /// Trains the network of a seed, here and not in ``view(in:)``, because drawing never runs a network.
  private mutating func show(seed: UInt64, _ context: AppContext) {
    guard let planted = try? PlantedCase(seed: seed) else { return }
    var generator = SeededGenerator(seed: seed)
    self.planted = planted
    question = AskedQuestion(DiagnoseCard(planted: planted).card, using: &generator)
    (progress, verdict, scroll) = (AnswerInProgress(), nil, Scroll())
    shownAt = context.milliseconds
  }

  private mutating func judge(
    _ answer: AskedQuestion.Answer, to question: AskedQuestion, _ context: AppContext
  ) -> TutorResponse {
    let verdict = question.verdict(on: answer)
    self.verdict = verdict
    asked += 1
    if verdict.isRight { right += 1 }
    showVerdict(context)
    let facts = context.facts(
      after: question.card, verdict, mode: .quiz,
      milliseconds: max(0, context.milliseconds - shownAt))
    return Response(facts.map(Effect.record))
  }

  /// Scrolls to the verdict on the cause and to what is asked next, or to the verdict on the whole answer.
  private mutating func showVerdict(_ context: AppContext) {
    let drawn = lines(context)
    guard let line = drawn.verdict else { return }
    scroll.show(line..<drawn.lines.count, lines: drawn.lines.count, rows: rows(context))
  }

  private func rows(_ context: AppContext) -> Int { max(0, context.size.height - 4) }

  private func lines(_ context: AppContext) -> QuestionView.Lines {
    guard let question else { return QuestionView.Lines(lines: []) }
    let width = Columns(in: context).text.width
    var drawn = QuestionView(
      question: question, progress: progress, verdict: verdict, context: context
    ).lines(width: width, rows: rows(context))
    if verdict != nil, let planted {
      var text = ColumnText(width: width, context)
      text.add(Words.Diagnose.again(seed: "\(planted.seed)"), Style(.dim))
      drawn.lines += text.lines
    }
    return drawn
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(
      Words.Diagnose.title,
      status: asked == 0 ? "" : Words.Diagnose.status(right: right, of: asked),
      keys: hints(in: context), in: context)
    let top = page.body.origin.y
    scroll.draw(
      lines(context).lines, on: &page, rows: top..<(top + rows(context)),
      x: Columns(in: context).text.x, context.charset)
    return page.frame
  }
}
