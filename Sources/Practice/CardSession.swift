public import Lessons

/// One sitting with flashcards: what comes next, and what was missed.
public struct CardSession: Sendable {
  /// Cards that are due: those least likely to be remembered first, but no two of one section in a row where
  /// that can be helped, since what is mixed is learnt better than what comes in blocks.
  public private(set) var due: [Flashcard]
  /// Due cards that are left for another sitting.
  public private(set) var heldBack = 0
  /// Cards that were never asked and whose sections were not read yet.
  public private(set) var locked = 0
  /// Cards that were never asked.
  public private(set) var fresh: [Flashcard]
  /// Whether grades leave the schedule alone.
  public let isCram: Bool
  /// Ids of the cards graded so far, once for each grade.
  public private(set) var graded: [String] = []
  /// Ids of cards that were forgotten, each once.
  public private(set) var missed: [String] = []
  private var repeating: [Flashcard] = []

  /// Gathers what is to be asked.
  ///
  /// - Parameters:
  ///   - deck: All cards.
  ///   - learner: What is due.
  ///   - time: Now, in seconds since 1970 UTC.
  ///   - utcOffset: What the local clock is ahead of UTC, in seconds.
  ///   - newCards: How many new cards at most.
  ///   - sections: Ids of the lesson's sections in order. A section that was read to its end unlocks
  ///     its cards; cards of no section are never locked.
  ///   - section: The only section whose cards are asked, read or not; nil for all.
  ///   - unlocksAll: Whether cards of sections that were not read yet are new cards, too.
  public init(
    deck: Deck, learner: Learner, at time: Int, utcOffset: Int, newCards: Int, sections: [String],
    only section: String? = nil, unlocksAll: Bool = false
  ) {
    func isWanted(_ card: Card) -> Bool { section == nil || card.section == section }
    isCram = false
    let day = LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset)
    let asked =
      deck.flashcards.filter {
        isWanted($0.card) && learner.isDue($0.id, at: time, utcOffset: utcOffset)
      }
      + deck.questions.filter {
        isWanted($0) && learner.isDue($0.id, at: time, utcOffset: utcOffset)
      }
      .map(\.asFlashcard)
    let ranked = Self.withoutSiblings(
      asked.sortedStably { learner.retrievability(of: $0.id, on: day) ?? 0 })
    due = Self.interleaved(Array(ranked.prefix(Self.most)))
    heldBack = ranked.count - due.count
    let taken = Set(ranked.map(\.cardID))
    let rank = Dictionary(
      sections.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func isOpen(_ card: Card) -> Bool {
      unlocksAll || card.section == section || rank[card.section] == nil
        || learner.sectionsRead.contains(card.section)
    }
    let unseen = deck.flashcards.filter {
      isWanted($0.card) && learner.schedule(of: $0.id) == nil && !taken.contains($0.cardID)
        && !learner.suspended.contains($0.id)
    }
    let unlocked = unseen.filter { isOpen($0.card) }
    locked = unseen.count - unlocked.count
    let ordered = unlocked.sortedStably { card in
      Double((rank[card.card.section] ?? sections.count) * 4 + card.card.difficulty)
    }
    // After a long break there is enough to do without new cards.
    fresh = heldBack > 0 ? [] : Array(Self.withoutSiblings(ordered).prefix(max(0, newCards)))
  }

  /// A sitting that leaves the schedule alone: these cards, in this order.
  public init(cramming cards: [Flashcard]) {
    isCram = true
    due = cards
    fresh = []
  }

  /// Cards still to come, those that are being repeated included.
  public var remaining: Int { due.count + fresh.count + repeating.count }

  /// The card to ask now; nil at the end of the sitting.
  ///
  /// Cards in their first minutes come back when their time has come, or when nothing else is left.
  public func next(_ learner: Learner, at time: Int) -> Flashcard? {
    if let back = repeating.first(where: { (learner.schedule(of: $0.id)?.due ?? 0) <= time }),
      !isCram
    {
      return back
    }
    return due.first ?? fresh.first ?? repeating.first
  }

  /// Takes note of a grade.
  ///
  /// - Parameters:
  ///   - card: The card that was graded.
  ///   - rating: The grade.
  ///   - phase: Where the grade has left the card; nil in a cram.
  public mutating func grade(_ card: Flashcard, _ rating: Rating, phase: CardSchedule.Phase?) {
    graded.append(card.id)
    if rating == .again, !missed.contains(card.id) { missed.append(card.id) }
    due.removeAll { $0.id == card.id }
    fresh.removeAll { $0.id == card.id }
    repeating.removeAll { $0.id == card.id }
    let isYoung = phase.map { $0 != .review } ?? (rating == .again)
    if isYoung { repeating.append(card) }
  }

  /// Takes a card out of the sitting.
  public mutating func remove(_ card: Flashcard) {
    due.removeAll { $0.id == card.id }
    fresh.removeAll { $0.id == card.id }
    repeating.removeAll { $0.id == card.id }
  }

  /// Brings the card of the latest grade back to be asked now.
  public mutating func undo(_ card: Flashcard) {
    if let last = graded.lastIndex(of: card.id) { graded.remove(at: last) }
    missed.removeAll { $0 == card.id }
    repeating.removeAll { $0.id == card.id }
    due.insert(card, at: 0)
  }

  /// As many due cards as one sitting takes.
  static let most = 60

  /// The cards in their order, but after each one the first of another section.
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
  /// The cards by a number, the smallest first; equal ones keep their order.
  fileprivate func sortedStably(by number: (Flashcard) -> Double) -> [Flashcard] {
    let keys = map(number)
    return indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { self[$0] }
  }
}
