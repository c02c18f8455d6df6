public import Lessons

/// The Speed Challenge: as many questions as possible before the time or the lives are over.
///
/// A right answer is worth 100 points, 50 if it took longer than eight seconds, times a multiplier
/// that grows by one with every three right answers in a row, up to 4.
public struct SpeedGame: Sendable {
  /// An answer that was wrong.
  public struct Miss: Sendable {
    /// The question.
    public var card: Card
    /// What was chosen.
    public var chosen: Choice
  }

  /// Seconds allowed.
  public let seconds: Int
  /// Repeats the questions.
  public let seed: UInt64
  /// Points so far.
  public private(set) var score = 0
  /// Right answers so far.
  public private(set) var right = 0
  /// Right answers in a row.
  public private(set) var streak = 0
  /// Wrong answers that are still allowed.
  public private(set) var lives = 3
  /// Wrong answers so far.
  public private(set) var misses: [Miss] = []
  /// Milliseconds that each answer took.
  public private(set) var times: [Int] = []
  /// The question that waits for an answer.
  public private(set) var question: AskedQuestion
  private var waiting: [Card]
  /// Makes a question of a level from a seed; nil if there are only written ones.
  private let make: (@Sendable (_ level: Int, _ seed: UInt64) -> Card)?
  /// How hard made questions are, from 1 to 3; it follows the player.
  public private(set) var level = 1
  private var generator: SeededGenerator
  private let start: Int
  private var asked: Int

  /// Begins a game; fails if there is nothing to ask.
  ///
  /// - Parameters:
  ///   - questions: Cards with choices; others are left out.
  ///   - seconds: Time allowed.
  ///   - seed: Equal seeds ask the same questions in the same order.
  ///   - now: Milliseconds of a clock that never goes back.
  ///   - make: Makes a question of a level from 1 to 3 from a seed; every other one is such.
  public init?(
    questions: [Card], seconds: Int, seed: UInt64, now: Int,
    make: (@Sendable (_ level: Int, _ seed: UInt64) -> Card)? = nil
  ) {
    var generator = SeededGenerator(seed: seed)
    var cards = questions.filter(\.hasChoices).shuffled(using: &generator)
    guard let first = cards.popLast() ?? make?(1, generator.next()) else { return nil }
    question = AskedQuestion(first, using: &generator)
    cards.insert(first, at: 0)
    waiting = cards
    self.generator = generator
    self.make = make
    self.seconds = seconds
    self.seed = seed
    start = now
    asked = now
  }

  /// Milliseconds left.
  public func remaining(at now: Int) -> Int { max(0, start + seconds * 1000 - now) }

  /// Whether the time or the lives are over.
  public func isOver(at now: Int) -> Bool { lives == 0 || remaining(at: now) == 0 }

  /// What the next right answer is multiplied by.
  public var multiplier: Int { min(4, 1 + streak / 3) }

  /// Takes an answer and asks the next question.
  ///
  /// - Returns: Whether it was right.
  public mutating func answer(_ choice: Choice, at now: Int) -> Bool {
    let time = now - asked
    times.append(time)
    if choice.isCorrect {
      score += (time > 8000 ? 50 : 100) * multiplier
      right += 1
      streak += 1
      if streak.isMultiple(of: 3) { level = min(3, level + 1) }
    } else {
      misses.append(Miss(card: question.card, chosen: choice))
      streak = 0
      level = max(1, level - 1)
      lives -= 1
    }
    asked = now
    if let make, !times.count.isMultiple(of: 2) {
      question = AskedQuestion(make(level, generator.next()), using: &generator)
    } else if let next = waiting.popLast() {
      question = AskedQuestion(next, using: &generator)
      waiting.insert(next, at: 0)
    }
    return choice.isCorrect
  }

  /// The result so far.
  public var run: SpeedRun {
    SpeedRun(score: score, right: right, answered: times.count, seconds: seconds, seed: seed)
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
    case .choice, .curve: true
    default: false
    }
  }
}
