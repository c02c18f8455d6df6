import Activations
import Lessons
import Practice
import Testing

@testable import MathQuestions

/// Generated questions about a point of a curve.
struct PointQuestionsTests {
  private static let maker = DrawnQuestions.maker

  private static let cards = DrawnQuestions.cards(.point, count: 200, isProduced: true)

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
    for card in Self.cards {
      guard case .point(let plot, let question) = card.form else { continue }
      #expect(!question.rightSteps(in: plot.figure.x).isEmpty, "\(question)")
      #expect(plot.figure.functions.count == 1 && !card.explanation.isEmpty)
      #expect(question.mistakes.allSatisfy { !question.accepts($0.x) }, "\(question)")
      let samples = try samples(plot)
      let far = samples.filter { abs($0.x - question.answer) > question.tolerance }
      let near = samples.filter { abs($0.x - question.answer) <= question.tolerance }.map(\.y)
      switch question.target {
      case .minimum:
        let least = try #require(near.min())
        #expect(far.allSatisfy { $0.y > least }, "\(question)")
      case .maximum:
        let most = try #require(near.max())
        #expect(far.allSatisfy { $0.y < most }, "\(question)")
      case .crosses(let level):
        let (low, high) = (near.min() ?? .nan, near.max() ?? .nan)
        #expect(low <= level && level <= high, "\(question)")
        // On each side of the answer, the curve stays on one side of the level.
        for isLeft in [true, false] {
          let side = far.filter { ($0.x < question.answer) == isLeft }
          let isAbove = side.allSatisfy { $0.y > level }
          #expect(isAbove || side.allSatisfy { $0.y < level }, "\(question)")
        }
      }
    }
  }

  @Test func allKindsOfPointsAreAskedFor() {
    let fronts = Self.cards.map(\.prompt)
    for word in [" lowest?", " highest?", " cross ", "the slope of "] {
      #expect(fronts.contains { $0.contains(word) }, "\(word)")
    }
    #expect(Set(Self.cards.map(\.id)).count >= 5)
  }

  @Test func aRandomPointIsSeldomRight() {
    for card in Self.cards {
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
    let drawn = { DrawnQuestions.cards(.point, count: 200, isProduced: true, of: $0) }
    for maker in [all, read] {
      for card in drawn(maker) {
        guard card.id == "maths-point-gelu", case .point(let plot, let question) = card.form else {
          continue
        }
        let isSlope = plot.figure.derivative == .only
        let topic = isSlope ? "slope" : question.target == .minimum ? "range" : "value"
        #expect(card.flashcardID == topic)
        linked.insert(topic)
      }
    }
    #expect(drawn(read).allSatisfy { $0.flashcardID == "range" })
    #expect(linked == ["range", "slope", "value"])
  }
}
