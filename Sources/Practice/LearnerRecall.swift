public import Lessons

/// What is remembered, and what it took.
extension Learner {
  /// The chance that a card is remembered today; nil if it was never asked.
  public func retrievability(of card: String, on day: LocalDay) -> Double? {
    guard let last = reviews(of: card).last, let memory = last.memory else { return nil }
    return scheduler.retrievability(of: memory, elapsedDays: day.days(since: last.day))
  }

  /// The mean chance, on a day that has passed, that the flashcards asked up to then were remembered.
  ///
  /// - Parameters:
  ///   - cards: The flashcards.
  ///   - day: The day; grades given after it do not count.
  /// - Returns: How many had been asked, and the mean from 0 to 1; nil if none had.
  public func pastRecall(
    of cards: some Sequence<Flashcard>, on day: LocalDay
  ) -> (count: Int, mean: Double)? {
    var recalls: [Double] = []
    for card in cards {
      guard let last = reviews(of: card.id).last(where: { $0.day <= day }),
        let memory = last.memory
      else { continue }
      recalls.append(
        scheduler.retrievability(of: memory, elapsedDays: day.days(since: last.day)))
    }
    guard !recalls.isEmpty else { return nil }
    return (recalls.count, recalls.reduce(0, +) / Double(recalls.count))
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

  /// Grades given at least a day after the one before: how many, how many of them not "forgotten",
  /// and how many FSRS had expected.
  public var recallChecks: (total: Int, remembered: Int, expected: Double) {
    var checks = (total: 0, remembered: 0, expected: 0.0)
    for past in pasts.values {
      for (before, review) in zip(past.reviews, past.reviews.dropFirst()) {
        let days = review.day.days(since: before.day)
        guard days >= 1, let memory = before.memory else { continue }
        checks.total += 1
        if review.rating != .again { checks.remembered += 1 }
        checks.expected += scheduler.retrievability(of: memory, elapsedDays: days)
      }
    }
    return checks
  }

  /// Every card's grades, for a fit of the weights.
  public var histories: [ReviewHistory] {
    pasts.sorted { $0.key < $1.key }.map { _, past in
      let list = past.reviews
      return ReviewHistory(
        list.enumerated().map { index, review in
          let days =
            index == 0 ? 0 : max(0, review.day.days(since: list[index - 1].day))
          return ReviewHistory.Step(
            rating: review.rating, elapsedDays: days, time: review.time)
        })
    }
  }

  /// On how many different days a card was graded other than "forgotten".
  public func daysRemembered(_ card: String) -> Int {
    Set(reviews(of: card).filter { $0.rating != .again }.map(\.day)).count
  }

  /// Seconds between two things done after which a learner has had a break.
  public static let breakSeconds = 300

  /// Seconds spent learning: the time between one thing done and the next, breaks left out.
  public var secondsStudied: Int {
    zip(moments, moments.dropFirst()).reduce(0) { sum, pair in
      let gap = pair.1 - pair.0
      return gap <= Self.breakSeconds ? sum + gap : sum
    }
  }

  /// The mistakes made most often, the most frequent first, each with its count.
  public func commonMistakes(most: Int) -> [(text: String, count: Int)] {
    mistakes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most)
      .map { ($0.key, $0.value) }
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

/// One grade, as logs of other programs have it.
public struct LoggedReview: Hashable, Sendable {
  /// The card's id.
  public var card: String
  /// When, in seconds since 1970 UTC.
  public var time: Int
  /// The grade.
  public var rating: Rating
  /// What was waited for afterwards: whole days, or seconds as a negative number.
  public var interval: Int
  /// The same before.
  public var lastInterval: Int
  /// 0 while learning, 1 for a review, 2 while relearning.
  public var kind: Int
}

extension Learner {
  /// Every grade that counts, oldest first.
  public var reviewLog: [LoggedReview] {
    func waited(_ schedule: CardSchedule, since time: Int) -> Int {
      let seconds = schedule.due - time
      return seconds >= 86400 ? seconds / 86400 : -seconds
    }
    var log: [LoggedReview] = []
    let schedulers = schedulers
    for (card, past) in pasts {
      var before: CardSchedule?
      var last = 0
      var lastReview: Review?
      for review in past.reviews {
        let after = schedulers.schedule(before, last: lastReview, adding: review)
        let kind =
          switch before?.phase {
          case .review: 1
          case .relearning: 2
          case .learning, nil: 0
          }
        let interval = waited(after, since: review.time)
        log.append(
          LoggedReview(
            card: card, time: review.time, rating: review.rating, interval: interval,
            lastInterval: last, kind: kind))
        (before, last, lastReview) = (after, interval, review)
      }
    }
    return log.sorted { ($0.time, $0.card) < ($1.time, $1.card) }
  }
}
