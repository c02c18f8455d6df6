/// An event of learning; never changed once it is on disk.
public struct LearnerEvent: Hashable, Sendable, Identifiable {
  /// A UUID, so that records from two machines can be merged.
  public var id: String
  /// The time, in seconds since 1970 UTC.
  public var time: Int
  /// The offset of local time from UTC, in seconds.
  public var utcOffset: Int
  public var fact: Fact

  public init(id: String, time: Int, utcOffset: Int, fact: Fact) {
    self.id = id
    self.time = time
    self.utcOffset = utcOffset
    self.fact = fact
  }

  /// The learner's day of the event.
  public var day: LocalDay { LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset) }
}

extension LearnerEvent {
  /// Valid times in seconds since 1970 UTC: from the year 1 to the end of the year 9999.
  public static let times = -62_135_596_800...253_402_300_799
  /// Valid offsets from UTC, in seconds.
  public static let utcOffsets = -86400...86400

  /// Whether this program can have written the event: a hand-written record may contain numbers that would overflow
  /// computations.
  public var isPossible: Bool {
    Self.times.contains(time) && Self.utcOffsets.contains(utcOffset) && fact.isPossible
  }
}

/// The content of an event.
public enum Fact: Hashable, Sendable, Codable {
  /// A flashcard was graded, by the learner or by a wrong answer to a question about it.
  case review(card: String, rating: Rating)
  /// A question was answered; a wrong answer with the feedback shown.
  case answer(
    question: String, isRight: Bool, mode: AnswerMode, milliseconds: Int, mistake: String? = nil)
  /// A section was read to its end.
  case sectionRead(String)
  /// The current reading position.
  case position(ReadingPosition)
  /// A Speed Challenge game was finished.
  case speedRun(SpeedRun)
  /// A quiz was finished.
  case quizDone(right: Int, total: Int)
  /// A bookmark was set.
  case bookmark(name: String, position: ReadingPosition)
  /// A bookmark was removed; the id is that of the event that set it.
  case bookmarkRemoved(event: String)
  /// The learner's note on a section; empty if it was deleted.
  case note(section: String, text: String)
  /// A card was suspended or resumed.
  case suspended(card: String, isSuspended: Bool)
  /// A card was rewritten in the learner's own words; empty texts restore the author's.
  case rewritten(card: String, front: String, back: String)
  /// The number of the exam's day; nil if there is no exam any more.
  case exam(day: Int?)
  /// The weights that FSRS uses from now on; none restore the published ones.
  case weights([Double])
  /// A training race was finished.
  case race(RaceResult)
  /// An earlier event was undone.
  case undo(event: String)
}

extension Fact {
  /// Valid counts, scores and seconds.
  private static let counts = 0...1_000_000_000_000

  /// Whether all numbers are small enough for sums and differences of a few of them.
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

/// The result of a training race.
public struct RaceResult: Hashable, Sendable, Codable {
  public struct Lane: Hashable, Sendable, Codable {
    /// The activation's id.
    public var activation: String
    /// The accuracy on held-out samples; nil if training diverged.
    public var accuracy: Double?
    public var secondsPerEpoch: Double

    public init(activation: String, accuracy: Double?, secondsPerEpoch: Double) {
      self.activation = activation
      self.accuracy = accuracy
      self.secondsPerEpoch = secondsPerEpoch
    }
  }

  /// The data trained on.
  public var data: String
  /// The model of the networks.
  public var model: String
  /// The learning rate.
  public var rate: Double
  /// The number of epochs.
  public var epochs: Int
  /// The seed that repeats the race.
  public var seed: UInt64
  public var lanes: [Lane]

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

/// A position in the lesson that does not depend on the window.
public struct ReadingPosition: Hashable, Sendable, Codable {
  /// The section's id.
  public var section: String
  /// The block of the section, from 0.
  public var block: Int
  /// The number of characters of the block before the position.
  public var offset: Int

  public init(section: String, block: Int, offset: Int) {
    self.section = section
    self.block = block
    self.offset = offset
  }
}
