public import Lessons

extension Card {
  /// The chance that somebody who does not know the fact answers the question right by guessing, from 0 to 1; 0 for
  /// answers that are produced.
  public var guessChance: Double {
    switch form {
    case .basic, .cloze, .numeric, .gap, .sketch: 0
    case .choice(let question), .curve(_, let question), .network(_, let question):
      1 / Double(max(1, question.choices.count))
    case .several(let question):
      // Any subset but the empty one.
      1 / Double(max(1, (1 << min(question.choices.count, 30)) - 1))
    // The cause alone determines the grade.
    case .diagnose(let question): 1 / Double(max(1, question.causes.count))
    case .trueFalse(let question): 0.5 / Double(max(1, question.reasons.count))
    case .point(let plot, let question):
      // A marker put down anywhere.
      Double(question.rightSteps(in: plot.figure.x).count) / Double(PointQuestion.steps + 1)
    case .order(let question): 1 / Self.arrangements(of: question.items.count)
    case .match(let question):
      1 / Self.arrangements(of: question.left.count, from: question.right.count)
    }
  }

  /// The number of ways to arrange some of several items.
  private static func arrangements(of count: Int, from all: Int? = nil) -> Double {
    let all = all ?? count
    return (0..<max(0, count)).reduce(1.0) { $0 * Double(max(1, all - $1)) }
  }
}

/// What a right answer is worth as a review when it may have been guessed.
///
/// A right answer raises the chance that a fact is known from `recall` to
/// `P(known | right) = recall / (recall + (1 − recall) · guess)`, the update of Bayesian knowledge tracing without slips.
/// FSRS's lowest passing grade is "hard": the interval grows less than after "good". It is what a right guessable answer
/// earns, and only if the fact is then known with at least the desired retention. Otherwise the answer is no review: the
/// card stays due and is asked as a flashcard, whose answer must be produced.
///
/// - Source: Corbett & Anderson 1995, "Knowledge Tracing: Modeling the Acquisition of Procedural Knowledge"; recognition
///   retains less than produced answers: Yang et al. 2021, "Testing (Quizzing) Boosts Classroom Learning",
///   g = 0.57 for choice, 0.77 for fill-in.
public enum GuessCorrection {
  /// An answer that is right by chance at most this often counts as produced.
  public static let negligibleGuess = 0.05

  /// The chance that a fact is known after a right answer.
  ///
  /// - Parameters:
  ///   - recall: The chance that it was known before, from 0 to 1.
  ///   - guess: The chance of a right guess, from 0 to 1.
  /// - Returns: From 0 to 1.
  public static func chanceKnown(recall: Double, guess: Double) -> Double {
    let right = recall + (1 - recall) * guess
    return right > 0 ? recall / right : 0
  }

  /// The grade that a right answer is worth.
  ///
  /// - Parameters:
  ///   - recall: The chance that the fact was known before the answer, from 0 to 1.
  ///   - guess: The chance of a right guess, from 0 to 1.
  ///   - retention: The desired retention, from 0 to 1.
  /// - Returns: "Good" or "hard"; nil if the answer is no review.
  public static func rating(recall: Double, guess: Double, retention: Double) -> Rating? {
    guard guess > negligibleGuess else { return .good }
    return chanceKnown(recall: recall, guess: guess) >= retention ? .hard : nil
  }
}

extension Learner {
  /// The grade that a right answer to a question is worth for a due card.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - card: The id of the flashcard with the same fact.
  ///   - day: The learner's day.
  /// - Returns: "Good" or "hard"; nil if the answer is no review.
  public func rating(
    ofRightAnswerTo question: Card, about card: String, on day: LocalDay
  ) -> Rating? {
    GuessCorrection.rating(
      recall: retrievability(of: card, on: day) ?? 0, guess: question.guessChance,
      retention: scheduler.desiredRetention)
  }
}
