/// The sections of a lesson that were not read to their end yet.
///
/// Their flashcards are not asked yet. What is missed in them, in a quiz over the whole lesson, waits until they are
/// read.
public struct SectionLocks: Hashable, Sendable {
  /// Ids of the sections.
  public let locked: Set<String>

  /// Locks the sections of a lesson that a learner has not read.
  public init(sections: some Sequence<String>, learner: Learner) {
    locked = Set(sections).subtracting(learner.sectionsRead)
  }

  /// Whether the cards of a section must wait; those of other sections than the lesson's never do.
  public func locks(_ section: String) -> Bool { locked.contains(section) }
}

extension Learner {
  /// Whether a card was only met: missed in a section that was not read yet, and never answered right.
  ///
  /// - Parameters:
  ///   - card: The id of a flashcard or question.
  ///   - section: Its section.
  ///   - locks: The sections not read yet.
  /// - Returns: Whether it waits for its section.
  public func isOnlyMet(_ card: String, in section: String, _ locks: SectionLocks) -> Bool {
    locks.locks(section) && schedule(of: card) != nil && daysRemembered(card) == 0
  }

  /// Whether a card is due and does not wait for its section to be read.
  ///
  /// - Parameters:
  ///   - card: The id of a flashcard or question.
  ///   - section: Its section.
  ///   - locks: The sections not read yet.
  ///   - time: Now, in seconds since 1970 UTC.
  ///   - utcOffset: The offset of local time from UTC, in seconds.
  /// - Returns: Whether it is asked now.
  public func isDue(
    _ card: String, in section: String, _ locks: SectionLocks, at time: Int, utcOffset: Int
  ) -> Bool {
    isDue(card, at: time, utcOffset: utcOffset) && !isOnlyMet(card, in: section, locks)
  }
}
