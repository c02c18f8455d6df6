import Lessons
import Practice

/// What differs from plain FSRS-6, which counts every right answer as "good".
struct TutorPolicies {
  /// Whether a missed check question is asked again in the next section.
  var retries = false
  /// Whether a forgotten card is due on the next day.
  var makesUp = false
  /// Whether right answers that can be guessed count as ``GuessCorrection`` says, and not as "good".
  var correctsGuesses = false
  /// The maximum number of answers in one sitting.
  var cap: Int?
  /// The desired retention.
  var retention = 0.9
  /// Seconds between the first reviews of a new card.
  var learningSteps = [60, 600]
}

/// The tutor's own record, scheduler and session.
struct TutorMethod: Method {
  let hasQuizzes = true
  private let policies: TutorPolicies
  private var learner: Learner
  private var session: CardSession?
  private var eventCount = 0

  init(_ policies: TutorPolicies) {
    self.policies = policies
    let scheduler = try? Scheduler(
      desiredRetention: policies.retention, learningSteps: policies.learningSteps,
      reviewsLapsesNextDay: policies.makesUp)
    learner = Learner(scheduler: scheduler ?? .standard)
  }

  var cap: Int? { policies.cap }

  private mutating func record(_ fact: Fact, at time: Int) {
    eventCount += 1
    learner.apply(
      LearnerEvent(id: String(1_000_000 + eventCount), time: time, utcOffset: 0, fact: fact))
  }

  mutating func read(_ section: Int, at time: Int) {
    record(.sectionRead(Course.sections[section]), at: time)
  }

  func retries(in section: Int) -> [Int] {
    guard policies.retries else { return [] }
    return CheckRetry.questions(
      in: section, checks: Course.checks, lastAnswers: learner.lastAnswers
    ).map(Course.fact)
  }

  mutating func answered(_ fact: Int, isRight: Bool, inQuiz: Bool, at time: Int) {
    guard let question = Course.questions[fact], let card = question.flashcardID else { return }
    record(
      .answer(
        question: question.id, isRight: isRight, mode: inQuiz ? .quiz : .check, milliseconds: 0),
      at: time)
    let day = LocalDay(unixSeconds: time, utcOffsetSeconds: 0)
    if !isRight {
      if !learner.wasForgotten(card, on: day) {
        record(.review(card: card, rating: .again), at: time)
      }
    } else if inQuiz, learner.isDue(card, at: time, utcOffset: 0),
      let rating = policies.correctsGuesses
        ? learner.rating(ofRightAnswerTo: question, about: card, on: day) : .good
    {
      record(.review(card: card, rating: rating), at: time)
    }
  }

  mutating func begin(at time: Int) {
    session = CardSession(
      deck: Course.deck, learner: learner, at: time, utcOffset: 0, newCards: 20,
      sections: Course.sections)
  }

  func next(at time: Int) -> Int? { session?.next(at: time).map { Course.fact(of: $0.id) } }

  mutating func grade(_ fact: Int, isKnown: Bool, at time: Int) {
    guard let card = session?.next(at: time) else { return }
    let rating = isKnown ? Rating.good : .again
    record(.review(card: card.id, rating: rating), at: time)
    session?.grade(card, rating, schedule: learner.schedule(of: card.id))
  }
}
