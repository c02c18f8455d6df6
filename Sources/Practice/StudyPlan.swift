/// A plan for the days up to an exam, with the expected recall.
///
/// New cards are spread evenly over the days except the last two, which are reserved for reviews. Reviews are those
/// that FSRS schedules if every answer is right.
public struct StudyPlan: Sendable {
  /// The work of one day.
  public struct Day: Hashable, Sendable {
    public var day: LocalDay
    /// New cards.
    public var new: Int
    /// Due reviews.
    public var reviews: Int
  }

  /// The days from today to the one before the exam.
  public let days: [Day]
  /// The mean chance of recall of all cards on the day of the exam, if the plan is followed.
  public let recall: Double
  /// The mean chance of recall if learning stops now; cards that were never graded count as not known.
  public let recallOtherwise: Double

  /// Computes a plan; nil if the exam is not after today, or more than two years away.
  ///
  /// - Parameters:
  ///   - learner: The learner's state.
  ///   - cards: The ids of all flashcards.
  ///   - exam: The day of the exam.
  ///   - time: Now, in seconds since 1970 UTC.
  ///   - utcOffset: The offset of local time from UTC, in seconds.
  public init?(
    _ learner: Learner, cards: [String], exam: LocalDay, at time: Int, utcOffset: Int
  ) {
    let today = LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset)
    let count = exam.days(since: today)
    guard (1...731).contains(count) else { return nil }
    let asked = cards.filter { !learner.suspended.contains($0) }
    var simulation = SimulatedStudy(learner, asked, today: today, utcOffset: utcOffset)
    let begunToday = asked.count {
      learner.firstDay(of: $0) == today && learner.daysRemembered($0) > 0
    }
    // The last two days are reserved for reviews.
    let open = max(1, count - 2)
    var days: [Day] = []
    for number in 0..<count {
      let left = max(1, open - number)
      let share =
        number == 0
        ? max(0, (simulation.unseen + begunToday + left - 1) / left - begunToday)
        : number < open ? (simulation.unseen + left - 1) / left : 0
      let day = LocalDay(number: today.number + number)
      days.append(simulation.study(day, new: share))
    }
    self.days = days
    recall = simulation.recall(on: exam, of: asked.count)
    recallOtherwise =
      asked.reduce(0) { $0 + learner.recallIfAsked($1, on: exam) }
      / Double(max(1, asked.count))
  }
}

/// Simulates studying day by day with right answers only.
private struct SimulatedStudy {
  private struct Card {
    var schedule: CardSchedule
    var last: LocalDay
  }

  private(set) var unseen: Int
  private var cards: [Card]
  private let scheduler: Scheduler
  private let utcOffset: Int

  init(_ learner: Learner, _ ids: [String], today: LocalDay, utcOffset: Int) {
    scheduler = learner.scheduler
    self.utcOffset = utcOffset
    cards = ids.compactMap { id in
      // A card that was only missed so far is planned like one that was not asked yet.
      guard learner.daysRemembered(id) > 0, let schedule = learner.schedule(of: id),
        let last = learner.lastDay(of: id)
      else { return nil }
      return Card(schedule: schedule, last: min(last, today))
    }
    unseen = ids.count - cards.count
  }

  /// Studies the due cards of a day and some new cards.
  mutating func study(_ day: LocalDay, new: Int) -> StudyPlan.Day {
    var reviews = 0
    // The middle of the learner's day.
    let noon = day.number * 86400 + 16 * 3600 - utcOffset
    for index in cards.indices {
      let due = LocalDay(unixSeconds: cards[index].schedule.due, utcOffsetSeconds: utcOffset)
      guard due <= day else { continue }
      reviews += 1
      answer(&cards[index], on: day, at: noon)
    }
    let begun = min(new, unseen)
    for _ in 0..<begun {
      var card = Card(schedule: CardSchedule(createdAt: noon), last: day)
      answer(&card, on: day, at: noon)
      cards.append(card)
    }
    unseen -= begun
    return StudyPlan.Day(day: day, new: begun, reviews: reviews)
  }

  /// Answers a card until it is done for the day.
  private func answer(_ card: inout Card, on day: LocalDay, at time: Int) {
    var elapsed = day.days(since: card.last)
    repeat {
      card.schedule = scheduler.review(
        card.schedule, rating: .good, at: time, elapsedDays: elapsed)
      elapsed = 0
    } while card.schedule.phase != .review
    card.last = day
  }

  func recall(on day: LocalDay, of count: Int) -> Double {
    let sum = cards.reduce(0) { sum, card in
      sum
        + scheduler.retrievability(of: card.schedule, elapsedDays: day.days(since: card.last))
    }
    return sum / Double(max(1, count))
  }
}
