public import Lessons

/// The Speed Challenge: as many questions as possible before the time or the lives are over.
///
/// A right answer is worth 100 points, with a clock 50 if it took longer than eight seconds, times a
/// multiplier that grows by one with every three right answers in a row, up to 4.
public struct SpeedGame: Sendable {
  /// Makes a question of a level from 1 to 3 from a seed.
  public typealias Maker = @Sendable (_ level: Int, _ seed: UInt64) -> Card

  /// An answer that was wrong.
  public struct Miss: Sendable {
    /// The question.
    public var card: Card
    /// What was chosen.
    public var chosen: Choice
  }

  /// How it is played.
  public let form: SpeedForm
  /// Seconds allowed; 0 without a clock.
  public let seconds: Int
  /// Repeats the questions.
  public let seed: UInt64
  /// Points so far.
  public private(set) var score = 0
  /// Right answers so far.
  public private(set) var right = 0
  /// Right answers in a row.
  public private(set) var streak = 0
  /// Wrong answers so far.
  public private(set) var misses: [Miss] = []
  /// Milliseconds that each answer took.
  public private(set) var times: [Int] = []
  /// The question that waits for an answer.
  public private(set) var question: AskedQuestion
  /// Whether the clock stands still.
  public var isPaused: Bool { pausedAt != nil }
  /// How hard made questions are, from 1 to 3; it follows the player.
  public private(set) var level = 1
  private var steps: [SpeedRun.Step] = []
  private var waiting: [Card]
  private let make: Maker?
  private var generator: SeededGenerator
  private var start: Int
  private var asked: Int
  private var pausedAt: Int?

  /// Begins a game; fails if there is nothing to ask.
  ///
  /// - Parameters:
  ///   - questions: Cards with choices; others are left out.
  ///   - form: How it is played.
  ///   - seconds: Time allowed; of no account in a form without a clock.
  ///   - seed: Equal seeds ask the same questions in the same order, as far as the answers agree.
  ///   - now: Milliseconds of a clock that never goes back.
  ///   - make: Makes every other question.
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

  /// Wrong answers that are still allowed; nil if they all are.
  public var lives: Int? { form.lives.map { max(0, $0 - misses.count) } }

  /// Whether the time, the lives or the questions are over.
  public func isOver(at now: Int) -> Bool {
    if let questions = form.questions { return times.count >= questions }
    return lives == 0 || remaining(at: now) == 0
  }

  /// What the next right answer is multiplied by.
  public var multiplier: Int { min(4, 1 + streak / 3) }

  /// Stops the clock, or lets it go on.
  public mutating func togglePause(at now: Int) {
    guard let since = pausedAt else {
      pausedAt = now
      return
    }
    start += now - since
    asked += now - since
    pausedAt = nil
  }

  /// Takes an answer and asks the next question.
  ///
  /// - Returns: Whether it was right.
  public mutating func answer(_ choice: Choice, at now: Int) -> Bool {
    let time = now - asked
    times.append(time)
    if choice.isCorrect {
      let isSlow = time > 8000 && form.questions == nil
      score += (isSlow ? 50 : 100) * multiplier
      right += 1
      streak += 1
      if streak.isMultiple(of: 3) { level = min(3, level + 1) }
    } else {
      misses.append(Miss(card: question.card, chosen: choice))
      streak = 0
      level = max(1, level - 1)
    }
    steps.append(SpeedRun.Step(time: elapsed(at: now), score: score))
    asked = now
    askNext()
    return choice.isCorrect
  }

  private mutating func askNext() {
    // On a day that is the same for everybody, questions get harder by themselves.
    let level = form == .daily ? min(3, 1 + times.count / 5) : level
    if let make, !times.count.isMultiple(of: 2) {
      question = AskedQuestion(make(level, generator.next()), using: &generator)
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

  /// The middle of the times taken, in milliseconds.
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
