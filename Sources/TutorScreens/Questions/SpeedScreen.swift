import Figures
import Lessons
import MathQuestions
import Practice
import TerminalUI
import Words

/// The Speed Challenge.
struct SpeedScreen: Screen {
  /// The phase of a game; times are those of the play clock.
  enum Phase: Sendable {
    /// No game was started yet.
    case choosing
    /// The countdown before the first question.
    case countIn(until: Int)
    case playing
    /// The learner paused, or was away.
    case paused
    /// After a wrong answer: the clock stands until a key is pressed.
    case stopped(Miss)
    /// The moment in which the time ran out.
    case timeUp
    case over
  }

  /// The latest right answer, which is highlighted for a moment.
  struct Flash: Sendable {
    var answer: String
    var points: Int
    /// The end of the highlight.
    var until: Int
  }

  enum Action: Sendable {
    case begin(SpeedForm), pause, resume, proceed, answer(Int), hint, toggleUnsure, practiseMissed,
      openPassage, copy
    case select(Move), scroll(Move), leave
    case read, scope(QuestionScope)
  }

  let name = Words.Speed.name
  static let forms: [SpeedForm] = [.timed, .daily, .suddenDeath, .untimed]

  var phase = Phase.choosing
  var game: SpeedGame?
  var flash: Flash?
  var scroll = Scroll()
  /// The questions that were missed in the game.
  var misses = MissList()
  /// Whether the learner marked the next answer as unsure.
  var isUnsure = false
  /// The best game of the same form before this one.
  var bestBefore: SpeedRun?
  /// The day on which the game was started.
  var day = LocalDay(number: 0)
  /// The daily game of that day that counted, if this is a later one.
  var scoredToday: SpeedRun?
  var rounds: UInt64 = 0
  /// The end of the time in which keys are ignored.
  var ignoresKeysUntil = 0
  /// The milliseconds by which an ignored key extends that time, so that a held key never counts.
  private var quiet = 0
  /// The time from which a key may leave the screen.
  private var leaveFrom = 0
  private var clock = PlayClock()

  init() {}

  /// The time of the latest event.
  var now: Int { clock.milliseconds }

  /// The time at which a screen is drawn.
  func now(in context: AppContext) -> Int { clock.now(monotonic: context.milliseconds) }

  var tick: Int? {
    switch phase {
    case .choosing, .paused: return nil
    case .countIn(let until): return max(1, (until - now - 1) % 1000 + 1)
    case .playing:
      let second = game.flatMap { $0.seconds > 0 ? $0.remaining(at: now) % 1000 + 1 : nil }
      let flashing = flash.flatMap { $0.until > now ? $0.until - now : nil }
      return [second, flashing].compactMap { $0 }.min()
    case .stopped, .over: return ignoresKeysUntil > now ? ignoresKeysUntil - now : nil
    case .timeUp: return max(1, ignoresKeysUntil - now)
    }
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    Response(advance(context).effects)
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    let (effects, isInterrupted) = advance(context)
    if isInterrupted || isIgnored(action, context) { return Response(effects) }
    let response = perform(action, context)
    return Response(effects + response.effects, then: response.transition)
  }

  private mutating func perform(_ action: Action, _ context: AppContext) -> TutorResponse {
    switch action {
    case .begin(let form): begin(form, context)
    case .pause: pause()
    case .resume: resume()
    case .proceed: proceed(context)
    case .answer(let index): return answer(index, context)
    case .hint: game?.hint()
    case .toggleUnsure: isUnsure.toggle()
    case .practiseMissed: return .push(.quiz(cards: misses.cards))
    case .openPassage: return misses.passage(context).map { .push($0) } ?? .stay
    case .copy:
      guard let line = dailyLine(context) else { break }
      return .perform(.copy(line), .tell(Words.Speed.copied))
    case .select(let move): select(move, context)
    case .scroll(let move):
      scroll.move(move, lines: scrolledLines(context), rows: scrolledRows(context))
    case .read: return .push(.lesson(.lastPosition))
    case .scope(let scope): return .perform(.record(.scope(scope)))
    case .leave: return .pop
    }
    return .stay
  }

  mutating func pause() {
    let now = now
    game?.pause(at: now)
    phase = .paused
    ignoresKeysUntil = now
  }

  mutating func resume() {
    let now = now
    game?.resume(at: now)
    phase = .playing
  }

  // MARK: Time

  /// The phase at a time, as far as time alone changes it.
  func phase(in context: AppContext) -> Phase {
    let now = now(in: context)
    switch phase {
    case .countIn(let until) where now >= until: return .playing
    case .playing where game?.isOver(at: now) == true: return context.isPlain ? .over : .timeUp
    case .timeUp where now >= ignoresKeysUntil: return .over
    default: return phase
    }
  }

  /// Reads the clock, and moves on to the phase that it brings.
  ///
  /// - Returns: The facts to record, and whether a key that came with it must be dropped.
  private mutating func advance(
    _ context: AppContext
  ) -> (effects: [Effect], isInterrupted: Bool) {
    let due = context.isPlain ? nil : tick
    let wasAway = clock.read(monotonic: context.milliseconds, wall: context.now, due: due)
    if wasAway, case .playing = phase {
      pause()
      return ([], true)
    }
    let next = phase(in: context)
    switch (phase, next) {
    case (.countIn(let until), .playing):
      phase = next
      ignoreKeys(until: max(until, now) + Self.pauseAtStart, quiet: Self.repeatGap, context)
    case (.playing, .timeUp), (.playing, .over):
      phase = next
      ignoreKeys(
        until: now + Self.pauseAtEnd, quiet: Self.quietAtEnd, leaveFrom: now + Self.pauseAtEnd,
        context)
      return (result(), true)
    default: phase = next
    }
    return ([], false)
  }

  /// The milliseconds of the countdown.
  static let countdown = 3000
  /// The milliseconds of a highlight.
  static let highlight = 250
  /// The milliseconds after a game's end in which keys are ignored, because they were meant for the game.
  static let pauseAtEnd = 1000
  /// The milliseconds without a key after which one is accepted at the end; more than a keyboard's delay before it
  /// repeats a key.
  static let quietAtEnd = 700
  /// The milliseconds after a wrong answer in which keys are ignored.
  static let pauseAtWrong = 300
  /// The milliseconds after the first sight of a question in which nobody can have read it.
  static let pauseAtStart = 150
  /// More than the milliseconds between two repetitions of a held key.
  static let repeatGap = 150

  /// Ignores keys for a time.
  ///
  /// In plain text only the rest of the current line is ignored.
  mutating func ignoreKeys(
    until end: Int, quiet: Int, leaveFrom: Int = 0, _ context: AppContext
  ) {
    ignoresKeysUntil = context.isPlain && end > now ? now + 1 : end
    (self.quiet, self.leaveFrom) = (quiet, leaveFrom)
  }

  /// Whether a key comes too soon; a held key always does.
  ///
  /// A key that leaves the screen need not wait for quiet, because it starts nothing.
  private mutating func isIgnored(_ action: Action, _ context: AppContext) -> Bool {
    guard now < ignoresKeysUntil else { return false }
    if case .leave = action, now >= leaveFrom { return false }
    if !context.isPlain { ignoresKeysUntil = max(ignoresKeysUntil, now + quiet) }
    return true
  }
}
