/// The terms of a lesson and their definitions.
public struct Glossary: Hashable, Sendable {
  public struct Term: Hashable, Sendable, Identifiable {
    /// The author's id.
    public var id: String
    /// The term in its usual spelling.
    public var term: String
    /// Other spellings and forms.
    public var also: [String]
    /// The definition in one to three sentences.
    public var definition: String
    /// The id of the section that teaches it.
    public var section: String
    /// The id of an earlier section that already uses it and explains it in place.
    public var first: String?
    /// The id of the flashcard that asks for it.
    public var card: String?
    /// The id of the function that illustrates it.
    public var plot: String?

    public init(
      id: String, term: String, also: [String] = [], definition: String, section: String,
      first: String? = nil, card: String? = nil, plot: String? = nil
    ) {
      self.id = id
      self.term = term
      self.also = also
      self.definition = definition
      self.section = section
      self.first = first
      self.card = card
      self.plot = plot
    }
  }

  /// In alphabetical order.
  public let terms: [Term]
  /// Indices of terms by their folded spellings.
  private let places: [String: Int]
  /// The number of words in the longest spelling.
  public let mostWords: Int

  public init(_ terms: [Term] = []) {
    self.terms = terms
    var places: [String: Int] = [:]
    for (index, term) in terms.enumerated() {
      for spelling in ([term.term] + term.also).map(Self.folded) where places[spelling] == nil {
        places[spelling] = index
      }
    }
    self.places = places
    mostWords = places.keys.map { $0.split(separator: " ").count }.max() ?? 0
  }

  /// The term with a spelling, ignoring case except in symbols of one letter: σ is not Σ.
  public func term(spelled spelling: String) -> Term? {
    places[Self.folded(spelling)].map { terms[$0] }
  }

  private static func folded(_ spelling: String) -> String {
    spelling.count == 1 ? spelling : spelling.lowercased()
  }
}
