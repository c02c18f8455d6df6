public import Lessons

/// What a learner has reached for the first time in a session or with a section.
public struct Milestones: Hashable, Sendable {
  /// Whether cards were due and none is any more.
  public let areAllDueDone: Bool
  /// Tags of flashcards that are all known now and were not before, in the order of the deck.
  public let knownTags: [String]
  /// The number of days of the present streak, if it is longer than any before and has at least
  /// ``shortestStreak`` days; else nil.
  public let bestStreak: Int?
  public let isCertificateEarned: Bool

  /// The days of the shortest streak that is worth a word.
  public static let shortestStreak = 3

  /// The learner's state at the start.
  public struct Start: Hashable, Sendable {
    /// Ids of the known flashcards.
    public var known: Set<String> = []
    /// The days of the longest streak, up to today.
    public var longestStreak = 0
    public var isCertificateEarned = false
    /// Whether cards are due.
    public var areCardsDue = false

    public init() {}

    /// Reads the state.
    ///
    /// - Parameters:
    ///   - learner: The learner at the start.
    ///   - bundle: The lesson and its deck.
    ///   - day: Today.
    ///   - time: Now, in seconds since 1970 UTC.
    public init(_ learner: Learner, of bundle: LessonBundle, on day: LocalDay, at time: Int) {
      known = SessionSummary.known(of: bundle.deck.flashcards, learner, on: day)
      longestStreak = learner.longestStreak(upTo: day)
      areCardsDue = learner.isAnyDue(of: bundle.deck.flashcards, at: time)
      // Only somebody who knows every card can have earned it.
      isCertificateEarned =
        bundle.deck.flashcards.allSatisfy {
          known.contains($0.id) || learner.suspended.contains($0.id)
        }
        && CertificateProgress(learner, of: bundle, on: day).isEarned
    }
  }

  /// Compares the learner's state with that at the start.
  ///
  /// - Parameters:
  ///   - start: The state at the start.
  ///   - learner: The learner now.
  ///   - bundle: The lesson and its deck.
  ///   - day: Today.
  ///   - time: Now, in seconds since 1970 UTC.
  public init(
    since start: Start, _ learner: Learner, of bundle: LessonBundle, on day: LocalDay, at time: Int
  ) {
    let cards = bundle.deck.flashcards
    areAllDueDone = start.areCardsDue && !learner.isAnyDue(of: cards, at: time)
    var tags: [String] = []
    var unknown: Set<String> = []
    var new: Set<String> = []
    for card in cards where !learner.suspended.contains(card.id) {
      for tag in card.card.tags {
        if !tags.contains(tag) { tags.append(tag) }
        if learner.mastery(of: card.id, on: day) != .known { unknown.insert(tag) }
        if !start.known.contains(card.id) { new.insert(tag) }
      }
    }
    knownTags = tags.filter { new.contains($0) && !unknown.contains($0) }
    let streak = learner.streak(on: day)
    bestStreak = streak >= Self.shortestStreak && streak > start.longestStreak ? streak : nil
    isCertificateEarned =
      !start.isCertificateEarned && CertificateProgress(learner, of: bundle, on: day).isEarned
  }
}

extension Learner {
  /// Whether a flashcard is due at a time, in seconds since 1970 UTC.
  func isAnyDue(of cards: some Sequence<Flashcard>, at time: Int) -> Bool {
    cards.contains { card in
      guard !suspended.contains(card.id), let schedule = schedule(of: card.id) else { return false }
      return schedule.due <= time
    }
  }

  /// The number of days with events in the longest streak up to a day; see ``streak(on:)``.
  func longestStreak(upTo day: LocalDay) -> Int {
    var (count, longest) = (0, 0)
    var last: LocalDay?
    for next in activity.keys.sorted() where next <= day {
      let pause = last.map { next.days(since: $0) - 1 } ?? 0
      count = pause > Self.freeDays ? 1 : count + 1
      longest = max(longest, count)
      last = next
    }
    return longest
  }
}
