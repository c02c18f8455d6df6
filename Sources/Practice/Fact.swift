/// The content of an event.
public enum Fact: Hashable, Sendable, Codable {
  /// A flashcard was graded, by the learner or by a wrong answer to a question about it.
  case review(card: String, rating: Rating)
  /// A question was answered: a wrong answer with the feedback shown, whether the learner was sure if that was asked,
  /// and whether it was another try after a wrong answer, which only shows that the question was met.
  case answer(
    question: String, isRight: Bool, mode: AnswerMode, milliseconds: Int, mistake: String? = nil,
    isSure: Bool? = nil, isRetry: Bool? = nil)
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
  /// The learner chose a setting that belongs to learning, not to the terminal; see ``LearnerSetting``.
  case setting(name: String, value: String)
  /// An earlier event was undone.
  case undo(event: String)
}

extension Fact {
  // The names in the record file. They are a file format: a case or a label may be renamed in Swift, but its raw value
  // here must stay, because records of released versions contain it.

  /// The names of the kinds of facts.
  enum CodingKeys: String, CodingKey, CaseIterable {
    case review = "review"
    case answer = "answer"
    case sectionRead = "sectionRead"
    case position = "position"
    case speedRun = "speedRun"
    case quizDone = "quizDone"
    case bookmark = "bookmark"
    case bookmarkRemoved = "bookmarkRemoved"
    case note = "note"
    case suspended = "suspended"
    case rewritten = "rewritten"
    case exam = "exam"
    case weights = "weights"
    case race = "race"
    case setting = "setting"
    case undo = "undo"
  }

  enum ReviewCodingKeys: String, CodingKey {
    case card = "card"
    case rating = "rating"
  }

  enum AnswerCodingKeys: String, CodingKey {
    case question = "question"
    case isRight = "isRight"
    case mode = "mode"
    case milliseconds = "milliseconds"
    case mistake = "mistake"
    case isSure = "isSure"
    case isRetry = "isRetry"
  }

  enum SectionReadCodingKeys: String, CodingKey {
    case _0 = "_0"
  }

  enum PositionCodingKeys: String, CodingKey {
    case _0 = "_0"
  }

  enum SpeedRunCodingKeys: String, CodingKey {
    case _0 = "_0"
  }

  enum QuizDoneCodingKeys: String, CodingKey {
    case right = "right"
    case total = "total"
  }

  enum BookmarkCodingKeys: String, CodingKey {
    case name = "name"
    case position = "position"
  }

  enum BookmarkRemovedCodingKeys: String, CodingKey {
    case event = "event"
  }

  enum NoteCodingKeys: String, CodingKey {
    case section = "section"
    case text = "text"
  }

  enum SuspendedCodingKeys: String, CodingKey {
    case card = "card"
    case isSuspended = "isSuspended"
  }

  enum RewrittenCodingKeys: String, CodingKey {
    case card = "card"
    case front = "front"
    case back = "back"
  }

  enum ExamCodingKeys: String, CodingKey {
    case day = "day"
  }

  enum WeightsCodingKeys: String, CodingKey {
    case _0 = "_0"
  }

  enum RaceCodingKeys: String, CodingKey {
    case _0 = "_0"
  }

  enum SettingCodingKeys: String, CodingKey {
    case name = "name"
    case value = "value"
  }

  enum UndoCodingKeys: String, CodingKey {
    case event = "event"
  }
}

extension Fact {
  /// The name of the kind of fact, which does not reveal what the learner did.
  public var kind: String { key.rawValue }

  private var key: CodingKeys {
    switch self {
    case .review: .review
    case .answer: .answer
    case .sectionRead: .sectionRead
    case .position: .position
    case .speedRun: .speedRun
    case .quizDone: .quizDone
    case .bookmark: .bookmark
    case .bookmarkRemoved: .bookmarkRemoved
    case .note: .note
    case .suspended: .suspended
    case .rewritten: .rewritten
    case .exam: .exam
    case .weights: .weights
    case .race: .race
    case .setting: .setting
    case .undo: .undo
    }
  }
}

extension Fact {
  /// Valid counts, scores and seconds.
  private static let counts = 0...1_000_000_000_000

  /// Whether all numbers are small enough for sums and differences of a few of them.
  public var isPossible: Bool {
    switch self {
    case .position(let position), .bookmark(_, let position):
      Self.counts.contains(position.block) && Self.counts.contains(position.offset)
    case .answer(_, _, _, let milliseconds, _, _, _): Self.counts.contains(milliseconds)
    case .quizDone(let right, let total):
      Self.counts.contains(right) && Self.counts.contains(total)
    case .speedRun(let run):
      ([run.score, run.right, run.answered, run.seconds]
        + run.steps.flatMap { [$0.time, $0.score] })
        .allSatisfy(Self.counts.contains)
    case .exam(let day): day.map(LocalDay.numbers.contains) ?? true
    case .race(let race): Self.counts.contains(race.epochs)
    case .review, .sectionRead, .bookmarkRemoved, .note, .suspended, .rewritten, .weights,
      .setting, .undo:
      true
    }
  }
}

/// The activity in which a question was asked.
public enum AnswerMode: String, Hashable, Sendable, Codable {
  case quiz = "quiz"
  case speed = "speed"
  /// At the end of a section, or in an exercise.
  case check = "check"
  /// Before a figure, where a wrong answer is as good as a right one.
  case prediction = "prediction"
}
