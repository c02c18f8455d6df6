import Lessons
import Practice
import Words

extension AppContext {
  /// The facts to record for an answer: the answer itself, and a grade of the flashcard with the same fact.
  ///
  /// A wrong answer counts as forgotten, once a day. A right one counts only in the quiz and if the card was due: as
  /// "good" if it was produced, otherwise as ``GuessCorrection`` says. Of a diagnosis, the cause counts.
  ///
  /// - Parameters:
  ///   - card: The question.
  ///   - verdict: The verdict.
  ///   - mode: The activity in which it was asked.
  ///   - milliseconds: The time that the answer took.
  ///   - isSure: Whether the learner was sure; nil if that was not asked.
  /// - Returns: The facts in order.
  func facts(
    after card: Card, _ verdict: AskedQuestion.Verdict, mode: AnswerMode, milliseconds: Int,
    isSure: Bool? = nil
  ) -> [Fact] {
    var facts = [
      Fact.answer(
        question: card.id, isRight: verdict.isRight, mode: mode, milliseconds: milliseconds,
        mistake: verdict.mistake, isSure: isSure)
    ]
    let linked = card.flashcardID.flatMap { bundle.deck.card(id: $0) }
    // A generated question without a card leaves nothing to review.
    guard let id = linked?.flashcards.first?.id ?? bundle.deck.card(id: card.id)?.id else {
      return facts
    }
    let section = linked?.section ?? card.section
    if !verdict.isRecalled {
      // A card is forgotten once a day, however often it is asked about.
      if !learner.wasForgotten(id, on: today) { facts.append(.review(card: id, rating: .again)) }
    } else if mode == .quiz,
      learner.isDue(id, in: section, locks, at: now, utcOffset: utcOffset),
      let rating = learner.rating(ofRightAnswerTo: card, about: id, on: today)
    {
      facts.append(.review(card: id, rating: rating))
    }
    return facts
  }
}

extension AskedQuestion.Verdict {
  /// The misconception behind a wrong answer, in words; nil if it is unknown or the answer is not wrong.
  var mistake: String? {
    switch self {
    case .right, .unreadable: nil
    case .wrong(let misunderstood), .otherRemedy(let misunderstood): misunderstood
    case .misjudged(let isTrue): Words.Questions.statement(isTrue: isTrue)
    case .otherChoices(let hits, let count, let misunderstood):
      [Words.Questions.rightChoices(hits, of: count), misunderstood].compactMap { $0 }
        .joined(separator: " ")
    }
  }
}
