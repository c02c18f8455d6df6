import Figures
import Lessons
import MathQuestions
import Practice
import TerminalUI
import Words

/// The Speed Challenge.
struct SpeedScreen: Screen {
  let name = Words.Speed.name
  private(set) var game: SpeedGame?
  private(set) var lastMiss: SpeedGame.Miss?
  private(set) var wasRight: Bool?
  private(set) var isOver = false
  private(set) var isRecord = false
  private(set) var scroll = Scroll()
  private var rounds: UInt64 = 0
  /// The time of the latest event in milliseconds.
  private var lastNow = 0
  /// The time at which the game ended, in milliseconds.
  private var endedAt = 0
  /// The time in milliseconds until which keys are ignored after a game's end.
  private var ignoresKeysUntil = 0

  static let forms: [SpeedForm] = [.timed, .daily, .suddenDeath, .untimed]

  init() {}

  /// The time of the next second on the clock, or of the end of the pause after a game.
  var tick: Int? {
    if isOver, lastNow < ignoresKeysUntil { return ignoresKeysUntil - lastNow }
    guard let game, !isOver, !game.isPaused, game.seconds > 0 else { return nil }
    return game.remaining(at: lastNow) % 1000 + 1
  }

  enum Action: Sendable {
    case begin(SpeedForm), pause, answer(Int), practiseMissed, scroll(Move), leave
    case read, scope(QuestionScope)
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    guard let game else { return bindingsAtStart(context) }
    if isOver || (!game.isPaused && game.isOver(at: context.milliseconds)) {
      return bindingsAtEnd(game, context)
    }
    if game.isPaused {
      return [
        KeyBinding("pause", [.space], .pause, Words.Speed.resume, footer: true), .back(.leave),
      ]
    }
    return [
      .digits(
        "choice", game.question.choices.count, Action.answer, Words.Speed.answer, footer: true),
      KeyBinding("pause", [.space], .pause, Words.Speed.pause, footer: true), .back(.leave),
    ]
  }

  private func bindingsAtStart(_ context: AppContext) -> [KeyBinding<Action>] {
    let isWhole = context.learner.scope == .whole
    let start =
      context.nothingToAsk
      ? KeyBinding("read", [.enter, .space], Action.read, Words.Quiz.read, footer: true)
      : KeyBinding("start", [.enter, .space], .begin(.timed), Words.Speed.start, footer: true)
    return [
      start,
      .digits("form", Self.forms.count, { .begin(Self.forms[$0]) }, Words.Speed.form, footer: true),
      KeyBinding(
        "scope", ["w"], .scope(isWhole ? .read : .whole),
        isWhole ? Words.Quiz.askRead : Words.Quiz.askWhole, footer: true,
        when: isWhole || context.questionSections != nil), .back(.leave),
    ]
  }

  private func bindingsAtEnd(
    _ game: SpeedGame, _ context: AppContext
  ) -> [KeyBinding<Action>] {
    let rows: [KeyBinding<Action>] = [
      KeyBinding("restart", [.enter], .begin(game.form), Words.Speed.playAgain, footer: true),
      KeyBinding(
        "practise-missed", ["p"], .practiseMissed, Words.Speed.practiseMissed, footer: true,
        when: !game.misses.isEmpty),
      .scroll(
        Action.scroll, footer: true,
        when: summaryLines(context).count > max(0, context.size.height - 4)), .back(.leave),
    ]
    // The footer names keys as soon as they work.
    return context.isPlain || context.milliseconds >= ignoresKeysUntil
      ? rows : rows.map(\.inHelpOnly)
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    lastNow = context.milliseconds
    return event == .tick ? check(context) : .stay
  }

  /// The milliseconds after a game's end in which keys are ignored, because they were meant for the game.
  private static let pauseAtEnd = 1000
  /// The milliseconds without a key after which the next one is accepted; more than a keyboard's delay before it
  /// repeats.
  private static let quiet = 700

  /// Whether a key comes too soon after the game's end; a held key always does.
  ///
  /// A key that leaves the screen need not wait for quiet, because it starts nothing.
  private mutating func isTooSoon(_ action: Action, _ context: AppContext) -> Bool {
    guard isOver, context.milliseconds < ignoresKeysUntil else { return false }
    if case .leave = action, context.milliseconds >= endedAt + Self.pauseAtEnd { return false }
    if !context.isPlain {
      ignoresKeysUntil = max(ignoresKeysUntil, context.milliseconds + Self.quiet)
    }
    return true
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    lastNow = context.milliseconds
    let wasOver = isOver
    let end = check(context)
    if isTooSoon(action, context) || isOver != wasOver { return end }
    switch action {
    case .begin(let form): begin(form, context)
    case .pause: game?.togglePause(at: context.milliseconds)
    case .answer(let index):
      guard let question = game?.question, question.choices.indices.contains(index) else { break }
      return take(question.choices[index], for: question, context)
    case .practiseMissed:
      return .push(.quiz(cards: game?.misses.map(\.card) ?? []))
    case .scroll(let move):
      scroll.move(
        move, lines: summaryLines(context).count, rows: max(0, context.size.height - 4))
    case .read: return .push(.lesson(.lastPosition))
    case .scope(let scope): return .perform(.record(.scope(scope)))
    case .leave: return .pop
    }
    return .stay
  }

  private mutating func take(
    _ choice: Choice, for question: AskedQuestion, _ context: AppContext
  ) -> TutorResponse {
    let isRight = game?.answer(choice, at: context.milliseconds) ?? false
    wasRight = isRight
    lastMiss = isRight ? nil : game?.misses.last
    let facts = context.facts(
      after: question.card, isRight ? .right : .wrong(choice.feedback), mode: .speed,
      milliseconds: game?.times.last ?? 0)
    return Response(facts.map(Effect.record) + check(context).effects)
  }

  private mutating func begin(_ form: SpeedForm, _ context: AppContext) {
    // The daily questions must not depend on the window.
    let isDaily = form == .daily
    let width = isDaily ? 72 : Page.column(in: context.size.width).width
    let rows = isDaily ? 18 : questionRows(context)
    let charset = isDaily ? .ascii : context.charset
    // The daily challenge is the same for everybody, so it is about the whole lesson.
    let sections = isDaily ? nil : context.questionSections
    let maker = QuestionMaker(
      context.bundle.deck, sections: sections, functions: context.functions)
    game = SpeedGame(
      questions: context.questions(about: sections).filter {
        $0.isDistinguishable(width: width, rows: rows, charset)
      },
      form: form, seconds: isDaily ? 60 : context.speedSeconds,
      seed: isDaily ? UInt64(bitPattern: Int64(context.today.number)) : context.seed &+ rounds,
      now: context.milliseconds
    ) { level, seed in
      maker.question(seed: seed, level: level) {
        $0.isDistinguishable(width: width, rows: rows, charset)
      }
    }
    rounds += 1
    (isOver, isRecord, lastMiss, wasRight, scroll) = (false, false, nil, nil, Scroll())
  }

  /// Ends the game when its time is over, and records the result.
  private mutating func check(_ context: AppContext) -> TutorResponse {
    guard let game, !isOver, !game.isPaused, game.isOver(at: context.milliseconds) else {
      return .stay
    }
    isOver = true
    endedAt = context.milliseconds
    // In plain text the end is reported before another line can be typed; only the rest of the current line is ignored.
    ignoresKeysUntil = context.milliseconds + (context.isPlain ? 1 : Self.pauseAtEnd)
    let best = context.learner.bestRun(game.form, seconds: game.seconds)?.score ?? 0
    isRecord = game.score > best
    return .perform(.record(.speedRun(game.run)))
  }

  /// The rows under the line with the previous verdict.
  func questionRows(_ context: AppContext) -> Int {
    max(0, context.size.height - 4 - (context.size.height >= 18 ? 2 : 1))
  }
}
