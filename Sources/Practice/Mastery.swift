public import Lessons

/// The learner's knowledge of a flashcard.
public enum Mastery: Hashable, Sendable, CaseIterable {
  /// Never answered right: not asked yet, or asked and missed.
  case new
  /// Answered right at least once.
  case learning
  /// Answered right on ``daysNeeded`` local days, and retrievability is at least ``retrievabilityNeeded`` now.
  case known

  /// The number of different local days on which a known card was answered right.
  public static let daysNeeded = 2
  /// The least retrievability of a known card.
  public static let retrievabilityNeeded = 0.8
}

/// The numbers of known, learning and new flashcards in a group.
///
/// A wrong answer never raises `known`, nor `known + learning`.
public struct MasteryCounts: Hashable, Sendable {
  public var known = 0
  public var learning = 0
  public var new = 0

  public init() {}

  public init(known: Int, learning: Int, new: Int) {
    (self.known, self.learning, self.new) = (known, learning, new)
  }

  /// Counts flashcards.
  ///
  /// - Parameters:
  ///   - cards: The flashcards; suspended ones are left out.
  ///   - learner: The learner.
  ///   - day: The learner's day.
  public init(of cards: some Sequence<Flashcard>, _ learner: Learner, on day: LocalDay) {
    for card in cards where !learner.suspended.contains(card.id) {
      switch learner.mastery(of: card.id, on: day) {
      case .known: known += 1
      case .learning: learning += 1
      case .new: new += 1
      }
    }
  }

  /// The number of flashcards.
  public var total: Int { known + learning + new }

  /// The share that is known, from 0 to 1.
  public var share: Double { total == 0 ? 0 : Double(known) / Double(total) }

  /// The state of the whole group: nothing answered right yet, started, at least half known, or all known.
  public var level: Level {
    if total > 0, known == total { return .all }
    if known > 0, 2 * known >= total { return .half }
    return known + learning > 0 ? .begun : .none
  }

  /// The state of a group of flashcards.
  public enum Level: Int, Hashable, Sendable, CaseIterable, Comparable {
    case none, begun, half, all

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }
}

extension Learner {
  /// The learner's knowledge of a flashcard on a day.
  public func mastery(of card: String, on day: LocalDay) -> Mastery {
    let days = daysRemembered(card)
    guard days > 0 else { return .new }
    return days >= Mastery.daysNeeded
      && recallIfAsked(card, on: day) >= Mastery.retrievabilityNeeded ? .known : .learning
  }

  /// The chance that a flashcard is answered right if it is asked on a day.
  ///
  /// This is its retrievability, or 0 if it was never answered or if the latest answer was wrong. Retrievability
  /// alone would be 1 a minute after a wrong answer, because the right one was just shown.
  ///
  /// - Returns: From 0 to 1.
  public func recallIfAsked(_ card: String, on day: LocalDay) -> Double {
    guard let last = reviews(of: card).last, last.rating != .again else { return 0 }
    return retrievability(of: card, on: day) ?? 0
  }

  /// The earliest day on which one of these flashcards can become known, if it is answered right whenever it is due.
  ///
  /// - Parameters:
  ///   - cards: The flashcards; suspended and new ones are left out.
  ///   - day: The learner's day.
  ///   - utcOffset: The offset of local time from UTC, in seconds.
  /// - Returns: Today or a later day; nil if no flashcard is being learned.
  public func firstDayKnown(
    of cards: some Sequence<Flashcard>, on day: LocalDay, utcOffset: Int
  ) -> LocalDay? {
    cards.compactMap { card -> LocalDay? in
      guard !suspended.contains(card.id), let schedule = schedule(of: card.id),
        mastery(of: card.id, on: day) == .learning
      else { return nil }
      let due = LocalDay(unixSeconds: schedule.due, utcOffsetSeconds: utcOffset)
      let isSecondDay =
        daysRemembered(card.id) >= Mastery.daysNeeded || !wasRemembered(card.id, on: day)
      return max(due, isSecondDay ? day : LocalDay(number: day.number + 1))
    }.min()
  }

  /// Whether a flashcard was answered right on a day.
  private func wasRemembered(_ card: String, on day: LocalDay) -> Bool {
    reviews(of: card).contains { $0.rating != .again && $0.day == day }
  }
}
