import Lessons
import Testing

@testable import Practice

struct GuessCorrectionTests {
  private let noon = 20_000 * 86400 + 12 * 3600

  private func card(_ form: Card.Form) -> Card {
    Card(id: "q", section: "s", form: form, explanation: "", flashcardID: "f")
  }

  private func choices(_ count: Int) -> [Choice] {
    (0..<count).map { Choice(id: "\($0)", text: "\($0)", isCorrect: $0 == 0) }
  }

  private func items(_ count: Int) -> [MatchQuestion.Item] {
    (0..<count).map { MatchQuestion.Item(id: "\($0)", text: "\($0)") }
  }

  @Test func theChanceOfAGuessIsThatOfARandomAnswer() {
    let question = ChoiceQuestion(front: "", choices: choices(4))
    #expect(card(.choice(question)).guessChance == 0.25)
    #expect(card(.several(question)).guessChance == 1.0 / 15)
    let statement = TrueFalseQuestion(statement: "", isTrue: true, reasons: choices(3))
    #expect(card(.trueFalse(statement)).guessChance == 1.0 / 6)
    #expect(card(.order(OrderQuestion(front: "", items: ["1", "2", "3"]))).guessChance == 1.0 / 6)
    let match = MatchQuestion(front: "", left: items(2), right: items(3), partners: [:])
    #expect(card(.match(match)).guessChance == 1.0 / 6)
    #expect(card(.gap(GapQuestion(text: "___", answers: ["a"]))).guessChance == 0)
    let number = NumericQuestion(front: "", answer: 1, tolerance: .absolute(0))
    #expect(card(.numeric(number)).guessChance == 0)
    let plot = CardPlot(figure: PlotFigure(functions: ["gelu"], x: -5...5))
    let point = PointQuestion(front: "", target: .minimum, answer: 0, tolerance: 0.2)
    #expect(card(.point(plot, point)).guessChance == 5.0 / 101)
  }

  @Test func aRightAnswerRaisesTheChanceThatTheFactIsKnownAsBayesSays() {
    #expect(GuessCorrection.chanceKnown(recall: 0.5, guess: 0.25) == 0.8)
    #expect(GuessCorrection.chanceKnown(recall: 0.3, guess: 0) == 1)
    #expect(GuessCorrection.chanceKnown(recall: 0, guess: 0) == 0)
    #expect(GuessCorrection.chanceKnown(recall: 0, guess: 0.25) == 0)
    for recall in stride(from: 0.0, through: 1, by: 0.1) {
      #expect(GuessCorrection.chanceKnown(recall: recall, guess: 0.25) >= recall)
      #expect(abs(GuessCorrection.chanceKnown(recall: recall, guess: 1) - recall) < 1e-12)
    }
  }

  @Test func onlyProducedAnswersAreGood() {
    for recall in stride(from: 0.0, through: 1, by: 0.05) {
      #expect(GuessCorrection.rating(recall: recall, guess: 0, retention: 0.9) == .good)
      #expect(GuessCorrection.rating(recall: recall, guess: 1.0 / 24, retention: 0.9) == .good)
      for choices in 2...6 {
        let rating = GuessCorrection.rating(
          recall: recall, guess: 1 / Double(choices), retention: 0.9)
        #expect(rating == nil || rating == .hard)
      }
    }
    // Due on its day, the card was probably known; long overdue, it must be produced.
    #expect(GuessCorrection.rating(recall: 0.9, guess: 0.25, retention: 0.9) == .hard)
    #expect(GuessCorrection.rating(recall: 0.6, guess: 0.25, retention: 0.9) == nil)
  }

  @Test func theChanceOfRecallIsThatOfTheFlashcardOnTheDay() {
    let question = card(.choice(ChoiceQuestion(front: "", choices: choices(4))))
    let learner = Learner(events: [
      LearnerEvent(
        id: "e", time: noon, utcOffset: 0, fact: .review(card: "f", rating: .easy))
    ])
    func rating(of card: String, days: Int) -> Rating? {
      learner.rating(
        ofRightAnswerTo: question, about: card, on: LocalDay(number: 20_000 + days))
    }
    #expect(rating(of: "f", days: 8) == .hard)
    #expect(rating(of: "f", days: 400) == nil)
    #expect(rating(of: "other", days: 8) == nil)
  }
}

struct CheckRetryTests {
  private let checks = [["a", "b"], ["c"], ["d", "e"], ["f"]]

  @Test func aMissedQuestionComesAgainInTheNextSectionUntilItIsRight() {
    var last = ["a": false, "b": true]
    #expect(CheckRetry.questions(in: 0, checks: checks, lastAnswers: last).isEmpty)
    #expect(CheckRetry.questions(in: 1, checks: checks, lastAnswers: last) == ["a"])
    #expect(CheckRetry.questions(in: 2, checks: checks, lastAnswers: last) == ["a"])
    last["a"] = true
    #expect(CheckRetry.questions(in: 2, checks: checks, lastAnswers: last).isEmpty)
  }

  @Test func theNearestSectionComesFirstAndThereAreFew() {
    let last = Dictionary(uniqueKeysWithValues: "abcdef".map { (String($0), false) })
    #expect(CheckRetry.questions(in: 3, checks: checks, lastAnswers: last) == ["d", "e", "c"])
    #expect(CheckRetry.questions(in: 9, checks: checks, lastAnswers: last).first == "f")
    #expect(CheckRetry.questions(in: -1, checks: checks, lastAnswers: last).isEmpty)
  }
}
