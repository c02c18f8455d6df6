public import Lessons

/// What a session of flashcards has brought.
public struct SessionSummary: Hashable, Sendable {
  /// The number of different cards answered.
  public let cards: Int
  /// The number of those whose first answer was right.
  public let rightAtOnce: Int
  /// The number of those that are known now and were not before.
  public let becameKnown: Int
  /// When those are asked next, the soonest first.
  public let due: [Due]

  /// A number of cards that are asked next at about the same time.
  public struct Due: Hashable, Sendable {
    public var count: Int
    public var time: Time
  }

  /// When a card is asked next.
  public enum Time: Hashable, Sendable {
    /// On the same local day, after this number of minutes.
    case minutes(Int)
    /// On a later local day, after this number of days.
    case days(Int)
  }

  /// Sums a session up.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - known: Ids of the cards that were known before it.
  ///   - learner: The learner after it.
  ///   - time: Now, in seconds since 1970 UTC.
  ///   - utcOffset: The offset of local time from UTC, in seconds.
  public init(
    _ session: CardSession, knownBefore known: Set<String>, _ learner: Learner, at time: Int,
    utcOffset: Int
  ) {
    let ids = Set(session.graded)
    let today = LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset)
    cards = ids.count
    rightAtOnce = session.rightAtOnce.count
    becameKnown = ids.count { !known.contains($0) && learner.mastery(of: $0, on: today) == .known }
    var (minutes, latest): (Int, Int) = (0, 0)
    var days: [Int: Int] = [:]
    for id in session.isCram ? [] : ids where !learner.suspended.contains(id) {
      guard let schedule = learner.schedule(of: id) else { continue }
      let day = LocalDay(unixSeconds: schedule.due, utcOffsetSeconds: utcOffset).days(since: today)
      if day > 0 {
        days[day, default: 0] += 1
      } else {
        minutes += 1
        latest = max(latest, (schedule.due - time + 59) / 60)
      }
    }
    due =
      (minutes > 0 ? [Due(count: minutes, time: .minutes(max(1, latest)))] : [])
      + days.sorted { $0.key < $1.key }.map { Due(count: $0.value, time: .days($0.key)) }
  }

  /// Ids of the flashcards that are known on a day.
  public static func known(
    of cards: some Sequence<Flashcard>, _ learner: Learner, on day: LocalDay
  ) -> Set<String> {
    Set(cards.lazy.map(\.id).filter { learner.mastery(of: $0, on: day) == .known })
  }
}
