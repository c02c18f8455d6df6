public import Lessons

/// A Speed Challenge game: as many questions as possible before time or lives run out.
///
/// A right answer is worth 100 points (50 if a clocked answer took longer than eight seconds) times a multiplier, half of
/// that after a hint. The multiplier grows by one with every three right answers in a row, up to 4.
public struct SpeedGame: Sendable {
  /// Generates a question of a level from 1 to 3 from a seed; nil if there is none.
  public typealias Maker = @Sendable (_ level: Int, _ seed: UInt64) -> Card?

  public let form: SpeedForm
  /// The time limit in seconds; 0 without a clock.
  public let seconds: Int
  /// The seed that repeats the questions.
  public let seed: UInt64
  /// Points so far.
  public private(set) var score = 0
  /// Right answers so far.
  public private(set) var right = 0
  /// Right answers in a row.
  public private(set) var streak = 0
  /// Wrong answers so far.
  public var wrong: Int { times.count - right }
  /// Milliseconds that each answer took.
  public private(set) var times: [Int] = []
  /// The number of hints shown for the current question.
  public private(set) var hints = 0
  /// The current question.
  public private(set) var question: AskedQuestion
  /// Whether the clock is paused.
  public var isPaused: Bool { pausedAt != nil }
  /// The difficulty of generated questions, from 1 to 3; adapts to the player.
  public private(set) var level = 1
  private var steps: [SpeedRun.Step] = []
  private var waiting: [Card]
  private let make: Maker?
  private var generator: SeededGenerator
  private var start: Int
  private var asked: Int
  private var pausedAt: Int?

  /// Starts a game; nil if there are no questions.
  ///
  /// - Parameters:
  ///   - questions: Cards with choices; others are ignored.
  ///   - form: The form of the game.
  ///   - seconds: The time limit; ignored in a form without a clock.
  ///   - seed: Equal seeds ask the same questions in the same order as long as the answers agree.
  ///   - now: The start of the game in milliseconds of a monotonic clock, which may be in the future.
  ///   - make: Generates every other question.
  public init?(
    questions: [Card], form: SpeedForm = .timed, seconds: Int, seed: UInt64, now: Int,
    make: Maker? = nil
  ) {
    var generator = SeededGenerator(seed: seed)
    var cards = questions.filter(\.hasChoices).shuffled(using: &generator)
    guard let first = cards.popLast() ?? make?(1, generator.next()) else { return nil }
    question = AskedQuestion(first, using: &generator)
    cards.insert(first, at: 0)
    waiting = cards
    self.generator = generator
    self.make = make
    self.form = form
    self.seconds = form.questions == nil ? seconds : 0
    self.seed = seed
    start = now
    asked = now
  }

  /// Milliseconds played.
  public func elapsed(at now: Int) -> Int { max(0, (pausedAt ?? now) - start) }

  /// Milliseconds left; 0 in a form without a clock.
  public func remaining(at now: Int) -> Int { max(0, seconds * 1000 - elapsed(at: now)) }

  /// The number of wrong answers still allowed; nil if there is no limit.
  public var lives: Int? { form.lives.map { max(0, $0 - wrong) } }

  /// Whether the time, the lives or the questions have run out.
  public func isOver(at now: Int) -> Bool {
    if let questions = form.questions { return times.count >= questions }
    return lives == 0 || remaining(at: now) == 0
  }

  /// The multiplier of the next right answer.
  public var multiplier: Int { Self.multiplier(afterStreak: streak) }

  /// The multiplier after some right answers in a row.
  static func multiplier(afterStreak streak: Int) -> Int { min(4, 1 + streak / 3) }

  /// Right answers in a row since the multiplier last grew, from 0 to 3; always 3 at the highest multiplier.
  public var pips: Int { multiplier == 4 ? 3 : streak % 3 }

  /// Pauses the clock.
  public mutating func pause(at now: Int) { pausedAt = pausedAt ?? now }

  /// Resumes the clock.
  public mutating func resume(at now: Int) {
    guard let since = pausedAt else { return }
    let pause = max(0, now - since)
    start += pause
    asked += pause
    pausedAt = nil
  }

  /// Records an answer and asks the next question.
  ///
  /// - Returns: Whether it was right.
  public mutating func answer(_ choice: Choice, at now: Int) -> Bool {
    let time = max(0, now - asked)
    times.append(time)
    if choice.isCorrect {
      let isSlow = time > 8000 && form.questions == nil
      score += (isSlow ? 50 : 100) * multiplier / (hints == 0 ? 1 : 2)
      right += 1
      streak += 1
      if streak.isMultiple(of: 3) { level = min(3, level + 1) }
    } else {
      streak = 0
      level = max(1, level - 1)
    }
    steps.append(SpeedRun.Step(time: elapsed(at: now), score: score))
    asked = now
    askNext()
    return choice.isCorrect
  }

  /// Shows the next hint for the question, which halves the points of its answer.
  public mutating func hint() { hints = min(hints + 1, question.card.hints.count) }

  private mutating func askNext() {
    hints = 0
    // The daily form must not adapt to the player; its difficulty grows with the number of answers.
    let level = form == .daily ? min(3, 1 + times.count / 5) : level
    if let make, !times.count.isMultiple(of: 2), let card = make(level, generator.next()) {
      question = AskedQuestion(card, using: &generator)
    } else if let next = waiting.popLast() {
      question = AskedQuestion(next, using: &generator)
      waiting.insert(next, at: 0)
    }
  }

  /// The result so far.
  public var run: SpeedRun {
    SpeedRun(
      score: score, right: right, answered: times.count, seconds: seconds, seed: seed, form: form,
      steps: steps)
  }

  /// The median of the answer times, in milliseconds.
  public var medianTime: Int? {
    times.isEmpty ? nil : times.sorted()[times.count / 2]
  }
}

extension Card {
  /// Whether one key answers it.
  var hasChoices: Bool {
    switch form {
    case .choice, .curve, .network: true
    default: false
    }
  }
}
