public import Lessons

/// A learner's progress towards the certificate.
public struct CertificateProgress: Sendable {
  /// The number of questions that a quiz needs to count.
  public static let quizQuestions = 10
  /// The required share of right answers.
  public static let quizMark = 0.8
  /// Sections read, including their questions, of all sections.
  public let sections: (done: Int, of: Int)
  /// Known cards, of all that are not suspended.
  public let cards: (done: Int, of: Int)
  /// The number of suspended cards.
  public let suspended: Int
  /// The best quiz with enough questions.
  public let quiz: (right: Int, total: Int)?
  /// The mean chance that a card is answered right if it is asked; nil if there are no cards.
  public let recall: Double?

  /// Computes the progress on a day.
  public init(_ learner: Learner, of bundle: LessonBundle, on day: LocalDay) {
    let ids = bundle.lesson.sections.map(\.id)
    sections = (ids.count { learner.sectionsRead.contains($0) }, ids.count)
    let counts = MasteryCounts(of: bundle.deck.flashcards, learner, on: day)
    suspended = bundle.deck.flashcards.count - counts.total
    cards = (counts.known, counts.total)
    quiz = learner.bestQuiz
    recall = learner.meanRecall(of: bundle.deck.flashcards, on: day)
  }

  public var isQuizPassed: Bool {
    quiz.map { Double($0.right) >= Self.quizMark * Double($0.total) } ?? false
  }

  /// Whether more than one card in twenty is suspended.
  public var hasTooManySuspended: Bool { suspended * 20 > cards.of + suspended }

  public var isEarned: Bool {
    sections.done == sections.of && cards.done == cards.of && cards.of > 0 && isQuizPassed
      && !hasTooManySuspended
  }

  /// The share that is done, from 0 to 1: sections count three tenths, cards six, the quiz one.
  public var share: Double {
    let read = Double(sections.done) / Double(max(1, sections.of))
    let known = Double(cards.done) / Double(max(1, cards.of))
    return (3 * read + 6 * known + (isQuizPassed ? 1 : 0)) / 10
  }
}
