/// The flashcards and questions of a lesson.
public struct Deck: Sendable {
  /// The author's id.
  public var id: String
  public var title: String
  /// All cards in the author's order.
  public let cards: [Card]
  /// All flashcards: basic cards, and one for each gap of a cloze card.
  public let flashcards: [Flashcard]
  public let questions: [Card]
  /// The id of the flashcard for each concept of generated questions.
  public let concepts: [String: String]
  /// Cards that were removed from the deck.
  public let retired: [RetiredCard]
  /// The cards that continue the reviews of retired ones.
  public let heirs: Heirs
  private let indexByID: [String: Int]

  /// Indexes cards by id; of cards with the same id, the first one wins.
  public init(id: String, title: String, cards: [Card], retired: [RetiredCard] = []) {
    self.id = id
    self.title = title
    self.cards = cards
    self.retired = retired
    heirs = Heirs(of: retired)
    flashcards = cards.flatMap(\.flashcards)
    questions = cards.filter { !$0.isFlashcard }
    concepts = Dictionary(
      cards.flatMap { card in card.concepts.map { ($0, card.id) } },
      uniquingKeysWith: { first, _ in first })
    indexByID = Dictionary(
      cards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The card with an id.
  public func card(id: String) -> Card? {
    indexByID[id].map { cards[$0] }
  }
}

/// A card of the deck, in one of several forms.
public struct Card: Hashable, Sendable, Identifiable {
  public enum Form: Hashable, Sendable {
    case basic(front: String, back: String)
    case cloze(ClozeText, accepted: [String: [String]])
    case choice(ChoiceQuestion)
    /// A question with several right choices, all of which must be chosen.
    case several(ChoiceQuestion)
    case gap(GapQuestion)
    case numeric(NumericQuestion)
    case trueFalse(TrueFalseQuestion)
    case order(OrderQuestion)
    case match(MatchQuestion)
    /// A choice question about a curve that is drawn without its name.
    case curve(CardPlot, ChoiceQuestion)
    /// A question whose answer is a point of the curve in a plot.
    case point(CardPlot, PointQuestion)
    /// A question whose answer is a sketch of the plot's curve, which is hidden until then.
    case sketch(CardPlot, SketchQuestion)
    /// A choice question about the gradient in a network, which is drawn with the answer.
    case network(GradientFigure, ChoiceQuestion)
    /// A question about the fault of a network, which the stem shows.
    case diagnose(DiagnoseQuestion)
  }

  /// The author's id, 1 to 64 of `[a-z0-9-]`; permanent.
  public var id: String
  /// The id of the section that teaches it.
  public var section: String
  public var tags: [String]
  /// From 1, easy, to 3, hard; only determines the order of new cards.
  public var difficulty: Int
  public var form: Form
  /// What a question shows before it asks.
  public var stem: [Stem] = []
  /// Explains the right answer.
  public var explanation: String
  /// Hints, shown one after the other on request.
  public var hints: [String] = []
  /// A plot that is shown with the answer.
  public var plot: CardPlot?
  /// For a question, the id of the flashcard with the same fact.
  public var flashcardID: String?
  /// For a flashcard, the concepts of generated questions that bring it back, such as "relu/range".
  public var concepts: [String] = []

  public init(
    id: String, section: String, tags: [String] = [], difficulty: Int = 1, form: Form,
    explanation: String, plot: CardPlot? = nil, flashcardID: String? = nil
  ) {
    self.id = id
    self.section = section
    self.tags = tags
    self.difficulty = difficulty
    self.form = form
    self.explanation = explanation
    self.plot = plot
    self.flashcardID = flashcardID
  }

  /// Whether digits alone can answer the question.
  public var isAnsweredByKeys: Bool {
    switch form {
    case .choice, .curve, .network, .trueFalse, .order, .match, .diagnose: true
    case .basic, .cloze, .numeric, .several, .gap, .point, .sketch: false
    }
  }

  /// Whether keys or a line of text answer it, so that it can be asked within a section.
  public var isAskedInText: Bool {
    switch form {
    case .numeric, .gap: true
    default: isAnsweredByKeys
    }
  }

  /// The lists of choices from which an answer takes one each, or several from the only one.
  public var choiceLists: [[Choice]] {
    switch form {
    case .choice(let question), .several(let question), .curve(_, let question),
      .network(_, let question):
      [question.choices]
    case .trueFalse(let question): [question.reasons]
    case .diagnose(let question): [question.causes, question.remedies]
    case .basic, .cloze, .gap, .numeric, .order, .match, .point, .sketch: []
    }
  }

  /// Whether it is a flashcard, which the learner grades.
  public var isFlashcard: Bool {
    switch form {
    case .basic, .cloze: true
    default: false
    }
  }
}

/// A plot on a card: functions by name, never samples.
public struct CardPlot: Hashable, Sendable {
  public var figure: PlotFigure
  /// Whether the curve's name is hidden until the answer.
  public var hidesLabel: Bool
  /// The x at which the value is asked for; the point is marked with the answer.
  public var asked: Double?

  public init(figure: PlotFigure, hidesLabel: Bool = false, asked: Double? = nil) {
    self.figure = figure
    self.hidesLabel = hidesLabel
    self.asked = asked
  }
}
