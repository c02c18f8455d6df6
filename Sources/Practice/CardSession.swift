public import Lessons

/// One session of flashcards: the next card, and the missed ones.
public struct CardSession: Sendable {
  /// Due cards: those least likely to be remembered first, but avoiding two of one section in a row, because
  /// interleaved practice is more effective than blocked practice.
  public private(set) var due: [Flashcard]
  /// Due cards left for another session.
  public private(set) var heldBack = 0
  /// New cards whose sections were not read yet.
  public private(set) var locked = 0
  /// New cards.
  public private(set) var fresh: [Flashcard]
  /// Whether grades do not change the schedule.
  public let isCram: Bool
  /// Ids of the cards graded so far, once for each grade.
  public private(set) var graded: [String] = []
  /// Ids of forgotten cards, each once.
  public private(set) var missed: [String] = []
  /// Ids of the cards whose first answer in this session was right, each once.
  public private(set) var rightAtOnce: [String] = []
  /// Cards in their learning steps in the order in which they come back, with their due times in seconds since 1970
  /// UTC.
  private var repeating: [(card: Flashcard, due: Int)] = []
  /// The card that must be asked next, because its answer was undone.
  private var pinned: Flashcard?
  /// Shuffles the repeats.
  private var generator: SeededGenerator

  /// Collects the cards to ask.
  ///
  /// - Parameters:
  ///   - deck: All cards.
  ///   - learner: Determines the due cards.
  ///   - time: Now, in seconds since 1970 UTC.
  ///   - utcOffset: The offset of local time from UTC, in seconds.
  ///   - newCards: The maximum number of new cards.
  ///   - sections: Ids of the lesson's sections in order. Reading a section to its end unlocks its cards; cards without
  ///     a section are never locked.
  ///   - section: The only section whose cards are asked, read or not; nil for all.
  ///   - unlocksAll: Whether cards of unread sections are asked, too.
  ///   - seed: Shuffles the repeats.
  public init(
    deck: Deck, learner: Learner, at time: Int, utcOffset: Int, newCards: Int, sections: [String],
    only section: String? = nil, unlocksAll: Bool = false, seed: UInt64 = 0
  ) {
    generator = SeededGenerator(seed: seed)
    func isWanted(_ card: Card) -> Bool { section == nil || card.section == section }
    let opened = unlocksAll ? sections : section.map { [$0] } ?? []
    let locks = SectionLocks(sections: sections.filter { !opened.contains($0) }, learner: learner)
    func isDue(_ id: String, in section: String) -> Bool {
      learner.isDue(id, in: section, locks, at: time, utcOffset: utcOffset)
    }
    isCram = false
    let day = LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset)
    let asked =
      deck.flashcards.filter {
        isWanted($0.card) && isDue($0.id, in: $0.card.section)
      }
      + deck.questions.filter {
        isWanted($0) && isDue($0.id, in: $0.section)
      }
      .map(\.asFlashcard)
    let ranked = Self.withoutSiblings(
      asked.sortedStably { learner.retrievability(of: $0.id, on: day) ?? 0 })
    let most = learner.daysAway(on: day) == nil ? Self.most : Today.cardsAfterBreak
    due = Self.interleaved(Array(ranked.prefix(most)))
    heldBack = ranked.count - due.count
    let taken = Set(ranked.map(\.cardID))
    let rank = Dictionary(
      sections.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let unseen = deck.flashcards.filter {
      isWanted($0.card) && learner.schedule(of: $0.id) == nil && !taken.contains($0.cardID)
        && !learner.suspended.contains($0.id)
    }
    let unlocked = unseen.filter { !locks.locks($0.card.section) }
    locked = unseen.count - unlocked.count
    let ordered = unlocked.sortedStably { card in
      Double((rank[card.card.section] ?? sections.count) * 4 + card.card.difficulty)
    }
    // After a long break, due cards alone fill the session.
    fresh = heldBack > 0 ? [] : Array(Self.withoutSiblings(ordered).prefix(max(0, newCards)))
  }

  /// A session that does not change the schedule: these cards, shuffled.
  public init(cramming cards: [Flashcard], seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    isCram = true
    due = cards.shuffled(using: &generator)
    fresh = []
  }

  /// The number of cards left, including those being repeated.
  public var remaining: Int { toGo + repeats }

  /// The number of cards that were not answered yet in this session.
  ///
  /// It never grows, except by undoing an answer.
  public var toGo: Int { due.count + fresh.count }

  /// The number of cards that were answered and come back in this session.
  public var repeats: Int { repeating.count }

  /// The number of different cards of this session, answered or not.
  public var size: Int { Set(graded).union((due + fresh).map(\.id)).count }

  /// The number of other cards between two showings of a card, as long as there are any.
  static let spacing = 2

  /// The card to ask now; nil at the end of the session.
  ///
  /// A card in its learning steps comes back when it is due, after at least two other cards. When nothing else is left,
  /// it comes back earlier.
  public func next(at time: Int) -> Flashcard? {
    if let pinned { return pinned }
    let recent = Set(graded.suffix(Self.spacing))
    let rested = repeating.filter { !recent.contains($0.card.id) }
    if !isCram, let back = rested.first(where: { $0.due <= time }) { return back.card }
    if let new = due.first ?? fresh.first { return new }
    if let back = rested.first { return back.card }
    // Only cards shown just now are left: the one that was shown first.
    let order = repeating.map(\.card).sorted {
      (graded.lastIndex(of: $0.id) ?? -1) < (graded.lastIndex(of: $1.id) ?? -1)
    }
    return order.first
  }

  /// Records a grade.
  ///
  /// - Parameters:
  ///   - card: The graded card.
  ///   - rating: The grade.
  ///   - schedule: The card's schedule after the grade; nil in a cram session.
  public mutating func grade(_ card: Flashcard, _ rating: Rating, schedule: CardSchedule?) {
    let isFirst = !graded.contains(card.id)
    graded.append(card.id)
    if rating == .again, !missed.contains(card.id) { missed.append(card.id) }
    if rating != .again, isFirst { rightAtOnce.append(card.id) }
    remove(card)
    let isYoung = schedule.map { $0.phase != .review } ?? (rating == .again)
    guard isYoung else { return }
    // A random place, so that a second round does not have the order of the first.
    let place = Int(generator.next() % UInt64(repeating.count + 1))
    repeating.insert((card, schedule?.due ?? 0), at: place)
  }

  /// Removes a card from the session.
  public mutating func remove(_ card: Flashcard) {
    due.removeAll { $0.id == card.id }
    fresh.removeAll { $0.id == card.id }
    if pinned?.id == card.id { pinned = nil }
    repeating.removeAll { $0.card.id == card.id }
  }

  /// Puts the card of the latest grade back to be asked now.
  public mutating func undo(_ card: Flashcard) {
    if let last = graded.lastIndex(of: card.id) { graded.remove(at: last) }
    missed.removeAll { $0 == card.id }
    if !graded.contains(card.id) { rightAtOnce.removeAll { $0 == card.id } }
    restore(card)
  }

  /// Puts a removed card back to be asked now.
  public mutating func restore(_ card: Flashcard) {
    remove(card)
    if graded.contains(card.id) {
      repeating.insert((card, 0), at: 0)
    } else {
      due.insert(card, at: 0)
    }
    pinned = card
  }

  /// The maximum number of due cards in one session.
  static let most = 60

  /// Interleaves cards by section: after each card comes the first remaining one of another section.
  private static func interleaved(_ cards: [Flashcard]) -> [Flashcard] {
    var rest = cards
    var mixed: [Flashcard] = []
    while !rest.isEmpty {
      let last = mixed.last?.card.section
      mixed.append(rest.remove(at: rest.firstIndex { $0.card.section != last } ?? 0))
    }
    return mixed
  }

  private static func withoutSiblings(_ cards: [Flashcard]) -> [Flashcard] {
    var seen: Set<String> = []
    return cards.filter { seen.insert($0.cardID).inserted }
  }
}

extension [Flashcard] {
  /// Sorts by a number in ascending order; equal ones keep their order.
  fileprivate func sortedStably(by number: (Flashcard) -> Double) -> [Flashcard] {
    let keys = map(number)
    return indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { self[$0] }
  }
}
