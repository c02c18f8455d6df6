public import Activations
public import Lessons
import Practice

/// Generates an unlimited number of questions from the catalogue of functions.
///
/// Equal seeds generate equal questions. Every answer is computed, every wrong choice names a misconception, a curve is
/// asked only if its choices can be distinguished, and a function only if the deck or the glossary introduces it.
public struct QuestionMaker: Sendable {
  /// The id of the flashcard for a concept, by "function/topic" or by topic alone.
  private let concepts: [String: String]
  /// Ids of sections by flashcard, so that a question links to the section that teaches it.
  private let sections: [String: String]
  private let scope: MathScope
  /// The topics with anything to ask about.
  private var topics: [MathTopic]

  private let pool: FunctionPool

  /// Creates a maker.
  ///
  /// - Parameters:
  ///   - deck: Questions link to the flashcards of the same concept.
  ///   - glossary: A function with a term of its own is introduced by the term's section.
  ///   - read: Ids of the sections that questions are about; nil for all.
  ///   - functions: The functions to ask about, by their roles.
  public init(
    _ deck: Deck, glossary: Glossary = Glossary(), sections read: Set<String>? = nil,
    functions: [Activation] = Catalogue.all
  ) {
    pool = FunctionPool(functions)
    concepts = deck.concepts
    sections = Dictionary(deck.cards.map { ($0.id, $0.section) }) { first, _ in first }
    scope = MathScope(deck, glossary, sections: read)
    topics = MathTopic.allCases
    topics = topics.filter { topic in
      if topic == .diagnosis { return FaultCase.ids.contains { isInScope(topic, $0) } }
      return topic.isAboutFunctions ? !targets(topic, level: 3).isEmpty : isInScope(topic, nil)
    }
  }

  /// Whether there is nothing to ask about.
  public var isEmpty: Bool { topics.isEmpty }

  private func isInScope(_ topic: MathTopic, _ function: String?) -> Bool {
    let card = flashcard(for: topic, function)
    return scope.covers(function: function, cardSection: card.flatMap { sections[$0] })
  }

  /// The id of the flashcard with the same fact as a question.
  private func flashcard(for topic: MathTopic, _ function: String?) -> String? {
    // A reading question belongs to the concept of the value.
    let topic = topic == .reading ? MathTopic.value : topic
    let keys = function.map { ["\($0)/\(topic.rawValue)"] } ?? []
    return (keys + [topic.rawValue]).lazy.compactMap { concepts[$0] }.first
  }

  /// Generates a question.
  ///
  /// - Parameters:
  ///   - seed: Equal seeds generate equal questions if `isLegible` gives equal answers.
  ///   - level: The greatest difficulty, from 1 to 3.
  ///   - isProduced: Whether answers may have to be produced; otherwise every question has choices.
  ///   - isLegible: Whether the curve of a question can be distinguished from those of its choices where it will be
  ///     drawn. If not, other ranges are tried, and then another question.
  /// - Returns: The question as a card; nil if no draft was in scope.
  public func question(
    seed: UInt64, level: Int = 3, isProduced: Bool = false,
    isLegible: (Card) -> Bool = { _ in true }
  ) -> Card? {
    var random = SeededGenerator(seed: seed)
    let level = max(1, level)
    let topics = topics.filter { $0.difficulty <= level && (isProduced || !$0.isProduced) }
    guard !topics.isEmpty else { return nil }
    for _ in 0..<Self.topicsTried {
      let topic = Self.topic(among: topics, level, &random)
      for _ in 0..<Self.draftsTried {
        if let card = question(topic, level, isProduced, &random, isLegible) { return card }
      }
    }
    return nil
  }

  /// The maximum number of random topics, and of drafts of each; some drafts have too few wrong choices, or a curve that
  /// cannot be distinguished.
  private static let (topicsTried, draftsTried) = (50, 20)

  /// A random topic: first the need, by its share, then one of its topics, twice as likely if it is of this level.
  private static func topic(
    among topics: [MathTopic], _ level: Int, _ random: inout SeededGenerator
  ) -> MathTopic {
    let needs = MathTopic.Need.allCases.filter { need in topics.contains { $0.need == need } }
    let need = needs.flatMap { Array(repeating: $0, count: $0.share) }.one(&random)
    return topics.filter { $0.need == need }
      .flatMap { Array(repeating: $0, count: $0.difficulty == level ? 2 : 1) }.one(&random)
  }

  /// A question of a topic; nil if a random draft is of no use.
  func question(
    _ topic: MathTopic, _ level: Int, _ isProduced: Bool, _ random: inout SeededGenerator,
    _ isLegible: (Card) -> Bool
  ) -> Card? {
    let functions = topic.isAboutFunctions ? targets(topic, level: level) : []
    guard !topic.isAboutFunctions || !functions.isEmpty else { return nil }
    if topic == .point {
      return PointQuestions.point(functions, &random).flatMap { draft in
        let card = card(draft)
        return isInScope(draft.concept, draft.function) && isLegible(card) ? card : nil
      }
    }
    guard let set = set(topic, functions, level, &random), set.isSound,
      set.answers.allSatisfy({ isInScope($0.topic ?? topic, $0.subject) })
    else { return nil }
    let asked = set.answers.indices.shuffled(using: &random)
    for window in set.windows {
      let set = set.shown(in: window)
      let card = card(set.draft(asking: asked[0]), isTyped: isProduced)
      // All curves of a set must be fit to be asked, or the choices would tell which ones are.
      let others = window == nil ? [] : asked.dropFirst().map { self.card(set.draft(asking: $0)) }
      if isLegible(card), others.allSatisfy(isLegible) { return card }
    }
    return nil
  }

  /// The functions that a topic may ask about.
  private func targets(_ topic: MathTopic, level: Int) -> [BoundActivation] {
    let functions = topic == .parameter ? pool.families : pool.functions(level)
    return functions.filter { isInScope(topic, $0.activation.id) }
  }

  /// Choices of a topic, each with the question that it answers.
  private func set(
    _ topic: MathTopic, _ functions: [BoundActivation], _ level: Int,
    _ random: inout SeededGenerator
  ) -> AnswerSet? {
    switch topic {
    case .point: nil
    case .curve: CurveQuestions.whoseCurve(functions, &random)
    case .slopeCurve: CurveQuestions.whoseSlope(functions, &random)
    case .parameter: CurveQuestions.whichParameter(functions, &random)
    case .reading: ReadingQuestions.reading(functions, &random)
    case .value: ValueQuestions.values(functions, targets(.slope, level: level), &random)
    case .slope: ValueQuestions.values(targets(.value, level: level), functions, &random)
    case .range: RangeQuestions.range(functions, &random)
    case .limit: RangeQuestions.limit(functions, &random)
    case .saturation: ShareQuestions.saturation(functions, &random)
    case .product: GradientQuestions.product(functions, &random)
    case .unit: ShareQuestions.unit(&random)
    case .initialisation: InitialisationQuestions.weights(&random)
    case .pairing: PairingQuestions.pairing(&random)
    case .logits: LogitQuestions.logits(&random)
    case .firstLoss: FirstLossQuestions.loss(&random)
    case .outputBias: FirstLossQuestions.bias(&random)
    case .numerics: NumericsQuestions.numerics(&random)
    case .diagnosis: DiagnosisQuestions.diagnosis({ isInScope(.diagnosis, $0) }, &random)
    case .compare: CompareQuestions.compare(&random)
    case .shape: ShapeQuestions.shape(&random)
    }
  }

  private func card(_ draft: QuestionDraft, isTyped: Bool = false) -> Card {
    let flashcard = flashcard(for: draft.concept, draft.function)
    let question = ChoiceQuestion(front: draft.front, choices: draft.choices)
    var form = Card.Form.choice(question)
    if isTyped, let typed = draft.typed {
      form = .numeric(typed)
    } else if let figure = draft.figure {
      form =
        draft.point.map { .point(CardPlot(figure: figure), $0) }
        ?? .curve(CardPlot(figure: figure, hidesLabel: true, asked: draft.asked), question)
    }
    let id = ["maths", draft.topic.rawValue, draft.function ?? ""].filter { !$0.isEmpty }
    return Card(
      id: id.joined(separator: "-"), section: flashcard.flatMap { sections[$0] } ?? "",
      tags: [draft.topic.isAboutFunctions ? draft.function ?? "" : draft.topic.rawValue],
      difficulty: draft.topic.difficulty,
      form: form, explanation: draft.explanation, flashcardID: flashcard)
  }
}
