import Figures
import Lessons
import MathQuestions
import Practice
import TerminalUI
import Words

/// The untimed quiz, which explains every answer.
struct QuizScreen: Screen {
  private enum Phase {
    /// A question waits for its answer; the previous answer may have been unreadable.
    case asking(isUnreadable: Bool)
    case judged(AskedQuestion.Verdict)
    case finished
    /// Nothing that could be asked about was read.
    case unread
  }

  enum Action: Sendable {
    case answer(AnswerInProgress.Action), toggleUnsure, scroll(Move), next, newRound, justMissed
    case select(Move), openPassage, leave
    case read, scope(QuestionScope)
  }

  let name = Words.Quiz.name
  /// Questions that are drawn, the next one last.
  private var waiting: [Card] = []
  /// Questions of the deck to ask after those.
  private var written: [Card] = []
  /// The number of questions to generate after those.
  private var unmade = 0
  /// Ids of the sections that the round is about; nil for the whole lesson.
  private var sections: Set<String>?
  private var question: AskedQuestion?
  private var progress = AnswerInProgress()
  private var phase = Phase.asking(isUnreadable: false)
  private var generator = SeededGenerator(seed: 0)
  private var asked = 0
  private var right = 0
  private(set) var misses = MissList()
  /// The questions answered in the round.
  private var round = QuizRound()
  /// Whether the learner marked the current answer as unsure.
  private var isUnsure = false
  private(set) var total = 0
  private var started = 0
  /// The time in milliseconds at which the question was first shown.
  private var shownAt = 0
  private var isFresh = true
  private var scroll = Scroll()

  /// The number of questions drawn but not asked yet.
  var drawn: Int { waiting.count }

  /// The questions to ask instead of the deck's.
  private let practised: [Card]?

  /// Asks some cards, or a choice of all questions.
  init(_ cards: [Card]? = nil) { practised = cards }

  var isTyping: Bool {
    guard case .asking = phase else { return false }
    return question.map(progress.isTyped) == true
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let isLong = lines(context).lines.count > rows(context)
    let scroll = KeyBinding.scroll(Action.scroll, when: isLong)
    switch phase {
    case .asking:
      let answers = question.map { progress.bindings(on: $0) } ?? []
      // While characters are text, they neither scroll nor leave, and a key of an answer does nothing else.
      let taken: [Key] = (isTyping ? ["j", "k", "q"] : []) + answers.flatMap(\.keys)
      return answers.map { $0.map(Action.answer) }
        + [context.unsureBinding(.toggleUnsure, isUnsure: isUnsure)]
        + [scroll, .back(.leave)].compactMap { $0.without(taken) }
    case .judged:
      return [
        KeyBinding("next-question", [.space, .enter], .next, Words.Quiz.next, footer: true), scroll,
        .back(.leave),
      ]
    case .finished:
      return [
        KeyBinding(
          "restart", [.enter, .space], .newRound, Words.Quiz.newRound, footer: true, when: total > 0
        ),
        KeyBinding(
          "practise-missed", ["p"], .justMissed, Words.Speed.practiseMissed, footer: true,
          when: !misses.isEmpty),
        misses.opening(.openPassage, context), scopeBinding(context),
      ]
        + misses.movement(
          select: Action.select, scroll: Action.scroll, isLong: isLong)
        + [.back(.leave)]
    case .unread:
      return [
        KeyBinding("read", [.enter, .space], .read, Words.Quiz.read, footer: true),
        scopeBinding(context),
        scroll, .back(.leave),
      ]
    }
  }

  /// Switches between sections read and the whole lesson, and begins a round.
  private func scopeBinding(_ context: AppContext) -> KeyBinding<Action> {
    let isWhole = context.learner.scope == .whole
    return KeyBinding(
      "scope", ["w"], .scope(isWhole ? .read : .whole),
      isWhole ? Words.Quiz.askRead : Words.Quiz.askWhole, footer: true,
      when: practised == nil && (isWhole || context.questionSections != nil))
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    switch event {
    case .appeared:
      if total == 0 { startRound(context) }
    case .text(let text):
      guard case .asking = phase, let question else { break }
      progress.insert(text, on: question)
      phase = .asking(isUnreadable: false)
    case .key, .pointer, .tick, .answered: break
    }
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .answer(let action):
      phase = .asking(isUnreadable: false)
      guard let question else { break }
      guard let answer = progress.perform(action, on: question) else {
        showVerdictOnCause(context)
        break
      }
      return judge(answer, to: question, context)
    case .scroll(let move):
      scroll.move(move, lines: lines(context).lines.count, rows: rows(context))
    case .next: next(context)
    case .newRound: startRound(context)
    case .toggleUnsure: isUnsure.toggle()
    case .justMissed: begin(misses.cards, isFresh: false, context)
    case .select(let move):
      misses.select(
        move, in: summary(Page.column(in: context.size.width).width, context),
        scrolling: &scroll, rows: rows(context))
    case .openPassage: return misses.passage(context).map { .push($0) } ?? .stay
    case .read: return .push(.lesson(.lastPosition))
    case .scope(let scope):
      var chosen = context
      chosen.learner.choose(scope)
      startRound(chosen)
      return .perform(.record(.scope(scope)))
    case .leave: return .pop
    }
    return .stay
  }

  private mutating func startRound(_ context: AppContext) {
    if let practised { return begin(practised, isFresh: false, context) }
    if context.nothingToAsk {
      phase = .unread
      return
    }
    sections = context.questionSections
    begin(context.questions(about: sections), isFresh: true, context)
  }

  private mutating func begin(
    _ cards: [Card], isFresh: Bool = true, _ context: AppContext
  ) {
    self.isFresh = isFresh
    generator = SeededGenerator(seed: context.seed &+ UInt64(bitPattern: Int64(started)))
    started += 1
    // Half of a new round is generated; a repetition asks exactly the missed questions.
    let canMake =
      isFresh
      && !context.questionMaker(sections).isEmpty
    unmade = canMake ? context.quizCount / 2 : 0
    let isLegible = legibility(context)
    written = Array(
      cards.filter(isLegible).shuffled(using: &generator).prefix(context.quizCount - unmade))
    waiting = []
    total = written.count + unmade
    (asked, right, misses, round) = (0, 0, MissList(), QuizRound())
    next(context)
  }

  /// The number of questions drawn at once, so that long rounds start as quickly as short ones.
  private static let group = 20

  /// Draws the next questions, half of them generated as long as there are both kinds.
  private mutating func draw(_ context: AppContext) {
    let fromDeck = min(written.count, max(Self.group / 2, Self.group - unmade))
    let fromMaths = min(unmade, Self.group - fromDeck)
    waiting = Array(written.prefix(fromDeck))
    written.removeFirst(fromDeck)
    unmade -= fromMaths
    let maker = context.questionMaker(sections)
    let isLegible = legibility(context)
    let made = (0..<fromMaths).compactMap { _ in
      maker.question(seed: generator.next(), isProduced: true, isLegible: isLegible)
    }
    total -= fromMaths - made.count
    waiting += made
    waiting.shuffle(using: &generator)
  }

  /// Whether a question's curves can be distinguished on the screen.
  private func legibility(_ context: AppContext) -> (Card) -> Bool {
    let (width, rows) = (Page.column(in: context.size.width).width, rows(context))
    return { $0.isDistinguishable(width: width, rows: rows, context.charset) }
  }

  private mutating func next(_ context: AppContext) {
    shownAt = context.milliseconds
    progress = AnswerInProgress(typesValues: context.isPlain)
    isUnsure = false
    scroll = Scroll()
    if waiting.isEmpty { draw(context) }
    guard let card = waiting.popLast() else {
      question = nil
      phase = .finished
      return
    }
    asked += 1
    question = AskedQuestion(card, using: &generator)
    phase = .asking(isUnreadable: false)
  }

  /// Scrolls to the verdict on a cause and to what is asked next.
  private mutating func showVerdictOnCause(_ context: AppContext) {
    let drawn = lines(context)
    guard let line = drawn.verdict, progress.cause != nil else { return }
    scroll.show(line..<drawn.lines.count, lines: drawn.lines.count, rows: rows(context))
  }

  private mutating func judge(
    _ answer: AskedQuestion.Answer, to question: AskedQuestion, _ context: AppContext
  ) -> TutorResponse {
    let verdict = question.verdict(on: answer)
    phase = verdict == .unreadable ? .asking(isUnreadable: true) : .judged(verdict)
    let drawn = lines(context)
    if let line = drawn.verdict {
      scroll.show(line + 1, lines: drawn.lines.count, rows: rows(context))
    }
    if verdict == .unreadable { return .stay }
    let isSure = context.isSure(unlessMarked: isUnsure)
    round.add(question.card, isRight: verdict.isRight)
    if verdict.isRight {
      right += 1
    } else {
      misses.add(Miss(question: question, answer: answer, verdict: verdict, isSure: isSure))
    }
    var facts = context.facts(
      after: question.card, verdict, mode: .quiz,
      milliseconds: max(0, context.milliseconds - shownAt), isSure: isSure)
    // A part of the lesson says nothing about the whole.
    if asked == total, isFresh, sections == nil {
      facts.append(.quizDone(right: right, total: total))
    }
    return Response(facts.map(Effect.record))
  }

  private func rows(_ context: AppContext) -> Int { max(0, context.size.height - 4) }

  /// The question with the answer so far or the verdict; nil at the end of a round.
  private func questionView(_ context: AppContext) -> QuestionView? {
    guard let question else { return nil }
    let verdict: AskedQuestion.Verdict? =
      switch phase {
      case .asking(let isUnreadable): isUnreadable ? .unreadable : nil
      case .judged(let verdict): verdict
      case .finished, .unread: nil
      }
    return QuestionView(
      question: question, progress: progress, verdict: verdict, context: context,
      isPlotBeside: context.isWide)
  }

  private func lines(_ context: AppContext) -> QuestionView.Lines {
    let width = Columns(in: context).text.width
    return questionView(context)?.lines(width: width, rows: rows(context))
      ?? QuestionView.Lines(lines: summary(width, context).lines)
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let title =
      (total == 0 ? name : Words.Quiz.title(asked, of: total))
      + (isUnsure ? Words.Questions.markedUnsure : "")
    var page = Page(title, status: Words.Quiz.right(right), keys: footer(in: context), in: context)
    let columns = Columns(in: context)
    let (x, top, rows) = (columns.text.x, page.body.origin.y, rows(context))
    let drawn = lines(context)
    scroll.draw(drawn.lines, on: &page, rows: top..<(top + rows), x: x, context.charset)
    if let cursor = drawn.cursor, cursor.y - scroll.top < rows {
      page.frame.cursor = Point(x: x + cursor.x, y: top + cursor.y - scroll.top)
    }
    if let focus = drawn.focus, (0..<rows).contains(focus.y - scroll.top) {
      page.frame.focus = Point(x: x + focus.x, y: top + focus.y - scroll.top)
    }
    if let side = columns.side { drawSide(in: side, on: &page, context) }
    return page.frame
  }

  /// Draws the question's curve, or the round so far; after a round the selected miss.
  private func drawSide(in area: Rect, on page: inout Page, _ context: AppContext) {
    if case .unread = phase {
      page.write(ContentsList(context).lines(width: area.textWidth), in: area)
    } else if let plot = questionView(context)?.plot(area.size) {
      page.frame.draw(plot, x: area.origin.x, y: area.origin.y)
      if let focus = plot.focus {
        page.frame.focus = Point(x: area.origin.x + focus.x, y: area.origin.y + focus.y)
      }
    } else if question == nil, !misses.isEmpty {
      misses.draw(in: area, on: &page, context)
    } else {
      round.draw(in: area, of: total, on: &page, context)
    }
  }

  private func summary(_ width: Int, _ context: AppContext) -> MissList.Lines {
    var text = ColumnText(width: width, context)
    text.addBlank()
    if case .unread = phase {
      text.add(Words.Quiz.nothingRead(context.keyNames))
      return MissList.Lines(lines: text.lines, misses: [])
    }
    text.add(
      total == 0 ? Words.Quiz.noQuestion : Words.Quiz.result(right: right, of: total),
      Style(.text, .bold))
    let places = misses.add(to: &text, context)
    return MissList.Lines(lines: text.lines, misses: places)
  }
}
