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
  /// Milliseconds of the steady clock when something last happened.
  private var lastNow = 0
  /// When the game ended, in milliseconds of the steady clock.
  private var endedAt = 0
  /// Until then, in milliseconds of the steady clock, the keys that follow a game's end do nothing.
  private var deafUntil = 0

  static let forms: [SpeedForm] = [.timed, .daily, .suddenDeath, .untimed]

  init() {}

  /// The moment at which the clock shows another second, or at which keys work again after a game's end.
  var tick: Int? {
    if isOver, lastNow < deafUntil { return deafUntil - lastNow }
    guard let game, !isOver, !game.isPaused, game.seconds > 0 else { return nil }
    return game.remaining(at: lastNow) % 1000 + 1
  }

  enum Action: Sendable {
    case begin(SpeedForm), pause, answer(Int), practiseMissed, scroll(Move), leave
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    guard let game else {
      return [
        KeyBinding([.enter, .space], .begin(.timed), Words.Speed.start, footer: true),
        .digits(Self.forms.count, { .begin(Self.forms[$0]) }, Words.Speed.form, footer: true),
        .back(.leave),
      ]
    }
    if isOver || (!game.isPaused && game.isOver(at: context.milliseconds)) {
      return bindingsAtEnd(game, context)
    }
    if game.isPaused {
      return [KeyBinding([.space], .pause, Words.Speed.goOn, footer: true), .back(.leave)]
    }
    return [
      .digits(game.question.choices.count, Action.answer, Words.Speed.answer, footer: true),
      KeyBinding([.space], .pause, Words.Speed.pause, footer: true), .back(.leave),
    ]
  }

  private func bindingsAtEnd(
    _ game: SpeedGame, _ context: AppContext
  ) -> [KeyBinding<Action>] {
    let rows: [KeyBinding<Action>] = [
      KeyBinding([.enter], .begin(game.form), Words.Speed.onceMore, footer: true),
      KeyBinding(
        ["p"], .practiseMissed, Words.Speed.practiseMissed, footer: true,
        when: !game.misses.isEmpty),
      .scroll(
        Action.scroll, footer: true,
        when: summaryLines(context).count > max(0, context.size.height - 4)), .back(.leave),
    ]
    // The footer names keys as soon as they work.
    return context.isPlain || context.milliseconds >= deafUntil ? rows : rows.map(\.inHelpOnly)
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    lastNow = context.milliseconds
    return event == .tick ? check(context) : .stay
  }

  /// Milliseconds after a game's end in which no key starts or leaves anything: it was meant for the game.
  private static let pauseAtEnd = 1000
  /// Milliseconds without a key after which the next one is meant; more than a keyboard waits before it repeats.
  private static let quiet = 700

  /// Whether a key came too soon after the game's end; a key that is held down never comes late enough.
  ///
  /// A key that leaves need not wait for quiet: it starts nothing, and whoever presses it again means it.
  private mutating func isTooSoon(_ action: Action, _ context: AppContext) -> Bool {
    guard isOver, context.milliseconds < deafUntil else { return false }
    if case .leave = action, context.milliseconds >= endedAt + Self.pauseAtEnd { return false }
    if !context.isPlain { deafUntil = max(deafUntil, context.milliseconds + Self.quiet) }
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
    // What everybody is asked must not depend on anybody's window.
    let isDaily = form == .daily
    let width = isDaily ? 72 : Page.column(in: context.size.width).width
    let rows = isDaily ? 18 : questionRows(context)
    let charset = isDaily ? .ascii : context.charset
    let maker = QuestionMaker(context.bundle.deck)
    game = SpeedGame(
      questions: context.bundle.deck.questions.filter {
        $0.canBeToldApart(width: width, rows: rows, charset)
      },
      form: form, seconds: isDaily ? 60 : context.speedSeconds,
      seed: isDaily ? UInt64(bitPattern: Int64(context.today.number)) : context.seed &+ rounds,
      now: context.milliseconds
    ) { level, seed in
      maker.question(seed: seed, level: level) {
        $0.canBeToldApart(width: width, rows: rows, charset)
      }
    }
    rounds += 1
    (isOver, isRecord, lastMiss, wasRight, scroll) = (false, false, nil, nil, Scroll())
  }

  /// Ends the game when its time has come, and puts the result on record.
  private mutating func check(_ context: AppContext) -> TutorResponse {
    guard let game, !isOver, !game.isPaused, game.isOver(at: context.milliseconds) else {
      return .stay
    }
    isOver = true
    endedAt = context.milliseconds
    // Read out, the end is told before another line can be typed; only the rest of this one is too soon.
    deafUntil = context.milliseconds + (context.isPlain ? 1 : Self.pauseAtEnd)
    let best = context.learner.bestRun(game.form, seconds: game.seconds)?.score ?? 0
    isRecord = game.score > best
    return .perform(.record(.speedRun(game.run)))
  }

  /// Rows under the line that says how the last answer was.
  func questionRows(_ context: AppContext) -> Int {
    max(0, context.size.height - 4 - (context.size.height >= 18 ? 2 : 1))
  }
}
