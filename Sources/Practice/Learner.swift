/// A place in the lesson that a learner has marked.
public struct Bookmark: Hashable, Sendable, Identifiable {
  /// The id of the event that made it.
  public var id: String
  /// What the learner calls it.
  public var name: String
  /// Where it is.
  public var position: ReadingPosition
}

/// A card in the learner's own words.
public struct OwnWords: Hashable, Sendable {
  /// What is asked.
  public var front: String
  /// What is to be known.
  public var back: String
}

/// What is known about a learner: everything here follows from the events.
///
/// The order in which events arrive does not matter, only the time at which they happened (and their
/// ids, where two happened in one second): records from two machines can be united in either order.
public struct Learner: Sendable {
  /// A grade, and what FSRS believed after it.
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

  /// What happened to one card.
  struct Past: Sendable {
    /// Every grade that counts, in order.
    var reviews: [Review] = []
    /// What follows from them; nil if there are none.
    var schedule: CardSchedule?
  }

  /// When something happened; of two timestamps the later one counts.
  struct Timestamp: Comparable, Sendable {
    var time: Int
    var id: String

    init(time: Int, id: String) { (self.time, self.id) = (time, id) }

    init(_ event: LearnerEvent) { self.init(time: event.time, id: event.id) }

    /// When something was decided: ids go on growing even if the clock is set back, so that what was
    /// decided while it was ahead does not stand for ever.
    init(deciding event: LearnerEvent) {
      time = EventClock.milliseconds(of: event.id).map { Int($0 / 1000) } ?? event.time
      id = event.id
    }

    static func < (left: Timestamp, right: Timestamp) -> Bool {
      (left.time, left.id) < (right.time, right.id)
    }
  }

  /// The past of each card that was ever graded.
  private(set) var pasts: [String: Past] = [:]
  /// Ids of sections that were read to their end.
  public private(set) var sectionsRead: Set<String> = []
  /// Where the reader stands.
  public private(set) var position: ReadingPosition?
  /// Every Speed Challenge, oldest first.
  public private(set) var speedRuns: [SpeedRun] = []
  /// Every training race, oldest first.
  public private(set) var races: [RaceResult] = []
  /// Whether the latest answer to each question was right.
  public private(set) var lastAnswers: [String: Bool] = [:]
  /// How often each mistake was made, by what the learner was told about it.
  public private(set) var mistakes: [String: Int] = [:]
  /// Marked places, oldest first.
  public private(set) var bookmarks: [Bookmark] = []
  /// Notes by section.
  public private(set) var notes: [String: String] = [:]
  /// Cards that the learner has put into other words.
  public private(set) var ownWords: [String: OwnWords] = [:]
  /// The day of the exam, if there is one.
  public private(set) var exam: LocalDay?
  /// How many events each day has; places in the text, exams and weights do not count.
  public private(set) var activity: [LocalDay: Int] = [:]
  /// Ids of cards that are not asked any more.
  public private(set) var suspended: Set<String> = []
  /// Grades given, undone ones left out.
  public private(set) var reviewCount = 0
  /// Answers to questions: how many, and how many of them right.
  public private(set) var answers: (total: Int, right: Int) = (0, 0)
  /// The best quiz of at least ``CertificateProgress/quizQuestions`` questions, of equal ones the longest.
  public private(set) var bestQuiz: (right: Int, total: Int)?
  /// The latest grade that can be undone.
  public private(set) var lastReview: LearnerEvent?
  /// Events taken into account; what was worked out from a learner holds while this stays.
  public private(set) var eventCount = 0
  /// When the latest event happened, in seconds since 1970 UTC; nil if there is none.
  public private(set) var latestTime: Int?
  /// When anything happened, in order.
  var moments: [Int] = []
  /// Ids of events that do not count, whether they have arrived or not.
  private var undone: Set<String> = []
  /// Ids of bookmarks that were taken away.
  private var removed: Set<String> = []
  /// When each thing that only the latest event decides was decided.
  private var timestamps: [String: Timestamp] = [:]
  private var runTimestamps: [Timestamp] = []
  private var bookmarkTimestamps: [Timestamp] = []
  private var raceTimestamps: [Timestamp] = []
  /// What schedules from the beginning.
  private let firstScheduler: Scheduler
  /// What schedules from some moments on.
  private var laterSchedulers: [(from: Timestamp, scheduler: Scheduler)] = []

  /// A learner of whom nothing is known.
  public init(scheduler: Scheduler = .standard) { firstScheduler = scheduler }

  /// A learner with a past.
  public init(events: some Sequence<LearnerEvent>, scheduler: Scheduler = .standard) {
    self.init(scheduler: scheduler)
    for event in events { apply(event) }
  }

  /// What schedules now.
  public var scheduler: Scheduler { laterSchedulers.last?.scheduler ?? firstScheduler }

  /// Takes one more event into account, whenever it happened; one that cannot have happened is passed over.
  public mutating func apply(_ event: LearnerEvent) {
    guard event.isPossible else { return }
    eventCount += 1
    latestTime = max(latestTime ?? event.time, event.time)
    addMoment(event.time)
    switch event.fact {
    case .review(let card, let rating): add(Review(event, rating), of: event, to: card)
    case .answer(let question, let isRight, _, _, let mistake):
      if isLatest(event, of: "answer " + question) { lastAnswers[question] = isRight }
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
    case .undo(let id):
      undone.insert(id)
      undo(id)
    case .position, .note, .suspended, .rewritten, .exam: decide(event)
    }
    switch event.fact {
    case .position, .exam, .weights: break
    default: activity[event.day, default: 0] += 1
    }
  }

  /// Takes in what only the latest event of its kind decides.
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
    // Shares compared without rounding: a/b against c/d as a·d against c·b.
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

  /// Finds an event's place among others by their time, and notes it down.
  private static func place(of event: LearnerEvent, in timestamps: inout [Timestamp]) -> Int {
    let timestamp = Timestamp(event)
    let index = (timestamps.lastIndex { $0 < timestamp } ?? -1) + 1
    timestamps.insert(timestamp, at: index)
    return index
  }

  // MARK: Schedules

  /// Adds a grade where it belongs in time; what came after it is scheduled anew.
  private mutating func add(_ review: Review, of event: LearnerEvent, to card: String) {
    guard undone.isEmpty || !undone.contains(review.id) else { return }
    reviewCount += 1
    if lastReview.map({ Timestamp($0) < review.timestamp }) ?? true { lastReview = event }
    let schedulers = schedulers
    pasts[card, default: Past()].add(review, by: schedulers)
  }

  /// What schedules when.
  var schedulers: Schedulers { Schedulers(first: firstScheduler, later: laterSchedulers) }

  /// Schedules with other weights from an event on; what was scheduled before stays as it is.
  private mutating func use(_ weights: [Double], from event: LearnerEvent) {
    let parameters = weights.isEmpty ? .standard : try? SchedulerParameters(weights)
    // Weights out of bounds can only come from a record that was written by hand.
    guard let parameters, let scheduler = try? Scheduler(parameters: parameters) else { return }
    let timestamp = Timestamp(event)
    let index = (laterSchedulers.lastIndex { $0.from < timestamp } ?? -1) + 1
    laterSchedulers.insert((timestamp, scheduler), at: index)
    let schedulers = schedulers
    for card in Array(pasts.keys)
    where pasts[card]?.reviews.last.map({ timestamp < $0.timestamp }) == true {
      pasts[card]?.replay(by: schedulers)
    }
  }

  private mutating func undo(_ id: String) {
    // Most take back what has just been done.
    let latest = lastReview.flatMap { $0.id == id ? $0.card : nil }
    guard
      let card = latest
        ?? pasts.first(where: { $0.value.reviews.contains { $0.id == id } })?.key
    else { return }
    reviewCount -= 1
    let schedulers = schedulers
    pasts[card]?.remove(id, by: schedulers)
    if pasts[card]?.reviews.isEmpty == true { pasts[card] = nil }
    if lastReview?.id == id { lastReview = nil }
  }
}

extension LearnerEvent {
  /// The card that was graded, if one was.
  fileprivate var card: String? {
    if case .review(let card, _) = fact { card } else { nil }
  }
}
