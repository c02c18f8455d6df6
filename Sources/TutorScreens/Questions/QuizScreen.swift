import Figures
import Lessons
import MathQuestions
import Practice
import TerminalUI
import Words

/// Questions without a clock, every answer with its reason.
struct QuizScreen: Screen {
  private enum Phase {
    case asking
    case judged(AskedQuestion.Verdict)
    case finished
  }

  let name = Words.Quiz.name
  /// Questions that are drawn, the next one last.
  private var waiting: [Card] = []
  /// Questions of the deck that are to be asked after those.
  private var written: [Card] = []
  /// How many questions are to be made from the maths after those.
  private var unmade = 0
  private var question: AskedQuestion?
  private var progress = AnswerInProgress()
  private var phase = Phase.asking
  private var generator = SeededGenerator(seed: 0)
  private var asked = 0
  private var right = 0
  private var missed: [Card] = []
  private(set) var total = 0
  private var started = 0
  /// Milliseconds of the steady clock when the question was first seen.
  private var shownAt = 0
  private var isFresh = true
  private var scroll = Scroll()

  /// How many questions have been drawn and not been asked.
  var drawn: Int { waiting.count }

  /// What is asked in place of the deck.
  private let practised: [Card]?

  init() { practised = nil }

  /// Asks just these.
  init(practising cards: [Card]) { practised = cards }

  var isTyping: Bool {
    guard case .asking = phase else { return false }
    switch question?.card.form {
    case .numeric, .gap: return true
    default: return false
    }
  }

  func keys(in context: AppContext) -> [KeyBinding] {
    let leave = KeyBinding([.escape], Words.Common.back, footer: true)
    switch phase {
    case .asking:
      let isNumber = isTyping
      return [
        KeyBinding(
          isNumber ? [.enter] : [.character("1")], Words.Quiz.answer, footer: true,
          label: isNumber ? nil : "1-9"),
        KeyBinding([.backspace], Words.Quiz.takeBack, footer: !progress.picks.isEmpty), leave,
      ]
    case .judged: return [KeyBinding([.space, .enter], Words.Quiz.next, footer: true), leave]
    case .finished:
      return [
        KeyBinding([.enter], Words.Quiz.onceMore, footer: true),
        KeyBinding("p", Words.Quiz.justMissed, footer: !missed.isEmpty), leave,
      ]
    }
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    switch event {
    case .appeared:
      if total == 0 { beginAnew(context) }
    case .key(let key): return press(key, context)
    case .pasted(let text): if let question { progress.insert(text, on: question) }
    case .tick, .performed: break
    }
    return .stay
  }

  private mutating func beginAnew(_ context: AppContext) {
    begin(practised ?? context.bundle.deck.questions, isFresh: practised == nil, context)
  }

  private mutating func begin(
    _ cards: [Card], isFresh: Bool = true, _ context: AppContext
  ) {
    self.isFresh = isFresh
    generator = SeededGenerator(seed: context.seed &+ UInt64(bitPattern: Int64(started)))
    started += 1
    // Half of a fresh round is made from the maths; a second go asks exactly what was missed.
    unmade = isFresh ? context.quizCount / 2 : 0
    let isLegible = legibility(context)
    written = Array(
      cards.filter(isLegible).shuffled(using: &generator).prefix(context.quizCount - unmade))
    waiting = []
    total = written.count + unmade
    (asked, right, missed) = (0, 0, [])
    next(context)
  }

  /// Questions that are drawn at once: however long a round is, it begins as soon as a short one.
  private static let group = 20

  /// Draws the next questions, half of them from the maths as long as there are both kinds.
  private mutating func draw(_ context: AppContext) {
    let fromDeck = min(written.count, max(Self.group / 2, Self.group - unmade))
    let fromMaths = min(unmade, Self.group - fromDeck)
    waiting = Array(written.prefix(fromDeck))
    written.removeFirst(fromDeck)
    unmade -= fromMaths
    let maker = QuestionMaker(context.bundle.deck)
    let isLegible = legibility(context)
    for _ in 0..<fromMaths {
      waiting.append(maker.question(seed: generator.next(), isLegible: isLegible))
    }
    waiting.shuffle(using: &generator)
  }

  /// Whether a question's curves can be told apart on the screen.
  private func legibility(_ context: AppContext) -> (Card) -> Bool {
    let (width, rows) = (Page.column(in: context.size.width).width, rows(context))
    return { $0.canBeToldApart(width: width, rows: rows, context.charset) }
  }

  private mutating func next(_ context: AppContext) {
    shownAt = context.milliseconds
    progress = AnswerInProgress()
    scroll = Scroll()
    if waiting.isEmpty { draw(context) }
    guard let card = waiting.popLast() else {
      question = nil
      phase = .finished
      return
    }
    asked += 1
    question = AskedQuestion(card, using: &generator)
    phase = .asking
  }

  private mutating func press(_ key: Key, _ context: AppContext) -> TutorResponse {
    if key == .escape || (key == .character("q") && !isTyping) { return .pop }
    if !isTyping, scroll.press(key, lines: lines(context).lines.count, rows: rows(context)) {
      return .stay
    }
    switch phase {
    case .asking:
      guard let question, let answer = progress.press(key, on: question) else { return .stay }
      return judge(answer, to: question, context)
    case .judged(.unreadable):
      phase = .asking
      return press(key, context)
    case .judged:
      if key == .space || key == .enter { next(context) }
    case .finished:
      if key == .enter || key == .space { beginAnew(context) }
      if key == .character("p"), !missed.isEmpty { begin(missed, isFresh: false, context) }
    }
    return .stay
  }

  private mutating func judge(
    _ answer: AskedQuestion.Answer, to question: AskedQuestion, _ context: AppContext
  ) -> TutorResponse {
    let verdict = question.verdict(on: answer)
    phase = .judged(verdict)
    let drawn = lines(context)
    if let line = drawn.verdict {
      scroll.show(line + 1, lines: drawn.lines.count, rows: rows(context))
    }
    if verdict == .unreadable { return .stay }
    if verdict.isRight { right += 1 } else { missed.append(question.card) }
    var facts = context.facts(
      after: question.card, verdict, mode: .quiz,
      milliseconds: max(0, context.milliseconds - shownAt))
    if asked == total, isFresh {
      facts.append(.quizDone(right: right, total: total))
    }
    return Response(facts.map(Effect.record))
  }

  private func rows(_ context: AppContext) -> Int { max(0, context.size.height - 4) }

  private func lines(_ context: AppContext) -> QuestionView.Lines {
    let width = Page.column(in: context.size.width).width
    guard let question else { return QuestionView.Lines(lines: summary(width, context)) }
    var verdict: AskedQuestion.Verdict?
    if case .judged(let found) = phase { verdict = found }
    return QuestionView(
      question: question, progress: progress, verdict: verdict, context: context
    ).lines(width: width, rows: rows(context))
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let title = total == 0 ? name : Words.Quiz.title(asked, of: total)
    var page = Page(title, status: Words.Quiz.right(right), keys: keys(in: context), in: context)
    let column = Page.column(in: context.size.width)
    let (top, rows) = (page.body.origin.y, rows(context))
    let drawn = lines(context)
    scroll.draw(drawn.lines, on: &page, rows: top..<(top + rows), x: column.x, context.charset)
    if let cursor = drawn.cursor, cursor.y - scroll.top < rows {
      page.frame.cursor = Point(x: column.x + cursor.x, y: top + cursor.y - scroll.top)
    }
    return page.frame
  }

  private func summary(_ width: Int, _ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: width, context)
    text.addBlank()
    text.add(
      total == 0 ? Words.Quiz.noQuestion : Words.Quiz.result(right: right, of: total),
      Style(.text, .bold))
    for card in missed {
      text.addBlank()
      text.add(card.prompt, marker: [Run(context.wrongMark, .wrong)])
      text.add(
        card.rightAnswer, Style(.right), marker: [Run(context.rightMark, .right)])
    }
    return text.lines
  }
}
