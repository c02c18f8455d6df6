import Lessons
import Testing

@testable import Practice

struct ProducedAnswerTests {
  private func card(_ form: Card.Form) -> Card {
    Card(id: "q", section: "s", form: form, explanation: "")
  }

  private var number: Card {
    card(.numeric(NumericQuestion(front: "", answer: 1, tolerance: .absolute(0))))
  }

  @Test func rightAtOnceIsGoodAndAtTheSecondTryHard() {
    var answer = ProducedAnswer(to: number)
    #expect(!answer.isSecondTry && answer.grade(.right) == .good)
    answer = ProducedAnswer(to: number)
    #expect(answer.grade(.wrong(nil)) == nil && answer.isSecondTry)
    #expect(answer.grade(.right) == .hard)
    answer = ProducedAnswer(to: number)
    #expect(answer.grade(.wrong("no")) == nil && answer.grade(.wrong(nil)) == .again)
  }

  @Test func whatIsNoAnswerIsNoTry() {
    var answer = ProducedAnswer(to: number)
    for _ in 0..<5 { #expect(answer.grade(.unreadable) == nil) }
    #expect(!answer.isSecondTry && answer.grade(.right) == .good)
  }

  @Test func helpMakesARightAnswerHard() {
    var answer = ProducedAnswer(to: number)
    answer.help()
    #expect(!answer.isSecondTry && answer.grade(.right) == .hard)
  }

  /// Three items are right by chance once in six times, four once in twenty-four.
  @Test func whatIsOftenGuessedHasOneTryAndIsNeverGood() {
    func order(_ count: Int) -> ProducedAnswer {
      let items = (0..<count).map { "\($0)" }
      return ProducedAnswer(to: card(.order(OrderQuestion(front: "", items: items))))
    }
    for count in 2...3 {
      var (right, wrong) = (order(count), order(count))
      #expect(right.grade(.right) == .hard && wrong.grade(.wrong(nil)) == .again)
    }
    for count in 4...6 {
      var (right, wrong) = (order(count), order(count))
      #expect(right.grade(.right) == .good && wrong.grade(.wrong(nil)) == nil)
    }
  }

  @Test func aPointIsRightWithinItsTolerance() {
    let point = PointQuestion(
      front: "", target: .minimum, answer: -0.75, tolerance: 0.12,
      mistakes: [PointQuestion.Mistake(x: 0, feedback: "F.")])
    let plot = CardPlot(figure: PlotFigure(functions: ["gelu"], x: -4...2))
    for seed in 0..<500 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let asked = AskedQuestion(card(.point(plot, point)), using: &random)
      // Where the marker is at first is not the answer.
      let start = PointQuestion.place(asked.start, in: plot.figure.x)
      #expect(asked.verdict(on: .values([start])) != .right)
      #expect(asked.verdict(on: .values([-0.64])) == .right)
      #expect(asked.verdict(on: .values([-0.6])) == .wrong(nil))
      #expect(asked.verdict(on: .values([0.1])) == .wrong("F."))
      #expect(asked.verdict(on: .values([])) == .unreadable)
    }
  }

  @Test(arguments: ["0.5", ".5", "0,50", "1/2", "5e-1"])
  func aGapForANumberAcceptsItsOtherForms(text: String) {
    let half = GapQuestion(text: "σ(0) = ___", answers: ["0.5"])
    #expect(half.verdict(on: text) == .right)
    #expect(half.verdict(on: "0.51") == .wrong(nil))
    #expect(GapQuestion(text: "___", answers: ["half"]).verdict(on: text) == .wrong(nil))
  }
}
