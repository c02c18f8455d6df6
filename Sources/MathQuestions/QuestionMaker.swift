public import Activations
public import Lessons
import Practice

/// Generates an unlimited number of questions from the catalogue of functions.
///
/// Equal seeds generate equal questions. Every answer is computed, every wrong choice explains a confusion, and a curve
/// is asked only if its choices can be distinguished.
public struct QuestionMaker: Sendable {
  /// The id of the flashcard for a concept, by "function/topic" or by topic alone.
  private let concepts: [String: String]
  /// Ids of sections by flashcard, so that a question links to the section that teaches it.
  private let sections: [String: String]
  /// The scope of the questions; nil for the whole catalogue.
  private let scope: MathScope?
  /// The topics with anything to ask about.
  private var topics: [MathTopic]

  private let pool: FunctionPool

  /// Creates a maker.
  ///
  /// - Parameters:
  ///   - deck: Questions link to the flashcards of the same concept.
  ///   - read: Ids of the sections that questions are about; nil for all functions.
  ///   - functions: The functions to ask about, by their roles.
  public init(
    _ deck: Deck, sections read: Set<String>? = nil, functions: [Activation] = Catalogue.all
  ) {
    pool = FunctionPool(functions)
    concepts = deck.concepts
    sections = Dictionary(deck.cards.map { ($0.id, $0.section) }) { first, _ in first }
    scope = read.map { MathScope(deck, sections: $0) }
    topics = MathTopic.allCases
    guard scope != nil else { return }
    topics = topics.filter { topic in
      topic.isAboutFunctions ? !targets(topic, level: 3).isEmpty : isInScope(topic, nil)
    }
  }

  /// Whether there is nothing to ask about.
  public var isEmpty: Bool { topics.isEmpty }

  private func isInScope(_ topic: MathTopic, _ function: String?) -> Bool {
    guard let scope else { return true }
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
    let topics = topics.filter {
      $0.difficulty <= max(1, level) && (isProduced || !$0.isProduced)
    }
    guard !topics.isEmpty else { return nil }
    for _ in 0..<Self.attempts {
      let topic = topics[Int(random.next() % UInt64(topics.count))]
      if let draft = draft(topic, level, &random), isInScope(draft.concept, draft.function) {
        for card in draft.windows.map({ card(draft, in: $0) }) where isLegible(card) {
          return card
        }
      }
    }
    return nil
  }

  /// The maximum number of random drafts; some have too few wrong choices, or a curve that cannot be distinguished.
  private static let attempts = 1000

  /// The functions that a topic may ask about.
  private func targets(_ topic: MathTopic, level: Int) -> [BoundActivation] {
    let functions = topic == .parameter ? pool.families : pool.functions(level)
    return scope == nil ? functions : functions.filter { isInScope(topic, $0.activation.id) }
  }

  private func draft(
    _ topic: MathTopic, _ level: Int, _ random: inout SeededGenerator
  ) -> QuestionDraft? {
    let functions = targets(topic, level: level)
    // Wrong choices may be functions that were not introduced yet.
    let all = pool.functions(level)
    guard !(topic.isAboutFunctions && functions.isEmpty) else { return nil }
    return switch topic {
    case .curve: CurveQuestions.whoseCurve(functions, of: all, &random)
    case .slopeCurve: CurveQuestions.whoseSlope(functions, of: all, &random)
    case .parameter: CurveQuestions.whichParameter(functions, &random)
    case .reading: CurveQuestions.reading(functions, &random)
    case .point: PointQuestions.point(functions, &random)
    case .value: ValueQuestions.value(functions, &random)
    case .slope: ValueQuestions.slope(functions, &random)
    case .range: ValueQuestions.range(functions, &random)
    case .limit: ValueQuestions.limit(functions, &random)
    case .saturation: GradientQuestions.saturation(functions, &random)
    case .product: GradientQuestions.product(functions, &random)
    case .unit: GradientQuestions.unit(&random)
    case .pairing: NetworkQuestions.pairing(&random)
    case .shape: NetworkQuestions.shape(&random)
    }
  }

  private func card(_ draft: QuestionDraft, in window: ClosedRange<Double>?) -> Card {
    let flashcard = flashcard(for: draft.concept, draft.function)
    let question = ChoiceQuestion(front: draft.front, choices: draft.choices)
    var form = Card.Form.choice(question)
    if var figure = draft.figure {
      if let window { figure.x = window }
      form =
        draft.point.map { .point(CardPlot(figure: figure), $0) }
        ?? .curve(CardPlot(figure: figure, hidesLabel: true, asked: draft.asked), question)
    }
    let id = ["maths", draft.topic.rawValue, draft.function ?? ""].filter { !$0.isEmpty }
    return Card(
      id: id.joined(separator: "-"), section: flashcard.flatMap { sections[$0] } ?? "",
      tags: [draft.function ?? draft.topic.rawValue], difficulty: draft.topic.difficulty,
      form: form, explanation: draft.explanation, flashcardID: flashcard)
  }
}

/// A question before it becomes a card.
struct QuestionDraft {
  var topic: MathTopic
  /// The id of the function that it is about, if any.
  var function: String?
  var front: String
  /// The right choice first; none if the answer is a point.
  var choices: [Choice]
  var explanation: String
  /// The curve that is shown without its name.
  var figure: PlotFigure?
  /// The x at which the curve's value is asked for.
  var asked: Double?
  /// The question about a point of the curve.
  var point: PointQuestion?
  /// The concept of the flashcard with the same fact; nil if it is the topic.
  var taught: MathTopic?

  /// The concept of the flashcard with the same fact.
  var concept: MathTopic { taught ?? topic }

  /// Ranges to try, the best first; one nil for a question without a curve.
  var windows: [ClosedRange<Double>?] {
    guard let figure else { return [nil] }
    // A value can only be read in the range that shows it.
    if topic == .reading || topic == .point { return [figure.x] }
    return [figure.x, -3...3, -8...8, -1.5...1.5]
  }

  /// Builds choices, the right one first, and drops wrong ones with equal texts.
  ///
  /// - Parameters:
  ///   - right: The right answer.
  ///   - function: The function that it names, for a curve.
  ///   - wrong: Wrong answers, the most instructive first, each with the confusion behind it.
  /// - Returns: Three or four choices; nil if there are not enough wrong ones.
  static func choices(
    _ right: String, function: String? = nil,
    wrong: [(text: String, feedback: String, function: String?)]
  ) -> [Choice]? {
    var choices = [Choice(id: "right", text: right, isCorrect: true, function: function)]
    for (index, other) in wrong.enumerated()
    where choices.count < 4 && !choices.contains(where: { $0.text == other.text }) {
      choices.append(
        Choice(
          id: "wrong-\(index)", text: other.text, feedback: other.feedback,
          function: other.function))
    }
    return choices.count >= 3 ? choices : nil
  }
}

extension BoundActivation {
  /// The function's name in a question.
  var name: String { label }
}

extension Array {
  /// A random element.
  func one(_ random: inout SeededGenerator) -> Element { self[Int(random.next() % UInt64(count))] }
}

/// Formats numbers for questions.
enum NumberNotation {
  /// At most three decimals, without trailing zeros.
  static func short(_ number: Double) -> String {
    let rounded = (number * 1000).rounded() / 1000 + 0
    let text = "\(rounded)"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
      .replacing("-", with: "−")
  }

  /// Two digits and a power of ten, such as `9.5 × 10⁻⁷`.
  static func scientific(_ number: Double) -> String {
    guard number != 0 else { return "0" }
    var exponent = 0
    var mantissa = number.magnitude
    while mantissa < 0.995 {
      mantissa *= 10
      exponent -= 1
    }
    while mantissa >= 9.95 {
      mantissa /= 10
      exponent += 1
    }
    let digits = "\((mantissa * 10).rounded() / 10)"
    guard exponent != 0 else { return digits }
    let raised = "\(exponent)".map { character in
      character == "-"
        ? "⁻" : String("⁰¹²³⁴⁵⁶⁷⁸⁹".dropFirst(character.wholeNumberValue ?? 0).prefix(1))
    }.joined()
    return "\(digits) × 10\(raised)"
  }
}
