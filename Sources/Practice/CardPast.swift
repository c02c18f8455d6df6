/// The schedulers in force over time.
struct Schedulers: Sendable {
  /// The scheduler at the beginning.
  var first: Scheduler
  /// Later schedulers with the time from which they apply, in order.
  var later: [(from: Learner.Timestamp, scheduler: Scheduler)] = []

  /// The scheduler in force when a grade was given.
  func scheduler(of review: Learner.Review) -> Scheduler {
    if later.isEmpty { return first }
    return later.last { $0.from < review.timestamp }?.scheduler ?? first
  }

  /// A card's schedule after one more grade.
  func schedule(
    _ schedule: CardSchedule?, last: Learner.Review?, adding review: Learner.Review
  ) -> CardSchedule {
    scheduler(of: review).review(
      schedule ?? CardSchedule(createdAt: review.time), rating: review.rating, at: review.time,
      elapsedDays: last.map { review.day.days(since: $0.day) } ?? 0)
  }
}

extension Learner.Past {
  /// Inserts a grade in order of time.
  mutating func add(_ review: Learner.Review, by schedulers: Schedulers) {
    guard let last = reviews.last, review.isBefore(last) else {
      let next = schedulers.schedule(schedule, last: reviews.last, adding: review)
      reviews.append(review)
      reviews[reviews.count - 1].memory = next.memory
      schedule = next
      return
    }
    let index = reviews.firstIndex { review.isBefore($0) } ?? 0
    reviews.insert(review, at: index)
    replay(by: schedulers)
  }

  /// Removes a grade.
  mutating func remove(_ id: String, by schedulers: Schedulers) {
    reviews.removeAll { $0.id == id }
    replay(by: schedulers)
  }

  /// Recomputes the schedule from the first grade.
  mutating func replay(by schedulers: Schedulers) {
    schedule = nil
    for index in reviews.indices {
      let last = index > 0 ? reviews[index - 1] : nil
      schedule = schedulers.schedule(schedule, last: last, adding: reviews[index])
      reviews[index].memory = schedule?.memory
    }
  }
}

extension Learner {
  /// The grades that count for a card: its own, after those of cards merged into it.
  private func past(of card: String) -> Past? { continuedPasts[card] ?? pasts[card] }

  /// A card's schedule; nil if it was never graded.
  public func schedule(of card: String) -> CardSchedule? { past(of: card)?.schedule }

  /// A card's schedule if it were graded at a time, after everything else of that second.
  public func schedule(
    of card: String, after rating: Rating, at time: Int, utcOffset: Int
  ) -> CardSchedule? {
    let fact = Fact.review(card: card, rating: rating)
    // It sorts after the digits of every id.
    let event = LearnerEvent(id: "~", time: time, utcOffset: utcOffset, fact: fact)
    var past = past(of: card) ?? Past()
    past.add(Review(event, rating), by: schedulers)
    return past.schedule
  }

  /// Ids of all cards that were ever graded.
  public var begunCards: some Collection<String> { pasts.keys }

  /// A card's grades with their days, in order.
  public func grades(of card: String) -> [(day: LocalDay, rating: Rating)] {
    reviews(of: card).map { ($0.day, $0.rating) }
  }

  /// A card's grades, in order.
  func reviews(of card: String) -> [Review] { past(of: card)?.reviews ?? [] }
}
