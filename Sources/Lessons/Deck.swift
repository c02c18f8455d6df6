/// Flashcards and questions of a lesson.
public struct Deck: Sendable {
  /// The author's id.
  public var id: String
  /// The title.
  public var title: String
  /// Every card, in the author's order.
  public let cards: [Card]
  /// Everything that is asked as a flashcard: basic cards, and one item for each gap of a cloze.
  public let flashcards: [Flashcard]
  /// Every question.
  public let questions: [Card]
  /// The id of the flashcard that holds each concept that questions are made about.
  public let concepts: [String: String]
  private let indexByID: [String: Int]

  /// Makes a deck; of cards with the same id only the first can be found by it.
  public init(id: String, title: String, cards: [Card]) {
    self.id = id
    self.title = title
    self.cards = cards
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

/// A card of the deck: something to know, in one of several forms.
public struct Card: Hashable, Sendable, Identifiable {
  /// The form, and what belongs to it.
  public enum Form: Hashable, Sendable {
    case basic(front: String, back: String, hint: String?)
    case cloze(ClozeText, accepted: [String: [String]])
    case choice(ChoiceQuestion)
    /// A choice of which several are right, and all of them are wanted.
    case several(ChoiceQuestion)
    case gap(GapQuestion)
    case numeric(NumericQuestion)
    case trueFalse(TrueFalseQuestion)
    case order(OrderQuestion)
    case match(MatchQuestion)
    /// A choice about a curve that is drawn without its name.
    case curve(CardPlot, ChoiceQuestion)
    /// A choice about what becomes of a gradient in a network, which is drawn with the answer.
    case network(GradientFigure, ChoiceQuestion)
  }

  /// The author's id: `[a-z0-9-]`, 1 to 64 of them, kept for ever.
  public var id: String
  /// The id of the section that teaches it.
  public var section: String
  /// What it is about.
  public var tags: [String]
  /// 1 easy to 3 hard; orders new cards and nothing else.
  public var difficulty: Int
  /// The form, and what belongs to it.
  public var form: Form
  /// Why the right answer is right.
  public var explanation: String
  /// A plot that is shown with the answer.
  public var plot: CardPlot?
  /// For a question, the id of the flashcard that holds the same fact.
  public var flashcardID: String?
  /// For a flashcard, what questions made from the maths may ask about it, such as "relu/range".
  public var concepts: [String] = []

  /// Makes a card.
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

  /// Whether it is a question that digits alone can answer.
  public var isAnsweredByKeys: Bool {
    switch form {
    case .choice, .curve, .network, .trueFalse, .order, .match: true
    case .basic, .cloze, .numeric, .several, .gap: false
    }
  }

  /// Whether the learner grades the answer, as on a flashcard.
  public var isFlashcard: Bool {
    switch form {
    case .basic, .cloze: true
    default: false
    }
  }
}

/// A drawing on a card: functions by name, never points.
public struct CardPlot: Hashable, Sendable {
  /// What is drawn.
  public var figure: PlotFigure
  /// Whether the curve's name must not be shown before the answer.
  public var hidesLabel: Bool

  /// Makes a drawing.
  public init(figure: PlotFigure, hidesLabel: Bool = false) {
    self.figure = figure
    self.hidesLabel = hidesLabel
  }
}
