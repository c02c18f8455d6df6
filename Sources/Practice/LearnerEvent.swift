/// Something that happened while learning; never rewritten once it is on disk.
public struct LearnerEvent: Hashable, Sendable, Identifiable {
  /// A UUID, so that records from two machines can be united.
  public var id: String
  /// When, in seconds since 1970 UTC.
  public var time: Int
  /// What the learner's clock was ahead of UTC, in seconds.
  public var utcOffset: Int
  /// What happened.
  public var fact: Fact

  /// Makes an event.
  public init(id: String, time: Int, utcOffset: Int, fact: Fact) {
    self.id = id
    self.time = time
    self.utcOffset = utcOffset
    self.fact = fact
  }

  /// The learner's day in which it happened.
  public var day: LocalDay { LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset) }
}

extension LearnerEvent {
  /// Seconds since 1970 UTC that a clock can show: from the year 1 to the end of the year 9999.
  public static let times = -62_135_596_800...253_402_300_799
  /// Seconds that a clock can be ahead of UTC.
  public static let utcOffsets = -86400...86400

  /// Whether a program of ours can have written the event: a record that was written by hand may hold numbers that
  /// nobody could reckon with.
  public var isPossible: Bool {
    Self.times.contains(time) && Self.utcOffsets.contains(utcOffset) && fact.isPossible
  }
}

/// What can happen while learning.
public enum Fact: Hashable, Sendable, Codable {
  /// A flashcard was graded, by the learner or by a wrong answer to a question about it.
  case review(card: String, rating: Rating)
  /// A question was answered; a wrong answer with what it misunderstands, as the learner was told.
  case answer(
    question: String, isRight: Bool, mode: AnswerMode, milliseconds: Int, mistake: String? = nil)
  /// A section was read to its end.
  case sectionRead(String)
  /// The reader stands here.
  case position(ReadingPosition)
  /// A Speed Challenge was played to its end.
  case speedRun(SpeedRun)
  /// A quiz was answered to its end.
  case quizDone(right: Int, total: Int)
  /// A place was marked under a name.
  case bookmark(name: String, position: ReadingPosition)
  /// A mark was taken away; the id is that of its event.
  case bookmarkRemoved(event: String)
  /// What the learner has noted on a section; empty once there is nothing any more.
  case note(section: String, text: String)
  /// A card is not asked any more, or is asked again.
  case suspended(card: String, isSuspended: Bool)
  /// A card is asked in the learner's own words; empty ones stand for the author's.
  case rewritten(card: String, front: String, back: String)
  /// There is an exam on a day, by its number; nil if there is none any more.
  case exam(day: Int?)
  /// From now on FSRS schedules with these weights; none at all stand for the published ones.
  case weights([Double])
  /// A training race was run to its end.
  case race(RaceResult)
  /// An earlier event does not count.
  case undo(event: String)
}

extension Fact {
  /// Counts, scores and seconds that something learnt can have come to.
  private static let counts = 0...1_000_000_000_000

  /// Whether all numbers are such that sums and differences of a few of them are numbers, too.
  public var isPossible: Bool {
    switch self {
    case .position(let position), .bookmark(_, let position):
      Self.counts.contains(position.block) && Self.counts.contains(position.offset)
    case .answer(_, _, _, let milliseconds, _): Self.counts.contains(milliseconds)
    case .quizDone(let right, let total):
      Self.counts.contains(right) && Self.counts.contains(total)
    case .speedRun(let run):
      ([run.score, run.right, run.answered, run.seconds]
        + run.steps.flatMap { [$0.time, $0.score] })
        .allSatisfy(Self.counts.contains)
    case .exam(let day): day.map(LocalDay.numbers.contains) ?? true
    case .race(let race): Self.counts.contains(race.epochs)
    case .review, .sectionRead, .bookmarkRemoved, .note, .suspended, .rewritten, .weights, .undo:
      true
    }
  }
}

/// What came of a training race.
public struct RaceResult: Hashable, Sendable, Codable {
  /// One contestant.
  public struct Lane: Hashable, Sendable, Codable {
    /// The activation's id.
    public var activation: String
    /// The share of held-out samples that it got right; nil if it diverged.
    public var accuracy: Double?
    /// Seconds an epoch took.
    public var secondsPerEpoch: Double

    /// Makes a lane.
    public init(activation: String, accuracy: Double?, secondsPerEpoch: Double) {
      self.activation = activation
      self.accuracy = accuracy
      self.secondsPerEpoch = secondsPerEpoch
    }
  }

  /// What was learnt.
  public var data: String
  /// What the networks were made of.
  public var model: String
  /// The learning rate.
  public var rate: Double
  /// How many epochs.
  public var epochs: Int
  /// Repeats the race.
  public var seed: UInt64
  /// The contestants.
  public var lanes: [Lane]

  /// Makes a result.
  public init(
    data: String, model: String, rate: Double, epochs: Int, seed: UInt64, lanes: [Lane]
  ) {
    self.data = data
    self.model = model
    self.rate = rate
    self.epochs = epochs
    self.seed = seed
    self.lanes = lanes
  }
}

/// Where a question was asked.
public enum AnswerMode: String, Hashable, Sendable, Codable {
  case quiz, speed
  /// At the end of a section.
  case check
}

/// A place in the lesson that no change of the window moves.
public struct ReadingPosition: Hashable, Sendable, Codable {
  /// The section's id.
  public var section: String
  /// The block of the section, from 0.
  public var block: Int
  /// Characters of the block before the place.
  public var offset: Int

  /// Makes a position.
  public init(section: String, block: Int, offset: Int) {
    self.section = section
    self.block = block
    self.offset = offset
  }
}
