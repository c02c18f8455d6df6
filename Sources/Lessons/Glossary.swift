/// The lesson's terms and what they mean.
public struct Glossary: Hashable, Sendable {
  /// A term.
  public struct Term: Hashable, Sendable, Identifiable {
    /// The author's id.
    public var id: String
    /// The term as it is usually written.
    public var term: String
    /// Other spellings and forms.
    public var also: [String]
    /// What it means, in one to three sentences.
    public var definition: String
    /// The section that teaches it, by its id.
    public var section: String
    /// The flashcard that asks for it, by its id.
    public var card: String?
    /// The function of the catalogue that shows it.
    public var plot: String?

    /// Makes a term.
    public init(
      id: String, term: String, also: [String] = [], definition: String, section: String,
      card: String? = nil, plot: String? = nil
    ) {
      self.id = id
      self.term = term
      self.also = also
      self.definition = definition
      self.section = section
      self.card = card
      self.plot = plot
    }
  }

  /// In alphabetical order.
  public let terms: [Term]
  /// Places of terms by their spellings in lower case.
  private let places: [String: Int]
  /// Words of the longest spelling.
  public let mostWords: Int

  /// Makes a glossary.
  public init(_ terms: [Term] = []) {
    self.terms = terms
    var places: [String: Int] = [:]
    for (index, term) in terms.enumerated() {
      for spelling in [term.term] + term.also where places[spelling.lowercased()] == nil {
        places[spelling.lowercased()] = index
      }
    }
    self.places = places
    mostWords = places.keys.map { $0.split(separator: " ").count }.max() ?? 0
  }

  /// The term of a spelling, whatever its capitals.
  public func term(spelled spelling: String) -> Term? {
    places[spelling.lowercased()].map { terms[$0] }
  }
}
