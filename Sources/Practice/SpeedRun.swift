/// How a Speed Challenge is played; each form has records of its own.
public enum SpeedForm: String, Hashable, Sendable, Codable, CaseIterable {
  /// Against the clock, with three lives.
  case timed
  /// Against the clock, with questions that are the same for everybody on a day.
  case daily
  /// Against the clock, with one life.
  case suddenDeath = "sudden-death"
  /// Twenty questions without a clock and without lives.
  case untimed

  /// Wrong answers that end the game; nil if none does.
  public var lives: Int? {
    switch self {
    case .timed, .daily: 3
    case .suddenDeath: 1
    case .untimed: nil
    }
  }

  /// Questions that end the game; nil if the clock does.
  public var questions: Int? { self == .untimed ? 20 : nil }
}

/// The result of a Speed Challenge.
public struct SpeedRun: Hashable, Sendable, Codable {
  /// Where the score stood after an answer.
  public struct Step: Hashable, Sendable, Codable {
    /// Milliseconds played.
    public var time: Int
    /// Points.
    public var score: Int

    /// Makes a step.
    public init(time: Int, score: Int) {
      self.time = time
      self.score = score
    }
  }

  /// Points.
  public var score: Int
  /// Right answers.
  public var right: Int
  /// Questions answered.
  public var answered: Int
  /// The time allowed, in seconds; 0 without a clock.
  public var seconds: Int
  /// Repeats the questions.
  public var seed: UInt64
  /// How it was played.
  public var form: SpeedForm
  /// The score over time, for the ghost; empty in runs of old.
  public var steps: [Step]

  /// Makes a result.
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

  /// Reads a result; runs of old have no form and no steps.
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
}
