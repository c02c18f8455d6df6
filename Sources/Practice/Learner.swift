public import Lessons

/// A place in the lesson that a learner has marked.
public struct Bookmark: Hashable, Sendable, Identifiable {
  /// The id of the event that made it.
  public var id: String
  /// What the learner calls it.
  public var name: String
  /// Where it is.
  public var position: ReadingPosition
}

/// What is known about a learner: everything here follows from the events.
///
/// The order in which events arrive does not matter, only the time at which they happened (and their
/// ids, where two happened in one second): records from two machines can be united in either order.
public struct Learner: Sendable {
  private struct Review: Sendable {
    var event: LearnerEvent
    var rating: Rating
  }

  /// When something happened; of two stamps the later one counts.
  private struct Stamp: Comparable, Sendable {
    var time: Int
    var id: String

    init(_ event: LearnerEvent) { (time, id) = (event.time, event.id) }

    static func < (left: Stamp, right: Stamp) -> Bool {
      (left.time, left.id) < (right.time, right.id)
    }
  }

  /// When each card that was ever graded falls due.
  public private(set) var schedules: [String: CardSchedule] = [:]
  /// Ids of sections that were read to their end.
  public private(set) var sectionsRead: Set<String> = []
  /// Where the reader stands.
  public private(set) var position: ReadingPosition?
  /// Every Speed Challenge, oldest first.
  public private(set) var speedRuns: [SpeedRun] = []
  /// Whether the latest answer to each question was right.
  public private(set) var lastAnswers: [String: Bool] = [:]
  /// Marked places, oldest first.
  public private(set) var bookmarks: [Bookmark] = []
  /// Notes by section.
  public private(set) var notes: [String: String] = [:]
  /// How many things were learnt on each day: grades, answers, sections, marks and notes.
  public private(set) var activity: [LocalDay: Int] = [:]
  /// Ids of cards that are not asked any more.
  public private(set) var suspended: Set<String> = []
  /// Grades given, undone ones left out.
  public private(set) var reviewCount = 0
  /// Answers to questions: how many, and how many of them right.
  public private(set) var answers: (total: Int, right: Int) = (0, 0)
  /// The latest grade that can be undone.
  public private(set) var lastReview: LearnerEvent?
  /// Events taken into account; what was worked out from a learner holds while this stays.
  public private(set) var eventCount = 0
  /// When the latest event happened, in seconds since 1970 UTC; nil if there is none.
  public private(set) var latestTime: Int?
  private var reviews: [String: [Review]] = [:]
  /// Ids of events that do not count, whether they have arrived or not.
  private var undone: Set<String> = []
  /// Ids of bookmarks that were taken away.
  private var removed: Set<String> = []
  /// When each thing that only the latest event decides was decided.
  private var stamps: [String: Stamp] = [:]
  private var runStamps: [Stamp] = []
  private var bookmarkStamps: [Stamp] = []
  private let scheduler: Scheduler

  /// A learner of whom nothing is known.
  public init(scheduler: Scheduler = .standard) { self.scheduler = scheduler }

  /// A learner with a past.
  public init(events: some Sequence<LearnerEvent>, scheduler: Scheduler = .standard) {
    self.init(scheduler: scheduler)
    for event in events { apply(event) }
  }

  /// Takes one more event into account, whenever it happened.
  public mutating func apply(_ event: LearnerEvent) {
    eventCount += 1
    latestTime = max(latestTime ?? event.time, event.time)
    switch event.fact {
    case .review(let card, let rating): add(Review(event: event, rating: rating), to: card)
    case .answer(let question, let isRight, _, _):
      if isLatest(event, of: "answer " + question) { lastAnswers[question] = isRight }
      answers.total += 1
      if isRight { answers.right += 1 }
    case .sectionRead(let section): sectionsRead.insert(section)
    case .position(let position):
      if isLatest(event, of: "position") { self.position = position }
    case .speedRun(let run):
      speedRuns.insert(run, at: Self.place(of: event, in: &runStamps))
    case .bookmark(let name, let position):
      guard !removed.contains(event.id) else { break }
      bookmarks.insert(
        Bookmark(id: event.id, name: name, position: position),
        at: Self.place(of: event, in: &bookmarkStamps))
    case .bookmarkRemoved(let id):
      removed.insert(id)
      if let index = bookmarks.firstIndex(where: { $0.id == id }) {
        bookmarks.remove(at: index)
        bookmarkStamps.remove(at: index)
      }
    case .note(let section, let text):
      if isLatest(event, of: "note " + section) { notes[section] = text.isEmpty ? nil : text }
    case .suspended(let card, let isSuspended):
      guard isLatest(event, of: "suspended " + card) else { break }
      if isSuspended { suspended.insert(card) } else { suspended.remove(card) }
    case .undo(let id):
      undone.insert(id)
      undo(id)
    }
    if case .position = event.fact { return }
    activity[event.day, default: 0] += 1
  }

  /// Whether no later event has decided the same thing.
  private mutating func isLatest(_ event: LearnerEvent, of thing: String) -> Bool {
    let stamp = Stamp(event)
    if let last = stamps[thing], last > stamp { return false }
    stamps[thing] = stamp
    return true
  }

  /// Finds an event's place among others by their time, and notes it down.
  private static func place(of event: LearnerEvent, in stamps: inout [Stamp]) -> Int {
    let stamp = Stamp(event)
    let index = (stamps.lastIndex { $0 < stamp } ?? -1) + 1
    stamps.insert(stamp, at: index)
    return index
  }

  /// Adds a grade where it belongs in time; what came after it is scheduled anew.
  private mutating func add(_ review: Review, to card: String) {
    guard !undone.contains(review.event.id) else { return }
    reviewCount += 1
    if lastReview.map({ Stamp($0) < Stamp(review.event) }) ?? true { lastReview = review.event }
    let known = reviews[card] ?? []
    let stamp = Stamp(review.event)
    guard let last = known.last, stamp < Stamp(last.event) else {
      schedules[card] = schedule(schedules[card], last: known.last, adding: review)
      reviews[card, default: []].append(review)
      return
    }
    let index = known.firstIndex { stamp < Stamp($0.event) } ?? known.count
    reviews[card]?.insert(review, at: index)
    replay(card)
  }

  /// Schedules a card from its first grade on.
  private mutating func replay(_ card: String) {
    var schedule: CardSchedule?
    var last: Review?
    for review in reviews[card] ?? [] {
      schedule = self.schedule(schedule, last: last, adding: review)
      last = review
    }
    schedules[card] = schedule
  }

  private func schedule(
    _ schedule: CardSchedule?, last: Review?, adding review: Review
  ) -> CardSchedule {
    let event = review.event
    let elapsed = last.map { event.day.days(since: $0.event.day) } ?? 0
    return scheduler.review(
      schedule ?? CardSchedule(createdAt: event.time), rating: review.rating, at: event.time,
      elapsedDays: elapsed)
  }

  private mutating func undo(_ id: String) {
    guard let card = reviews.first(where: { $0.value.contains { $0.event.id == id } })?.key else {
      return
    }
    reviews[card]?.removeAll { $0.event.id == id }
    reviewCount -= 1
    replay(card)
    if lastReview?.id == id { lastReview = nil }
  }

  /// The chance that a card is remembered today; nil if it was never asked.
  public func retrievability(of card: String, on day: LocalDay) -> Double? {
    guard let schedule = schedules[card], let last = reviews[card]?.last else { return nil }
    return scheduler.retrievability(
      of: schedule, elapsedDays: day.days(since: last.event.day))
  }

  /// The mean chance that those of some flashcards that were ever asked are remembered.
  ///
  /// - Parameters:
  ///   - cards: The flashcards.
  ///   - day: The learner's day.
  /// - Returns: From 0 to 1; nil if none of them was ever asked.
  public func meanRecall(of cards: some Sequence<Flashcard>, on day: LocalDay) -> Double? {
    let recalls = cards.compactMap { retrievability(of: $0.id, on: day) }
    return recalls.isEmpty ? nil : recalls.reduce(0, +) / Double(recalls.count)
  }

  /// Whether the latest grade of a card was "forgotten" and given on a day.
  public func wasForgotten(_ card: String, on day: LocalDay) -> Bool {
    guard let last = reviews[card]?.last else { return false }
    return last.rating == .again && last.event.day == day
  }

  /// Seconds until a card would fall due after each grade.
  public func intervals(of card: String, at time: Int, utcOffset: Int) -> [Rating: Int] {
    let day = LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset)
    let elapsed = reviews[card]?.last.map { day.days(since: $0.event.day) } ?? 0
    return scheduler.previewIntervals(
      of: schedules[card] ?? CardSchedule(createdAt: time), at: time, elapsedDays: elapsed)
  }

  /// Whether a card is to be asked: within minutes of its time, or on the local day of it.
  public func isDue(_ card: String, at time: Int, utcOffset: Int) -> Bool {
    guard let schedule = schedules[card], !suspended.contains(card) else { return false }
    guard schedule.phase == .review else { return schedule.due <= time }
    return LocalDay(unixSeconds: schedule.due, utcOffsetSeconds: utcOffset)
      <= LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset)
  }

  /// Speed Challenges of one form and length, oldest first.
  public func runs(_ form: SpeedForm, seconds: Int) -> [SpeedRun] {
    speedRuns.filter { $0.form == form && (form.questions != nil || $0.seconds == seconds) }
  }

  /// The best Speed Challenge of one form and length.
  public func bestRun(_ form: SpeedForm = .timed, seconds: Int) -> SpeedRun? {
    runs(form, seconds: seconds).max { $0.score < $1.score }
  }

  /// How many of some cards fall due on each of the coming days, today's with all that is overdue.
  ///
  /// - Parameters:
  ///   - cards: The cards' ids.
  ///   - day: Today.
  ///   - count: How many days.
  ///   - utcOffset: What the local clock is ahead of UTC, in seconds.
  /// - Returns: One number a day, today's first.
  public func forecast(
    of cards: some Sequence<String>, from day: LocalDay, days count: Int, utcOffset: Int
  ) -> [Int] {
    var due = Array(repeating: 0, count: max(0, count))
    for card in cards where !suspended.contains(card) {
      guard let schedule = schedules[card] else { continue }
      let ahead = LocalDay(unixSeconds: schedule.due, utcOffsetSeconds: utcOffset).days(since: day)
      if due.indices.contains(max(0, ahead)) { due[max(0, ahead)] += 1 }
    }
    return due
  }

  /// Lapses after which a card costs more than it gives, as in Anki.
  public static let leechLapses = 8

  /// Whether a card was forgotten so often that it should be written anew or left out.
  public func isLeech(_ card: String) -> Bool {
    (schedules[card]?.lapseCount ?? 0) >= Self.leechLapses && !suspended.contains(card)
  }

  /// Days in a row, up to today or yesterday, on which something was learnt.
  public func streak(on day: LocalDay) -> Int {
    var number = activity[day] == nil ? day.number - 1 : day.number
    var count = 0
    while activity[LocalDay(number: number)] != nil {
      count += 1
      number -= 1
    }
    return count
  }
}
