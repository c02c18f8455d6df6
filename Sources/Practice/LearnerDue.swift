/// Due dates and forecasts.
extension Learner {
  /// Seconds until a card would be due after each grade.
  public func intervals(of card: String, at time: Int, utcOffset: Int) -> [Rating: Int] {
    let day = LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset)
    let elapsed = reviews(of: card).last.map { day.days(since: $0.day) } ?? 0
    return scheduler.previewIntervals(
      of: schedule(of: card) ?? CardSchedule(createdAt: time), at: time, elapsedDays: elapsed)
  }

  /// Whether a card is due: in a learning step once its time has come, otherwise from its local day on.
  public func isDue(_ card: String, at time: Int, utcOffset: Int) -> Bool {
    guard let schedule = schedule(of: card), !suspended.contains(card) else { return false }
    guard schedule.phase == .review else { return schedule.due <= time }
    return LocalDay(unixSeconds: schedule.due, utcOffsetSeconds: utcOffset)
      <= LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset)
  }

  /// The number of cards due on each of the coming days; today's includes all overdue ones.
  ///
  /// - Parameters:
  ///   - cards: The cards' ids.
  ///   - day: Today.
  ///   - count: The number of days.
  ///   - utcOffset: The offset of local time from UTC, in seconds.
  /// - Returns: One number per day, today's first.
  public func forecast(
    of cards: some Sequence<String>, from day: LocalDay, days count: Int, utcOffset: Int
  ) -> [Int] {
    var due = Array(repeating: 0, count: max(0, count))
    for card in cards where !suspended.contains(card) {
      guard let schedule = schedule(of: card) else { continue }
      let ahead = LocalDay(unixSeconds: schedule.due, utcOffsetSeconds: utcOffset).days(since: day)
      if due.indices.contains(max(0, ahead)) { due[max(0, ahead)] += 1 }
    }
    return due
  }

  /// When the first of some cards is due; nil if none of them was graded.
  public func nextDue(
    of cards: some Sequence<String>, at time: Int, utcOffset: Int
  ) -> SessionSummary.Time? {
    let dues = cards.filter { !suspended.contains($0) }.compactMap { schedule(of: $0)?.due }
    guard let due = dues.min() else { return nil }
    let today = LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset)
    let days = LocalDay(unixSeconds: due, utcOffsetSeconds: utcOffset).days(since: today)
    return days > 0 ? .days(days) : .minutes(max(1, (due - time + 59) / 60))
  }

  /// Whether the latest grade of a card was "forgotten" and given on a day.
  public func wasForgotten(_ card: String, on day: LocalDay) -> Bool {
    guard let last = reviews(of: card).last else { return false }
    return last.rating == .again && last.day == day
  }

  /// The number of lapses that make a card a leech, as in Anki.
  public static let leechLapses = 8

  /// Whether a card is a leech: forgotten so often that it should be rewritten or suspended.
  public func isLeech(_ card: String) -> Bool {
    isLeech(card, lapses: schedule(of: card)?.lapseCount ?? 0)
  }

  /// Whether a card becomes a leech after so many lapses.
  public func isLeech(_ card: String, lapses: Int) -> Bool {
    lapses >= Self.leechLapses && !suspended.contains(card)
  }

  /// The day of a card's first grade; nil if it was never graded.
  func firstDay(of card: String) -> LocalDay? { reviews(of: card).first?.day }

  /// The day of a card's latest grade; nil if it was never graded.
  func lastDay(of card: String) -> LocalDay? { reviews(of: card).last?.day }

  /// The grades later than a time, oldest first; their clock was ahead.
  public func reviews(after time: Int) -> [LearnerEvent] {
    pasts.flatMap { card, past in
      past.reviews.filter { $0.time > time }.map { review in
        LearnerEvent(
          id: review.id, time: review.time, utcOffset: review.utcOffset,
          fact: .review(card: card, rating: review.rating))
      }
    }.sorted { Timestamp($0) < Timestamp($1) }
  }
}
