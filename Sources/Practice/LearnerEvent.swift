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
