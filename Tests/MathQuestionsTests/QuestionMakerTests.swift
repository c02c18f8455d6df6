import Activations
import Foundation
import LessonReader
import Lessons
import Practice
import TestCourse
import Testing

@testable import MathQuestions

struct QuestionMakerTests {
  private static let maker = QuestionMaker(Deck(id: "d", title: "D", cards: []))

  @Test(arguments: 0..<20) func everyQuestionHasExactlyOneRightAnswer(block: Int) throws {
    for seed in (block * 5000)..<((block + 1) * 5000) {
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

  @Test func statedNumbersMatchTheFunctions() throws {
    var checked: [String: Int] = [:]
    for seed in 0..<20_000 {
      let card = try #require(Self.maker.question(seed: UInt64(seed)))
      let parts = card.id.split(separator: "-", maxSplits: 2).map(String.init)
      guard parts.count == 3,
        let function = try? Catalogue.activation(named: parts[2]).withDefaults,
        let choices = card.choices
      else { continue }
      // Computes the answer again from the text of the question.
      let front = card.prompt
      let holds: (String) -> Bool
      switch parts[1] {
      case "value", "slope":
        let x = try #require(number(String(front.dropLast().split(separator: " ").last ?? "")))
        let truth = parts[1] == "value" ? function(x) : function.derivative(x)
        holds = { abs((number($0) ?? .nan) - truth) <= 0.0005 + 1e-12 }
      case "range": holds = { $0 == "\(function.range)" }
      case "limit":
        let limit = function(front.contains("−∞") ? -.infinity : .infinity)
        holds = {
          $0.hasSuffix("∞")
            ? limit == ($0 == "∞" ? .infinity : -.infinity)
            : abs((number($0) ?? .nan) - limit) < 0.0006
        }
      case "saturation":
        holds = { abs(function.derivative(number(String($0.dropFirst(4))) ?? .nan)) < 0.01 }
      default: continue
      }
      checked[parts[1], default: 0] += 1
      for choice in choices {
        #expect(holds(choice.text) == choice.isCorrect, "seed \(seed): \(front) \(choice.text)")
      }
    }
    #expect(checked.count == 5 && checked.values.allSatisfy { $0 > 300 }, "\(checked)")
  }

  /// Answers that fit each task; a scan with two classes can also use softmax.
  private static let fitting: [(task: String, answers: [String])] = [
    ("kinds of bird", ["softmax"]), ("tags", ["a sigmoid for each"]),
    ("fracture", ["one sigmoid", "a sigmoid for each", "softmax"]),
    ("temperature", ["squared error", "Huber loss"]), ("prices", ["Huber loss", "squared error"]),
  ]

  @Test func noFittingAnswerIsAWrongChoice() throws {
    var seen: [String: Int] = [:]
    for seed in 0..<2000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let draft = try #require(NetworkQuestions.pairing(&random))
      let pairing = try #require(Self.fitting.first { draft.front.contains($0.task) })
      seen[pairing.task, default: 0] += 1
      for choice in draft.choices {
        let fits = pairing.answers.contains { choice.text.contains($0) }
        #expect(fits == choice.isCorrect, "\(draft.front) \(choice.text)")
      }
    }
    #expect(seen.count == 5 && seen.values.allSatisfy { $0 > 100 })
  }

  @Test func unitsAreClassifiedByTheirOutputs() throws {
    var kinds: Set<String> = []
    for seed in 0..<3000 {
      let card = try #require(Self.maker.question(seed: UInt64(seed), level: 1))
      guard card.id == "maths-unit", let right = card.choices?.first(where: \.isCorrect) else {
        continue
      }
      let text = card.prompt.replacing("−", with: "-").replacing(" ", with: "")
      let match = try #require(
        text.firstMatch(of: /ReLU\((-?\d+)x([+-]\d+)\).*between(-?\d+)and(-?\d+)\./))
      let (w, b, low, high) = (
        Double(match.1) ?? .nan, Double(match.2) ?? .nan, Double(match.3) ?? .nan,
        Double(match.4) ?? .nan
      )
      let outputs = (0...40).map { max(0, w * (low + (high - low) * Double($0) / 40) + b) }
      let truth =
        outputs.allSatisfy { $0 == 0 }
        ? "dead" : outputs.allSatisfy { $0 > 0 } ? "always active" : "some of them"
      kinds.insert(truth)
      #expect(right.text.contains(truth), "\(card.prompt)")
    }
    #expect(kinds.count == 3)
  }

  @Test func equalSeedsGiveEqualQuestionsAndAllTopicsOccur() throws {
    var topics: Set<String> = []
    for seed in 0..<2000 as Range<UInt64> {
      let card = try #require(Self.maker.question(seed: seed))
      #expect(card == Self.maker.question(seed: seed))
      if let topic = MathTopic.allCases.filter({ card.id.hasPrefix("maths-\($0.rawValue)") }).max(
        by: { $0.rawValue.count < $1.rawValue.count })
      {
        topics.insert(topic.rawValue)
      }
      #expect(card.id.count <= 64 && card.id.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" })
    }
    #expect(topics == Set(MathTopic.allCases.filter { !$0.isProduced }.map(\.rawValue)))
  }

  /// The ids of the functions that questions of one topic are about.
  private func asked(_ topic: MathTopic, level: Int) -> Set<String> {
    let start = "maths-\(topic.rawValue)-"
    let cards = (0..<12_000 as Range<UInt64>).compactMap {
      Self.maker.question(seed: $0, level: level)
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
    let families = Catalogue.all.filter { $0.parameters.contains { !$0.compared.isEmpty } }
    #expect(asked(.parameter, level: 3) == ids(families))
  }

  @Test func withoutFunctionsQuestionsAreAboutNetworks() throws {
    let maker = QuestionMaker(Deck(id: "d", title: "D", cards: []), functions: [])
    for seed in 0..<200 as Range<UInt64> {
      let card = try #require(maker.question(seed: seed, level: 1 + Int(seed % 3)))
      #expect(["maths-unit", "maths-pairing", "maths-shape"].contains(card.id))
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

  @Test func conceptsOfTheBundledDeckAreKnown() throws {
    let deck = try TestCourse.bundled.get().deck
    let topics = Set(MathTopic.allCases.map(\.rawValue))
    for concept in deck.concepts.keys {
      let parts = concept.split(separator: "/").map(String.init)
      #expect(topics.contains(parts.last ?? ""), "\(concept)")
      if parts.count == 2 {
        #expect(throws: Never.self) { try Catalogue.activation(named: parts[0]) }
      }
    }
    let maker = QuestionMaker(deck)
    let cards = (0..<3000 as Range<UInt64>).compactMap { maker.question(seed: $0, level: 1) }
    let linked = cards.filter { $0.flashcardID != nil }
    #expect(Double(linked.count) > 0.9 * Double(cards.count), "\(linked.count)")
    #expect(linked.allSatisfy { deck.card(id: $0.flashcardID ?? "")?.section == $0.section })
  }

  @Test func questionsAreAboutSectionsReadOnly() throws {
    let deck = try TestCourse.bundled.get().deck
    let sections = Set(deck.cards.map(\.section))
    for read in sections {
      let maker = QuestionMaker(deck, sections: [read])
      let cards = (0..<300 as Range<UInt64>).compactMap { seed in
        maker.question(seed: seed, level: 1 + Int(seed % 3))
      }
      #expect(cards.allSatisfy { $0.section == read || $0.section.isEmpty })
      if maker.isEmpty { #expect(cards.isEmpty) }
    }
    #expect(QuestionMaker(deck, sections: []).isEmpty)
    // With all sections, all that has a card is asked, and functions without any card are not.
    let all = QuestionMaker(deck, sections: sections)
    let tagged = Set(
      deck.flashcards.flatMap(\.card.tags)
        + deck.concepts.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
    for seed in 0..<500 as Range<UInt64> {
      let card = try #require(all.question(seed: seed))
      #expect(card.flashcardID != nil || card.tags.contains(where: tagged.contains), "\(card.id)")
    }
  }

  private func number(_ text: String) -> Double? { Double(text.replacing("−", with: "-")) }
}

extension Card {
  /// The choices, if it has any.
  fileprivate var choices: [Choice]? {
    switch form {
    case .choice(let question), .curve(_, let question): question.choices
    default: nil
    }
  }
}
