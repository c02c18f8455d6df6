/// A card that its author removed from a deck; its id is never used again.
public struct RetiredCard: Hashable, Sendable {
  public var id: String
  /// The id of the flashcard or question that has the same fact and continues its reviews, if there is one.
  public var heir: String?

  public init(id: String, heir: String? = nil) {
    self.id = id
    self.heir = heir
  }
}

/// The cards that continue the reviews of retired ones.
public struct Heirs: Equatable, Sendable {
  private var heirs: [String: String] = [:]

  /// No heirs.
  public init() {}

  /// Collects the heirs of retired cards.
  public init(of retired: [RetiredCard]) {
    for card in retired { heirs[card.id] = card.heir }
  }

  public var isEmpty: Bool { heirs.isEmpty }

  /// The ids of all heirs.
  public var ids: Set<String> { Set(heirs.values) }

  /// The id of the card that continues the reviews of a card, or of a gap of a cloze card.
  public func heir(of card: String) -> String? {
    heirs[card] ?? heirs[String(card.prefix { $0 != "#" })]
  }
}
