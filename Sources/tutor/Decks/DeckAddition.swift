import LessonReader
import Lessons

/// The effect of adding a deck: its name, its card ids, and the number of new cards.
struct DeckAddition {
  enum Identity {
    /// A new deck.
    case new
    /// An existing deck, byte for byte.
    case same
    /// Another edition of a deck from the same file.
    case sameFile
    /// Another edition of a deck that version 1.0 stored under the name of this file.
    case sameName
    /// Another edition of the deck that the learner named.
    case named
  }

  let identity: Identity
  /// The name under which it is stored.
  let name: String
  /// New ids of cards by the file's own ids.
  private(set) var renamed: [String: String] = [:]
  /// The previous source of the deck, if it existed.
  let formerSource: String?
  let skipped: [SkippedNote]
  /// Settings without effect.
  let ignoredSettings: [IgnoredSetting]

  /// The number of new cards; a cloze card counts once for each gap.
  private(set) var new = 0
  /// The number of cards with changed text.
  private(set) var changed = 0
  /// The number of unchanged cards.
  private(set) var same = 0
  /// The number of cards that are no longer in the file.
  private(set) var gone = 0
  /// The number of cards skipped because the lesson contains them.
  private(set) var ofCourse = 0
  /// The number of cards that other decks have under the same id, by the decks' names.
  private(set) var shared: [String: Int] = [:]

  /// Whether nothing must be written.
  var isUnchanged: Bool { identity == .same }

  /// Determines the effect of adding a deck.
  ///
  /// - Parameters:
  ///   - deck: The deck.
  ///   - input: Its file.
  ///   - decks: All existing decks.
  ///   - bundle: The lesson without added decks.
  ///   - replaced: The name of the deck to replace, if the learner has named one.
  init(
    _ deck: AddedDeck, _ input: DeckInput, beside decks: [KeptDeck], of bundle: LessonBundle,
    replacing replaced: String?
  ) {
    let match = Self.match(deck, input, among: decks, replacing: replaced)
    identity = match?.identity ?? .new
    let ending = KeptDeck.ending(of: deck.kind)
    name =
      match?.deck.name
      ?? DeckName.free(
        DeckName.stem(for: input.name ?? deck.title ?? ""), ending: ending,
        among: decks.map(\.name))
    formerSource = match?.deck.origin?.source
    skipped = deck.skipped
    ignoredSettings = deck.ignoredSettings
    if identity == .same {
      same = match?.deck.size ?? 0
      return
    }
    let others = decks.filter { $0.name != name }
    count(deck, of: bundle, instead: match?.deck, beside: others)
  }

  /// The existing deck that a file belongs to.
  private static func match(
    _ deck: AddedDeck, _ input: DeckInput, among decks: [KeptDeck], replacing replaced: String?
  ) -> (deck: KeptDeck, identity: Identity)? {
    let digest = input.digest
    if let replaced, let named = decks.first(where: { $0.name == replaced }) {
      return (named, named.digest == digest ? .same : .named)
    }
    if let same = decks.first(where: { $0.digest == digest && $0.deck != nil }) {
      return (same, .same)
    }
    guard let source = input.source else { return nil }
    func common(_ kept: KeptDeck) -> Int { deck.cards.count { kept.id(for: $0.id) != nil } }
    let ending = KeptDeck.ending(of: deck.kind)
    let former = decks.filter { $0.origin?.source == source && $0.name.hasSuffix(ending) }
      .map { (deck: $0, common: common($0)) }.max { $0.common < $1.common }
    // A file that has no card in common with its previous contents is another deck.
    if let former, former.common > 0 || former.deck.deck == nil { return (former.deck, .sameFile) }
    let old = decks.first {
      $0.isOfFirstVersion && $0.name == DeckName.ofFirstVersion(for: source) && common($0) > 0
    }
    return old.map { ($0, .sameName) }
  }

  private mutating func count(
    _ deck: AddedDeck, of bundle: LessonBundle, instead former: KeptDeck?, beside others: [KeptDeck]
  ) {
    var before: [String: Card] = [:]
    for card in former?.deck?.cards ?? [] { before[card.id] = card }
    let owners = others.map { (name: $0.name, ids: $0.ids) }
    for card in deck.cards {
      if bundle.deck.card(id: card.id) != nil {
        ofCourse += card.asked
        continue
      }
      let sharing = owners.filter { $0.ids.contains(card.id) }.map(\.name)
      let id =
        former?.id(for: card.id)
        ?? (sharing.isEmpty ? card.id : DeckName.id(card.id, inDeck: name))
      if id != card.id { renamed[card.id] = id }
      guard let old = before.removeValue(forKey: id) else {
        new += card.asked
        for name in sharing { shared[name, default: 0] += card.asked }
        continue
      }
      // An additional gap is a new card.
      let kept = min(old.asked, card.asked)
      new += card.asked - kept
      gone += old.asked - kept
      let isSame = old.form == card.form && old.explanation == card.explanation
      if isSame { same += kept } else { changed += kept }
    }
    for card in before.values where bundle.deck.card(id: card.id) == nil { gone += card.asked }
  }
}
