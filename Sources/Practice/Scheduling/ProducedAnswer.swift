public import Lessons

/// The tries at producing a flashcard's answer, and the grade that they are worth.
///
/// - An answer that is right at once, without help, is "good".
/// - An answer that is right at the second try, or after a look into the lesson, is "hard": it was recalled with effort.
/// - Everything else is "again".
/// - A question that is often guessed, such as the order of three items, has one try and is worth "hard" at most, see
///   ``GuessCorrection``. It is a review even if the learner probably did not know the answer, because in a session of
///   flashcards nothing else would decide when it is asked again.
///
/// The grade is an upper bound: learners may lower it, because only they know that an answer was luck, but not raise it.
public struct ProducedAnswer: Hashable, Sendable {
  private let isGuessable: Bool
  private var wrongTries = 0
  private var hadHelp = false

  /// No answer to a question yet.
  public init(to question: Card) {
    isGuessable = question.guessChance > GuessCorrection.negligibleGuess
  }

  /// Whether the next answer is the second try.
  public var isSecondTry: Bool { wrongTries > 0 }

  /// Counts a look at the passage that has the answer.
  public mutating func help() { hadHelp = true }

  /// Counts an answer.
  ///
  /// - Parameter verdict: The verdict on it.
  /// - Returns: The grade; nil if the question can be answered again.
  public mutating func grade(_ verdict: AskedQuestion.Verdict) -> Rating? {
    switch verdict {
    case .unreadable: return nil
    case .right: return isGuessable || hadHelp || isSecondTry ? .hard : .good
    case .wrong, .misjudged, .otherChoices, .otherRemedy:
      wrongTries += 1
      return isGuessable || wrongTries > 1 ? .again : nil
    }
  }
}
