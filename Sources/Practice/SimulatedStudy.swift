/// Simulates studying day by day.
struct SimulatedStudy {
  private struct Card {
    var schedule: CardSchedule
    var last: LocalDay
  }

  /// The number of answers, including those repeated on the same day.
  private(set) var answers = 0
  private var unseen: Int
  private var cards: [Card]
  private let scheduler: Scheduler
  private let utcOffset: Int
  /// Decides which due cards are forgotten; nil if none is.
  private var luck: SeededGenerator?

  /// - Parameters:
  ///   - learner: The learner's state.
  ///   - ids: The ids of the flashcards.
  ///   - scheduler: Schedules the simulated answers.
  ///   - today: The learner's day.
  ///   - utcOffset: The offset of local time from UTC, in seconds.
  ///   - luck: Lets cards be forgotten as often as the scheduler expects; nil if every answer is right.
  init(
    _ learner: Learner, _ ids: [String], by scheduler: Scheduler, today: LocalDay, utcOffset: Int,
    luck: SeededGenerator? = nil
  ) {
    self.scheduler = scheduler
    self.utcOffset = utcOffset
    self.luck = luck
    cards = ids.compactMap { id in
      // A card that was only missed so far is planned like one that was not asked yet.
      guard learner.daysRemembered(id) > 0, let schedule = learner.schedule(of: id),
        let last = learner.lastDay(of: id)
      else { return nil }
      return Card(schedule: schedule, last: min(last, today))
    }
    unseen = ids.count - cards.count
  }

  /// Studies from a day to the one before the exam; new cards are spread evenly over the days except the last two.
  mutating func study(
    from today: LocalDay, until exam: LocalDay, begunToday: Int
  ) -> [StudyPlan.Day] {
    let count = exam.days(since: today)
    let open = max(1, count - 2)
    return (0..<max(0, count)).map { number in
      let left = max(1, open - number)
      let share =
        number == 0
        ? max(0, (unseen + begunToday + left - 1) / left - begunToday)
        : number < open ? (unseen + left - 1) / left : 0
      return study(LocalDay(number: today.number + number), new: share)
    }
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
      cards[index] = answered(cards[index], on: day, at: noon)
    }
    let begun = min(new, unseen)
    for _ in 0..<begun {
      let card = Card(schedule: CardSchedule(createdAt: noon), last: day)
      cards.append(answered(card, on: day, at: noon))
    }
    unseen -= begun
    return StudyPlan.Day(day: day, new: begun, reviews: reviews)
  }

  /// A card after it was answered until it is done for the day; only the first answer can be wrong.
  private mutating func answered(_ card: Card, on day: LocalDay, at time: Int) -> Card {
    var card = card
    var elapsed = day.days(since: card.last)
    var rating = isForgotten(card, after: elapsed) ? Rating.again : .good
    repeat {
      card.schedule = scheduler.review(
        card.schedule, rating: rating, at: time, elapsedDays: elapsed)
      answers += 1
      (elapsed, rating) = (0, .good)
    } while card.schedule.phase != .review
    card.last = day
    return card
  }

  private mutating func isForgotten(_ card: Card, after days: Int) -> Bool {
    guard card.schedule.memory != nil, let draw = luck?.next() else { return false }
    let recall = scheduler.retrievability(of: card.schedule, elapsedDays: days)
    return Double(draw >> 11) / 9_007_199_254_740_992 >= recall
  }

  /// The mean chance of recall on a day, of a number of cards; cards that were not begun count as 0.
  func recall(on day: LocalDay, of count: Int) -> Double {
    let sum = cards.reduce(0) { sum, card in
      sum
        + scheduler.retrievability(of: card.schedule, elapsedDays: day.days(since: card.last))
    }
    return sum / Double(max(1, count))
  }
}
