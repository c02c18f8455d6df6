/// A form of the Speed Challenge; each has its own best scores.
public enum SpeedForm: String, Hashable, Sendable, Codable, CaseIterable {
  /// Against the clock, with three lives.
  case timed = "timed"
  /// Against the clock; the questions depend on the date alone.
  case daily = "daily"
  /// Against the clock, with one life.
  case suddenDeath = "sudden-death"
  /// Twenty questions without clock and lives.
  case untimed = "untimed"

  /// The number of wrong answers that ends the game; nil if there is no limit.
  public var lives: Int? {
    switch self {
    case .timed, .daily: 3
    case .suddenDeath: 1
    case .untimed: nil
    }
  }

  /// The number of questions that ends the game; nil if the clock does.
  public var questions: Int? { self == .untimed ? 20 : nil }
}

/// The result of a Speed Challenge game.
public struct SpeedRun: Hashable, Sendable, Codable {
  /// The score after an answer.
  public struct Step: Hashable, Sendable, Codable {
    /// Milliseconds played.
    public var time: Int
    public var score: Int

    /// The names in the record file.
    enum CodingKeys: String, CodingKey {
      case time = "time"
      case score = "score"
    }

    public init(time: Int, score: Int) {
      self.time = time
      self.score = score
    }
  }

  public var score: Int
  public var right: Int
  public var answered: Int
  /// The time limit in seconds; 0 without a clock.
  public var seconds: Int
  /// The seed that repeats the questions.
  public var seed: UInt64
  public var form: SpeedForm
  /// The score over time, for the ghost; empty in old games.
  public var steps: [Step]

  /// The names in the record file.
  enum CodingKeys: String, CodingKey {
    case score = "score"
    case right = "right"
    case answered = "answered"
    case seconds = "seconds"
    case seed = "seed"
    case form = "form"
    case steps = "steps"
  }

  public init(
    score: Int, right: Int, answered: Int, seconds: Int, seed: UInt64, form: SpeedForm = .timed,
    steps: [Step] = []
  ) {
    self.score = score
    self.right = right
    self.answered = answered
    self.seconds = seconds
    self.seed = seed
    self.form = form
    self.steps = steps
  }

  /// Decodes a result; old ones have no form and no steps.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    score = try values.decode(Int.self, forKey: .score)
    right = try values.decode(Int.self, forKey: .right)
    answered = try values.decode(Int.self, forKey: .answered)
    seconds = try values.decode(Int.self, forKey: .seconds)
    seed = try values.decode(UInt64.self, forKey: .seed)
    form = try values.decodeIfPresent(SpeedForm.self, forKey: .form) ?? .timed
    steps = try values.decodeIfPresent([Step].self, forKey: .steps) ?? []
  }

  /// The score after so many milliseconds.
  public func score(after time: Int) -> Int {
    steps.last { $0.time <= time }?.score ?? 0
  }

  /// The score after so many answers.
  public func score(afterAnswers count: Int) -> Int {
    count <= 0 ? 0 : steps.prefix(count).last?.score ?? 0
  }

  /// Whether each answer was right, in order; empty in old games.
  public var answers: [Bool] {
    let scores = steps.map(\.score)
    return zip([0] + scores, scores).map { $0 < $1 }
  }

  /// The highest multiplier reached.
  public var highestMultiplier: Int {
    var (streak, longest) = (0, 0)
    for isRight in answers {
      streak = isRight ? streak + 1 : 0
      longest = max(longest, streak)
    }
    return SpeedGame.multiplier(afterStreak: longest)
  }

  /// The medal that the score wins; nil for less than 500 points.
  public var medal: SpeedMedal? { SpeedMedal.allCases.last { score >= $0.points } }
}

/// A medal of the Speed Challenge: one for every 500 points.
public enum SpeedMedal: Int, CaseIterable, Sendable {
  case bronze = 1
  case silver = 2
  case gold = 3

  /// The points that win it.
  public var points: Int { 500 * rawValue }
}
