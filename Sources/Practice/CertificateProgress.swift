public import Lessons

/// How far a learner has come on the way to the certificate.
public struct CertificateProgress: Sendable {
  /// How many questions a quiz needs to count.
  public static let quizQuestions = 10
  /// The share of them that must be right.
  public static let quizMark = 0.8
  /// The chance of recall that every card needs.
  public static let recallMark = 0.8
  /// On how many different days every card must have been remembered.
  public static let daysRemembered = 2

  /// Sections read, with their questions, of all.
  public let sections: (done: Int, of: Int)
  /// Cards mastered, of all that are not suspended.
  public let cards: (done: Int, of: Int)
  /// Cards that the learner has suspended.
  public let suspended: Int
  /// The best quiz that counts.
  public let quiz: (right: Int, total: Int)?
  /// The mean chance of recall of the cards begun; nil if there are none.
  public let recall: Double?

  /// Looks at what a learner knows on a day.
  public init(_ learner: Learner, of bundle: LessonBundle, on day: LocalDay) {
    let ids = bundle.lesson.sections.map(\.id)
    sections = (ids.count { learner.sectionsRead.contains($0) }, ids.count)
    let asked = bundle.deck.flashcards.filter { !learner.suspended.contains($0.id) }
    suspended = bundle.deck.flashcards.count - asked.count
    cards = (asked.count { learner.hasMastered($0.id, on: day) }, asked.count)
    quiz = learner.bestQuiz
    recall = learner.meanRecall(of: bundle.deck.flashcards, on: day)
  }

  /// Whether a quiz was good enough.
  public var isQuizPassed: Bool {
    quiz.map { Double($0.right) >= Self.quizMark * Double($0.total) } ?? false
  }

  /// Whether there are too many cards suspended: more than one in twenty.
  public var hasTooManySuspended: Bool { suspended * 20 > cards.of + suspended }

  /// Whether the certificate is earned.
  public var isEarned: Bool {
    sections.done == sections.of && cards.done == cards.of && cards.of > 0 && isQuizPassed
      && !hasTooManySuspended
  }

  /// How much of it is done, from 0 to 1: sections count three tenths, cards six, the quiz one.
  public var share: Double {
    let read = Double(sections.done) / Double(max(1, sections.of))
    let known = Double(cards.done) / Double(max(1, cards.of))
    return (3 * read + 6 * known + (isQuizPassed ? 1 : 0)) / 10
  }
}

extension Learner {
  /// Whether a card was remembered on different days and is likely to be remembered now.
  public func hasMastered(_ card: String, on day: LocalDay) -> Bool {
    (retrievability(of: card, on: day) ?? 0) >= CertificateProgress.recallMark
      && daysRemembered(card) >= CertificateProgress.daysRemembered
  }
}
