import Activations
import Lessons
import Practice
import Testing

@testable import MathQuestions

struct QuestionMakerTests {
  private static let maker = DrawnQuestions.maker

  @Test(arguments: 0..<6) func everyQuestionHasExactlyOneRightAnswer(block: Int) throws {
    for seed in (block * 1000)..<((block + 1) * 1000) {
      let card = try #require(Self.maker.question(seed: UInt64(seed), level: 1 + seed % 3))
      guard let choices = card.choices else {
        Issue.record("seed \(seed) has no choices")
        continue
      }
      let texts = Set(choices.map(\.text))
      let isSound =
        choices.count(where: \.isCorrect) == 1 && texts.count == choices.count
        && (3...4).contains(choices.count) && Set(choices.map(\.id)).count == choices.count
        && choices.allSatisfy { $0.isCorrect == ($0.feedback == nil) && !$0.text.isEmpty }
        && !card.explanation.isEmpty && card.difficulty <= 1 + seed % 3
      if !isSound { Issue.record("seed \(seed): \(card)") }
    }
  }

  @Test func equalSeedsGiveEqualQuestionsAndAllTopicsOccur() throws {
    var topics: Set<String> = []
    for seed in 0..<3000 as Range<UInt64> {
      let card = try #require(Self.maker.question(seed: seed))
      if seed < 300 { #expect(card == Self.maker.question(seed: seed)) }
      topics.insert(try topic(card).rawValue)
      #expect(card.id.count <= 64 && card.id.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" })
    }
    #expect(topics == Set(DrawnQuestions.choiceTopics.map(\.rawValue)))
  }

  /// Learners' records and decks name topics by these words.
  @Test func topicsKeepTheirNames() {
    for name in [
      "curve", "slope-curve", "parameter", "reading", "value", "slope", "range", "limit",
      "saturation", "point", "product", "unit", "pairing", "shape",
    ] {
      #expect(MathTopic(rawValue: name) != nil, "\(name)")
    }
  }

  private func topic(_ card: Card) throws -> MathTopic {
    try #require(
      MathTopic.allCases.filter { card.id.hasPrefix("maths-\($0.rawValue)") }
        .max { $0.rawValue.count < $1.rawValue.count })
  }

  @Test func questionsAreAskedAsTheyAreNeeded() throws {
    var counts: [MathTopic.Need: Int] = [:]
    let seeds = 0..<4000 as Range<UInt64>
    for seed in seeds {
      let card = try #require(Self.maker.question(seed: seed, isProduced: true))
      counts[try topic(card).need, default: 0] += 1
    }
    for need in MathTopic.Need.allCases {
      let share = 100 * Double(counts[need] ?? 0) / Double(seeds.count)
      // Drafts that are of no use are drawn again, so the shares shift a little.
      #expect(abs(share - Double(need.share)) < 4, "\(need): \(share) %")
    }
    #expect(MathTopic.Need.allCases.map(\.share).reduce(0, +) == 100)
  }

  @Test func levelsFollowEachOther() throws {
    for level in 1...3 {
      let cards = (0..<600 as Range<UInt64>).compactMap {
        Self.maker.question(seed: $0, level: level)
      }
      #expect(cards.allSatisfy { $0.difficulty <= level })
      let own = cards.count { $0.difficulty == level }
      #expect(Double(own) > 0.4 * Double(cards.count), "level \(level): \(own)")
    }
  }

  @Test func numbersAreTypedWhereAnswersMayBeProduced() {
    let cards = (0..<1000 as Range<UInt64>).compactMap {
      Self.maker.question(seed: $0, isProduced: true)
    }
    let typed = cards.count { $0.choices == nil }
    #expect((300...700).contains(typed), "\(typed)")
  }

  /// The ids of the functions that questions of one topic are about.
  private func asked(_ topic: MathTopic, level: Int, of maker: QuestionMaker = maker) -> Set<String>
  {
    var random = SeededGenerator(seed: 3)
    let start = "maths-\(topic.rawValue)-"
    let cards = (0..<1500).compactMap { _ in
      maker.question(topic, level, false, &random) { _ in true }
    }
    return Set(
      cards.map(\.id).filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) })
  }

  @Test func everyFunctionIsAskedAboutAsItsRolesSay() {
    func ids(_ functions: [Activation]) -> Set<String> { Set(functions.map(\.id)) }
    let basic = ids(Catalogue.functions(in: .basicQuestions))
    let advanced = ids(Catalogue.functions(in: .advancedQuestions))
    #expect(asked(.range, level: 1) == basic)
    #expect(asked(.limit, level: 2) == basic)
    #expect(asked(.value, level: 3) == basic.union(advanced))
    #expect(asked(.curve, level: 3) == basic.union(advanced))
    #expect(asked(.slopeCurve, level: 3) == basic.union(advanced))
    let families = Catalogue.all.filter { $0.parameters.contains { !$0.compared.isEmpty } }
    #expect(asked(.parameter, level: 3) == ids(families))
  }

  @Test func withoutFunctionsQuestionsAreAboutNetworks() throws {
    let maker = QuestionMaker(Deck(id: "d", title: "D", cards: []), functions: [])
    for seed in 0..<200 as Range<UInt64> {
      let card = try #require(maker.question(seed: seed, level: 1 + Int(seed % 3)))
      #expect(try !topic(card).isAboutFunctions)
    }
  }

  private func flashcard(_ id: String, in section: String, _ concepts: [String]) -> Card {
    var card = Card(
      id: id, section: section, form: .basic(front: "", back: ""), explanation: "")
    card.concepts = concepts
    return card
  }

  @Test func onlyFunctionsAreAskedThatTheCourseIntroduces() {
    let deck = Deck(
      id: "d", title: "D",
      cards: ["sigmoid", "tanh", "relu", "gelu"].enumerated().map { index, function in
        flashcard(function, in: index < 3 ? "one" : "two", ["\(function)/value"])
      })
    let glossary = Glossary([
      Glossary.Term(id: "softplus", term: "softplus", definition: "", section: "two")
    ])
    let all = QuestionMaker(deck, glossary: glossary)
    #expect(asked(.curve, level: 3, of: all) == ["sigmoid", "tanh", "relu", "gelu", "softplus"])
    let one = QuestionMaker(deck, glossary: glossary, sections: ["one"])
    #expect(asked(.curve, level: 3, of: one) == ["sigmoid", "tanh", "relu"])
    #expect(asked(.range, level: 3, of: one) == ["sigmoid", "tanh", "relu"])
    #expect(QuestionMaker(deck, glossary: glossary, sections: ["three"]).isEmpty)
  }

  /// A function that is not met yet is no choice either.
  @Test func choicesAreFunctionsThatTheCourseIntroduces() {
    let deck = Deck(
      id: "d", title: "D",
      cards: ["sigmoid", "tanh", "relu", "elu"].map {
        flashcard($0, in: "one", ["\($0)/value"])
      })
    for card in DrawnQuestions.cards(.curve, count: 100, of: QuestionMaker(deck, sections: ["one"]))
    {
      for choice in card.choices ?? [] {
        #expect(["sigmoid", "tanh", "relu", "elu"].contains(choice.function), "\(choice)")
      }
    }
  }

  @Test func illegibleCurvesAreZoomedOrSkipped() throws {
    for seed in 0..<300 as Range<UInt64> {
      let zoomed = try #require(
        Self.maker.question(seed: seed) { card in
          guard case .curve(let plot, _) = card.form else { return true }
          return plot.figure.x == -8...8
        })
      if case .curve(let plot, _) = zoomed.form { #expect(plot.figure.x == -8...8) }
      let none = try #require(
        Self.maker.question(seed: seed) { card in
          if case .curve = card.form { return false }
          return true
        })
      if case .curve = none.form { Issue.record("a curve was asked") }
    }
  }

  /// If only some of the choices can be told from the others, crossing these out would help.
  @Test func aCurveIsAskedOnlyIfEveryChoiceCouldBe() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let card = Self.maker.question(.curve, 3, false, &random) { card in
        guard case .curve(let plot, _) = card.form else { return true }
        return plot.figure.functions != ["relu"]
      }
      #expect(card?.choices?.contains { $0.function == "relu" } != true)
    }
  }
}
