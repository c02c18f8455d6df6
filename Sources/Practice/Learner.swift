public import Lessons

/// A bookmark in the lesson.
public struct Bookmark: Hashable, Sendable, Identifiable {
  /// The id of the event that set it.
  public var id: String
  /// The learner's name for it.
  public var name: String
  public var position: ReadingPosition
}

/// A card in the learner's own words.
public struct OwnWords: Hashable, Sendable {
  /// The question.
  public var front: String
  /// The answer.
  public var back: String
}

/// The state of a learner, computed from events.
///
/// The order in which events arrive does not matter, only their time (and their ids within one second). So records from
/// two machines can be merged in either order.
public struct Learner: Sendable {
  /// A grade and its resulting schedule.
  struct Review: Sendable {
    /// The event's id.
    var id: String
    var time: Int
    var utcOffset: Int
    var rating: Rating
    var memory: Memory?

    init(_ event: LearnerEvent, _ rating: Rating) {
      (id, time, utcOffset) = (event.id, event.time, event.utcOffset)
      self.rating = rating
    }

    var day: LocalDay { LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset) }

    var timestamp: Timestamp { Timestamp(time: time, id: id) }

    func isBefore(_ other: Review) -> Bool {
      time == other.time ? id < other.id : time < other.time
    }
  }

  /// The history of one card.
  struct Past: Sendable {
    /// All grades that were not undone, in order.
    var reviews: [Review] = []
    /// The schedule after these grades; nil if there are none.
    var schedule: CardSchedule?
  }

  /// The time of an event; of two events the one with the later timestamp wins.
  struct Timestamp: Comparable, Sendable {
    var time: Int
    var id: String

    init(time: Int, id: String) { (self.time, self.id) = (time, id) }

    init(_ event: LearnerEvent) { self.init(time: event.time, id: event.id) }

    /// The timestamp of a decision.
    ///
    /// Ids keep growing even if the clock is set back, so that a decision made while the clock was ahead can be revised
    /// later.
    init(deciding event: LearnerEvent) {
      time = EventClock.milliseconds(of: event.id).map { Int($0 / 1000) } ?? event.time
      id = event.id
    }

    static func < (left: Timestamp, right: Timestamp) -> Bool {
      (left.time, left.id) < (right.time, right.id)
    }
  }

  /// The histories of all cards that were ever graded.
  private(set) var pasts: [String: Past] = [:]
  /// The cards for which the grades of merged cards count.
  public internal(set) var heirs = Heirs()
  /// The histories of those with grades of merged cards, which come first.
  var continuedPasts: [String: Past] = [:]
  /// Ids of sections that were read to their end.
  public private(set) var sectionsRead: Set<String> = []
  /// The current reading position.
  public private(set) var position: ReadingPosition?
  /// All Speed Challenge games, oldest first.
  public private(set) var speedRuns: [SpeedRun] = []
  /// All training races, oldest first.
  public private(set) var races: [RaceResult] = []
  /// Whether the latest answer to each question was right.
  public private(set) var lastAnswers: [String: Bool] = [:]
  /// Whether the latest answer to each question was right, without second tries after a wrong answer.
  public private(set) var lastFirstTries: [String: Bool] = [:]
  /// Whether each prediction was right, by its id.
  public private(set) var predictions: [String: Bool] = [:]
  /// The number of times each mistake was made, by its feedback.
  public private(set) var mistakes: [String: Int] = [:]
  /// Answers for which the learner said how sure they were, oldest first.
  private(set) var judgements: [Judgement] = []
  /// Bookmarks, oldest first.
  public private(set) var bookmarks: [Bookmark] = []
  /// Notes by section.
  public private(set) var notes: [String: String] = [:]
  /// Cards in the learner's own words.
  public private(set) var ownWords: [String: OwnWords] = [:]
  /// The day of the exam, if there is one.
  public private(set) var exam: LocalDay?
  /// The number of events per day; positions, exams, weights and settings do not count.
  public private(set) var activity: [LocalDay: Int] = [:]
  /// The latest choice of each setting; unknown names and values are ignored.
  public internal(set) var settings: [LearnerSetting: String] = [:]
  /// Ids of suspended cards.
  public private(set) var suspended: Set<String> = []
  /// The number of grades that were not undone.
  public private(set) var reviewCount = 0
  /// The number of answers to questions, and of right ones.
  public private(set) var answers: (total: Int, right: Int) = (0, 0)
  /// The best quiz of at least ``CertificateProgress/quizQuestions`` questions; of equal ones the longest.
  public private(set) var bestQuiz: (right: Int, total: Int)?
  /// The latest grade that can be undone.
  public private(set) var lastReview: LearnerEvent?
  /// The number of events applied; results computed from a learner stay valid while it is unchanged.
  public private(set) var eventCount = 0
  /// The time of the latest event, in seconds since 1970 UTC; nil if there is none.
  public private(set) var latestTime: Int?
  /// The times of all events, in order.
  var moments: [Int] = []
  /// Ids of undone events, including those that have not arrived yet.
  private var undone: Set<String> = []
  /// Ids of removed bookmarks.
  private var removed: Set<String> = []
  /// The timestamp of the latest decision about each thing for which only the latest one counts.
  private var timestamps: [String: Timestamp] = [:]
  private var runTimestamps: [Timestamp] = []
  private var bookmarkTimestamps: [Timestamp] = []
  private var raceTimestamps: [Timestamp] = []
  private var judgementTimestamps: [Timestamp] = []
  /// The scheduler at the beginning.
  private let firstScheduler: Scheduler
  /// Later schedulers with the time from which they apply.
  private var laterSchedulers: [(from: Timestamp, scheduler: Scheduler)] = []
  /// The changes that made them, in the same order.
  private var schedulerChanges: [SchedulerChange] = []

  /// A learner without events.
  public init(scheduler: Scheduler = .withMakeUpReviews) { firstScheduler = scheduler }

  /// A learner with a history.
  public init(events: some Sequence<LearnerEvent>, scheduler: Scheduler = .withMakeUpReviews) {
    self.init(scheduler: scheduler)
    for event in events { apply(event) }
  }

  /// The scheduler in force now.
  public var scheduler: Scheduler { laterSchedulers.last?.scheduler ?? firstScheduler }

  /// Applies an event, whatever its time; impossible events are ignored.
  public mutating func apply(_ event: LearnerEvent) {
    guard event.isPossible else { return }
    eventCount += 1
    latestTime = max(latestTime ?? event.time, event.time)
    addMoment(event.time)
    switch event.fact {
    case .review(let card, let rating): add(Review(event, rating), of: event, to: card)
    case .answer(let question, let isRight, .prediction, _, _, _, _):
      if isLatest(event, of: "prediction " + question) { predictions[question] = isRight }
    case .answer(let question, let isRight, _, _, let mistake, let isSure, let isRetry):
      if isLatest(event, of: "answer " + question) { lastAnswers[question] = isRight }
      if isRetry != true, isLatest(event, of: "try " + question) {
        lastFirstTries[question] = isRight
      }
      // Another try shows that the question was met, not that its answer was known.
      if isRetry == true { break }
      if let isSure {
        judgements.insert(
          Judgement(isSure: isSure, isRight: isRight),
          at: Self.place(of: event, in: &judgementTimestamps))
      }
      answers.total += 1
      if isRight { answers.right += 1 }
      if let mistake { mistakes[mistake, default: 0] += 1 }
    case .sectionRead(let section): sectionsRead.insert(section)
    case .speedRun(let run):
      speedRuns.insert(run, at: Self.place(of: event, in: &runTimestamps))
    case .race(let race): races.insert(race, at: Self.place(of: event, in: &raceTimestamps))
    case .quizDone(let right, let total): addQuiz(right: right, total: total)
    case .bookmark(let name, let position):
      guard !removed.contains(event.id) else { break }
      bookmarks.insert(
        Bookmark(id: event.id, name: name, position: position),
        at: Self.place(of: event, in: &bookmarkTimestamps))
    case .bookmarkRemoved(let id): removeBookmark(id)
    case .weights(let weights): use(weights, from: event)
    case .setting(let name, let value):
      if name == LearnerSetting.retention.rawValue, let share = DesiredRetention.share(value) {
        change(.retention(share), from: event)
      }
      decide(event)
    case .undo(let id):
      undone.insert(id)
      undo(id)
    case .position, .note, .suspended, .rewritten, .exam: decide(event)
    }
    switch event.fact {
    case .position, .exam, .weights, .setting: break
    default: activity[event.day, default: 0] += 1
    }
  }

  /// Applies an event of a kind for which only the latest one counts.
  private mutating func decide(_ event: LearnerEvent) {
    switch event.fact {
    case .position(let position):
      if isLatest(event, of: "position") { self.position = position }
    case .note(let section, let text):
      if isLatest(event, of: "note " + section) { notes[section] = text.isEmpty ? nil : text }
    case .suspended(let card, let isSuspended):
      guard isLatest(event, of: "suspended " + card) else { return }
      if isSuspended { suspended.insert(card) } else { suspended.remove(card) }
    case .rewritten(let card, let front, let back):
      guard isLatest(event, of: "words " + card) else { return }
      let isOwn = !front.isEmpty && !back.isEmpty
      ownWords[card] = isOwn ? OwnWords(front: front, back: back) : nil
    case .exam(let day):
      if isLatest(event, of: "exam") { exam = day.map(LocalDay.init(number:)) }
    case .setting(let name, let value):
      guard isLatest(event, of: "setting " + name) else { return }
      if let setting = LearnerSetting(rawValue: name) { settings[setting] = value }
    default: break
    }
  }

  private mutating func addMoment(_ time: Int) {
    guard let last = moments.last, last > time else { return moments.append(time) }
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if moments[middle] <= time { low = middle + 1 } else { high = middle }
    }
    moments.insert(time, at: low)
  }

  private mutating func addQuiz(right: Int, total: Int) {
    guard total >= CertificateProgress.quizQuestions, (0...total).contains(right) else { return }
    let best = bestQuiz ?? (0, 1)
    // Compares shares without rounding: a/b against c/d as a·d against c·b.
    let (new, old) = (
      right.multipliedFullWidth(by: best.total), best.right.multipliedFullWidth(by: total)
    )
    let isBetter =
      bestQuiz == nil || (new.high, new.low) > (old.high, old.low)
      || (new.high, new.low) == (old.high, old.low) && total > best.total
    if isBetter { bestQuiz = (right, total) }
  }

  private mutating func removeBookmark(_ id: String) {
    removed.insert(id)
    guard let index = bookmarks.firstIndex(where: { $0.id == id }) else { return }
    bookmarks.remove(at: index)
    bookmarkTimestamps.remove(at: index)
  }

  /// Whether no later event has decided the same thing.
  private mutating func isLatest(_ event: LearnerEvent, of thing: String) -> Bool {
    let timestamp = Timestamp(deciding: event)
    if let last = timestamps[thing], last > timestamp { return false }
    timestamps[thing] = timestamp
    return true
  }

  /// Inserts an event's timestamp in order and returns its index.
  private static func place(of event: LearnerEvent, in timestamps: inout [Timestamp]) -> Int {
    let timestamp = Timestamp(event)
    let index = (timestamps.lastIndex { $0 < timestamp } ?? -1) + 1
    timestamps.insert(timestamp, at: index)
    return index
  }

  // MARK: Schedules

  /// Inserts a grade in order of time and reschedules the grades after it.
  private mutating func add(_ review: Review, of event: LearnerEvent, to card: String) {
    guard undone.isEmpty || !undone.contains(review.id) else { return }
    reviewCount += 1
    if lastReview.map({ Timestamp($0) < review.timestamp }) ?? true { lastReview = event }
    let schedulers = schedulers
    pasts[card, default: Past()].add(review, by: schedulers)
    passOnGrades(of: card)
  }

  /// The schedulers in force over time.
  var schedulers: Schedulers { Schedulers(first: firstScheduler, later: laterSchedulers) }

  private enum SchedulerChange: Sendable {
    case weights(SchedulerParameters)
    case retention(Double)
  }

  /// Schedules with other weights from an event on.
  private mutating func use(_ weights: [Double], from event: LearnerEvent) {
    let parameters = weights.isEmpty ? .standard : try? SchedulerParameters(weights)
    // Invalid weights can only come from a hand-written record.
    if let parameters { change(.weights(parameters), from: event) }
  }

  /// Changes the scheduler from an event on; earlier grades keep their schedule.
  private mutating func change(_ change: SchedulerChange, from event: LearnerEvent) {
    let timestamp = Timestamp(event)
    let index = (laterSchedulers.lastIndex { $0.from < timestamp } ?? -1) + 1
    laterSchedulers.insert((timestamp, firstScheduler), at: index)
    schedulerChanges.insert(change, at: index)
    // Each change is one of its predecessor.
    for place in index..<laterSchedulers.count {
      let before = place > 0 ? laterSchedulers[place - 1].scheduler : firstScheduler
      laterSchedulers[place].scheduler =
        switch schedulerChanges[place] {
        case .weights(let parameters): before.with(parameters)
        case .retention(let share): before.with(retention: share)
        }
    }
    let schedulers = schedulers
    for card in Array(pasts.keys)
    where pasts[card]?.reviews.last.map({ timestamp < $0.timestamp }) == true {
      pasts[card]?.replay(by: schedulers)
      passOnGrades(of: card)
    }
  }

  private mutating func undo(_ id: String) {
    // Usually the latest grade is undone.
    let latest = lastReview.flatMap { $0.id == id ? $0.card : nil }
    guard
      let card = latest
        ?? pasts.first(where: { $0.value.reviews.contains { $0.id == id } })?.key
    else { return }
    reviewCount -= 1
    let schedulers = schedulers
    pasts[card]?.remove(id, by: schedulers)
    if pasts[card]?.reviews.isEmpty == true { pasts[card] = nil }
    passOnGrades(of: card)
    if lastReview?.id == id { lastReview = nil }
  }
}

extension LearnerEvent {
  /// The card that was graded, if any.
  fileprivate var card: String? {
    if case .review(let card, _) = fact { card } else { nil }
  }
}
