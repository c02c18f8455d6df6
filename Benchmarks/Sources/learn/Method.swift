/// A way to practise a lesson.
///
/// Times are in seconds since the first day.
protocol Method {
  /// Whether questions about earlier sections are asked between sittings.
  var hasQuizzes: Bool { get }
  /// The maximum number of answers in one sitting.
  var cap: Int? { get }
  mutating func read(_ section: Int, at time: Int)
  /// The facts of earlier sections whose check questions are asked again in a section.
  func retries(in section: Int) -> [Int]
  /// Records an answer to a question, not to a flashcard.
  mutating func answered(_ fact: Int, isRight: Bool, inQuiz: Bool, at time: Int)
  /// Collects the flashcards of a sitting.
  mutating func begin(at time: Int)
  /// The flashcard to ask now; nil at the end of the sitting.
  func next(at time: Int) -> Int?
  mutating func grade(_ fact: Int, isKnown: Bool, at time: Int)
}

extension Method {
  var cap: Int? { nil }
  func retries(in section: Int) -> [Int] { [] }
}

/// A row of the table; a name that begins with blanks is FSRS-6 with one difference.
struct Row {
  /// The row that the others are compared with.
  static let reference = "FSRS-6"

  var name: String
  var method: @Sendable () -> any Method

  static let all: [Row] = [
    Row(name: "massed, as each section is read") { MassedMethod(day: nil) },
    Row(name: "massed, on the eve of the exam") { MassedMethod(day: Study.exam - 1) },
    Row(name: "fixed intervals, 1 3 7 14 30 days") { IntervalMethod { FixedIntervals() } },
    Row(name: "Leitner, boxes of 1 2 4 8 16 days") { IntervalMethod { LeitnerBoxes() } },
    Row(name: "SM-2") { IntervalMethod { SM2() } },
    Row(name: reference) { TutorMethod(TutorPolicies()) },
    Row(name: "  at a retention of 85 %") { TutorMethod(TutorPolicies(retention: 0.85)) },
    Row(name: "  at a retention of 95 %") { TutorMethod(TutorPolicies(retention: 0.95)) },
    Row(name: "  with one learning step") { TutorMethod(TutorPolicies(learningSteps: [600])) },
    Row(name: "  + retry in the next area") { TutorMethod(TutorPolicies(retries: true)) },
    Row(name: "  + make-up day") { TutorMethod(TutorPolicies(makesUp: true)) },
    Row(name: "  + guess correction") { TutorMethod(TutorPolicies(correctsGuesses: true)) },
    Row(name: "  + sittings of at most 20 answers") { TutorMethod(TutorPolicies(cap: 20)) },
    Row(name: "  + all four") {
      TutorMethod(
        TutorPolicies(retries: true, makesUp: true, correctsGuesses: true, cap: 20))
    },
  ]
}
