public import Lessons

/// Recall and time spent.
extension Learner {
  /// The chance that a card is remembered today; nil if it was never graded.
  public func retrievability(of card: String, on day: LocalDay) -> Double? {
    guard let last = reviews(of: card).last, let memory = last.memory else { return nil }
    return scheduler.retrievability(of: memory, elapsedDays: day.days(since: last.day))
  }

  /// The mean chance that flashcards are answered right if they are asked on a day, for all of them alike.
  ///
  /// Only grades up to that day count, so that it can be a past one. A card that was never answered, or answered wrong
  /// last, counts as 0: a wrong answer never raises the mean.
  ///
  /// - Parameters:
  ///   - cards: The flashcards; suspended ones are left out.
  ///   - day: The day.
  /// - Returns: From 0 to 1; nil if there are no flashcards.
  public func meanRecall(of cards: some Sequence<Flashcard>, on day: LocalDay) -> Double? {
    var (sum, count) = (0.0, 0)
    for card in cards where !suspended.contains(card.id) {
      count += 1
      guard let last = reviews(of: card.id).last(where: { $0.day <= day }), last.rating != .again,
        let memory = last.memory
      else { continue }
      sum += scheduler.retrievability(of: memory, elapsedDays: day.days(since: last.day))
    }
    return count == 0 ? nil : sum / Double(count)
  }

  /// Grades given at least a day after the previous one: their number, how many were not "forgotten", and how many FSRS
  /// had predicted.
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

  /// All cards' grades, for fitting the weights.
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

  /// The number of different days on which a card was graded other than "forgotten".
  public func daysRemembered(_ card: String) -> Int {
    Set(reviews(of: card).filter { $0.rating != .again }.map(\.day)).count
  }

  /// A gap of more seconds than this between two events counts as a break.
  public static let breakSeconds = 300

  /// Seconds spent learning: the gaps between successive events, without breaks.
  public var secondsStudied: Int {
    zip(moments, moments.dropFirst()).reduce(0) { sum, pair in
      let gap = pair.1 - pair.0
      return gap <= Self.breakSeconds ? sum + gap : sum
    }
  }

  /// The most frequent mistakes with their counts, the most frequent first.
  public func commonMistakes(most: Int) -> [(text: String, count: Int)] {
    mistakes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most)
      .map { ($0.key, $0.value) }
  }
}

/// One grade in the format of Anki's review log.
public struct LoggedReview: Hashable, Sendable {
  /// The card's id.
  public var card: String
  /// The time, in seconds since 1970 UTC.
  public var time: Int
  /// The grade.
  public var rating: Rating
  /// The interval after the grade: whole days, or seconds as a negative number.
  public var interval: Int
  /// The interval before the grade.
  public var lastInterval: Int
  /// 0 while learning, 1 for a review, 2 while relearning.
  public var kind: Int
}

extension Learner {
  /// All grades that were not undone, oldest first.
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
