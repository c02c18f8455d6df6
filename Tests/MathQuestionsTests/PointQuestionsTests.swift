import Activations
import Lessons
import Practice
import Testing

@testable import MathQuestions

/// Generated questions about a point of a curve.
struct PointQuestionsTests {
  private static let maker = QuestionMaker(Deck(id: "d", title: "D", cards: []))

  private static let cards = (0..<6000 as Range<UInt64>).compactMap { seed -> (UInt64, Card)? in
    guard let card = maker.question(seed: seed, isProduced: true), case .point = card.form else {
      return nil
    }
    return (seed, card)
  }

  /// The drawn curve at a thousand places, computed again.
  private func samples(_ plot: CardPlot) throws -> [(x: Double, y: Double)] {
    let name = try #require(plot.figure.functions.first)
    let function = try Catalogue.activation(named: name).withDefaults
    return (0...1000).map { number in
      let share = Double(number) / 1000
      let x = plot.figure.x.lowerBound * (1 - share) + plot.figure.x.upperBound * share
      return (x, plot.figure.derivative == .only ? function.derivative(x) : function(x))
    }
  }

  @Test func everyAnswerIsTheOnlyOneAndCanBeReached() throws {
    #expect(Self.cards.count >= 100)
    for (seed, card) in Self.cards {
      guard case .point(let plot, let question) = card.form else { continue }
      #expect(!question.rightSteps(in: plot.figure.x).isEmpty, "seed \(seed)")
      #expect(plot.figure.functions.count == 1 && !card.explanation.isEmpty)
      #expect(question.mistakes.allSatisfy { !question.accepts($0.x) }, "seed \(seed)")
      let samples = try samples(plot)
      let far = samples.filter { abs($0.x - question.answer) > question.tolerance }
      let near = samples.filter { abs($0.x - question.answer) <= question.tolerance }.map(\.y)
      switch question.target {
      case .minimum:
        let least = try #require(near.min())
        #expect(far.allSatisfy { $0.y > least }, "seed \(seed): \(question)")
      case .maximum:
        let most = try #require(near.max())
        #expect(far.allSatisfy { $0.y < most }, "seed \(seed): \(question)")
      case .crosses(let level):
        let (low, high) = (near.min() ?? .nan, near.max() ?? .nan)
        #expect(low <= level && level <= high, "seed \(seed): \(question)")
        // On each side of the answer, the curve stays on one side of the level.
        for isLeft in [true, false] {
          let side = far.filter { ($0.x < question.answer) == isLeft }
          let isAbove = side.allSatisfy { $0.y > level }
          #expect(isAbove || side.allSatisfy { $0.y < level }, "seed \(seed): \(question)")
        }
      }
    }
  }

  @Test func allKindsOfPointsAreAskedFor() {
    let fronts = Self.cards.map(\.1.prompt)
    for word in [" lowest?", " highest?", " cross ", "the slope of "] {
      #expect(fronts.contains { $0.contains(word) }, "\(word)")
    }
    #expect(Set(Self.cards.map(\.1.id)).count >= 5)
  }

  @Test func aRandomPointIsSeldomRight() {
    for (_, card) in Self.cards {
      #expect(card.guessChance > 0 && card.guessChance <= GuessCorrection.negligibleGuess)
    }
  }

  @Test func pointsAreOnlyAskedWhereTheyCanBeSet() {
    for seed in 0..<2000 as Range<UInt64> {
      if case .point? = Self.maker.question(seed: seed)?.form { Issue.record("seed \(seed)") }
    }
  }

  /// A question is linked to the flashcard of its fact, and not asked before that card's section is read.
  @Test func pointsBelongToTheFactTheyAskFor() throws {
    let deck = Deck(
      id: "d", title: "D",
      cards: ["range", "slope", "value"].map { topic in
        var card = Card(
          id: topic, section: topic, form: .basic(front: "", back: ""), explanation: "")
        card.concepts = ["gelu/\(topic)"]
        return card
      })
    let all = QuestionMaker(deck)
    let read = QuestionMaker(deck, sections: ["range"])
    var linked: Set<String> = []
    for seed in 0..<3000 as Range<UInt64> {
      for card in [all, read].compactMap({ $0.question(seed: seed, isProduced: true) }) {
        guard card.id == "maths-point-gelu", case .point(let plot, let question) = card.form else {
          continue
        }
        let isSlope = plot.figure.derivative == .only
        let topic = isSlope ? "slope" : question.target == .minimum ? "range" : "value"
        #expect(card.flashcardID == topic)
        linked.insert(topic)
      }
      if let card = read.question(seed: seed, isProduced: true), case .point = card.form {
        #expect(card.flashcardID == "range")
      }
    }
    #expect(linked == ["range", "slope", "value"])
  }
}
