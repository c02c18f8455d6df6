import Lessons
import Practice
import TerminalUI
import Testing

@testable import TutorScreens

/// What an answer to a question leaves on the record.
struct AnswerFactsTests {
  /// The grade after a right answer to the first question that satisfies a condition; its flashcard was graded "easy"
  /// some days ago.
  private func rating(
    daysAgo: Int, mode: AnswerMode = .quiz, _ isWanted: (Card) -> Bool
  ) throws -> Rating? {
    var context = try ScreenHarness("quiz", Size(width: 80, height: 24)).context
    let question = try #require(
      context.bundle.deck.questions.first { $0.flashcardID != nil && isWanted($0) })
    let linked = try #require(question.flashcardID.flatMap { context.bundle.deck.card(id: $0) })
    let card = try #require(linked.flashcards.first?.id)
    context.learner.apply(
      LearnerEvent(
        id: "1", time: context.now - daysAgo * 86400, utcOffset: 0,
        fact: .review(card: card, rating: .easy)))
    let facts = context.facts(after: question, .right, mode: mode, milliseconds: 0)
    guard case .review(card, let rating)? = facts.last else { return nil }
    return rating
  }

  private func isGuessable(_ card: Card) -> Bool { card.guessChance > 0.2 }
  private func isProduced(_ card: Card) -> Bool { card.guessChance == 0 }

  @Test func aRightChoiceIsHardAndARightProducedAnswerGood() throws {
    #expect(try rating(daysAgo: 9, isGuessable) == .hard)
    #expect(try rating(daysAgo: 9, isProduced) == .good)
  }

  @Test func aRightChoiceAboutALongForgottenCardIsNoReview() throws {
    #expect(try rating(daysAgo: 400, isGuessable) == nil)
    #expect(try rating(daysAgo: 400, isProduced) == .good)
  }

  @Test func rightAnswersCountForDueCardsInTheQuizOnly() throws {
    #expect(try rating(daysAgo: 1, isProduced) == nil)
    #expect(try rating(daysAgo: 9, mode: .check, isProduced) == nil)
    #expect(try rating(daysAgo: 9, mode: .speed, isProduced) == nil)
  }

  @Test(arguments: [AnswerMode.quiz, .speed, .check])
  func howSureTheLearnerWasChangesNothingElse(mode: AnswerMode) throws {
    var context = try ScreenHarness("quiz", Size(width: 80, height: 24)).context
    for (number, card) in context.bundle.deck.flashcards.enumerated() {
      context.learner.apply(
        LearnerEvent(
          id: "\(number)", time: context.now - 9 * 86400, utcOffset: 0,
          fact: .review(card: card.id, rating: .easy)))
    }
    func others(_ facts: [Fact]) -> [Fact] {
      facts.filter { if case .answer = $0 { false } else { true } }
    }
    for question in context.bundle.deck.questions {
      for verdict in [AskedQuestion.Verdict.right, .wrong(nil)] {
        let facts = [true, false, nil].map {
          context.facts(after: question, verdict, mode: mode, milliseconds: 0, isSure: $0)
        }
        #expect(others(facts[0]) == others(facts[2]) && others(facts[1]) == others(facts[2]))
      }
    }
  }
}
