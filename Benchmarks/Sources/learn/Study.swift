import Practice

/// One learner under one method: a section a day for ten days with its checks, a quiz every week, and the due
/// flashcards; an exam on day 30, and either nothing or the same practice up to day 90.
struct Study {
  static let exam = 30
  static let lastDay = 90
  /// The time of day of each session, in seconds after midnight UTC.
  static let hour = 18 * 3600

  /// The results of one learner, or sums over several.
  struct Outcome {
    /// Facts that can be produced on day 30, from 0 to 1.
    var recall = 0.0
    /// Questions answered right in an exam that asks each fact as the lesson does, guesses included.
    var mark = 0.0
    /// Facts that can be produced on day 90 without practice after the exam.
    var recallStopped = 0.0
    /// Facts that can be produced on day 90 if practice goes on.
    var recallKept = 0.0
    /// Minutes of practice up to day 30, and to day 90.
    var minutes = 0.0
    var minutesKept = 0.0
    /// Answers for each fact up to day 30, and to day 90.
    var answers = 0.0
    var answersKept = 0.0

    static let values: [(name: String, value: WritableKeyPath<Outcome, Double> & Sendable)] = [
      ("recall 30", \.recall), ("exam 30", \.mark), ("recall 90", \.recallStopped),
      ("recall 90+", \.recallKept), ("minutes 30", \.minutes), ("minutes 90+", \.minutesKept),
      ("reviews 30", \.answers), ("reviews 90+", \.answersKept),
    ]

    mutating func add(_ other: Outcome, weight: Double = 1) {
      for (_, value) in Self.values { self[keyPath: value] += weight * other[keyPath: value] }
    }
  }

  private var person: ModelLearner
  private var method: any Method
  private var time = 0
  private var seconds = 0.0
  private var answers = 0

  private init(_ person: ModelLearner, _ method: any Method) {
    (self.person, self.method) = (person, method)
  }

  static func outcome(_ person: ModelLearner, _ method: any Method) -> Outcome {
    var study = Study(person, method)
    var outcome = Outcome()
    for day in 0..<exam { study.study(day) }
    outcome.recall = study.recall(on: exam)
    outcome.mark = study.mark(on: exam)
    outcome.recallStopped = study.recall(on: lastDay)
    (outcome.minutes, outcome.answers) = study.effort
    for day in exam..<lastDay { study.study(day) }
    outcome.recallKept = study.recall(on: lastDay)
    (outcome.minutesKept, outcome.answersKept) = study.effort
    return outcome
  }

  private var effort: (minutes: Double, answers: Double) {
    (seconds / 60, Double(answers) / Double(Course.factCount))
  }

  private func recall(on day: Int) -> Double {
    let time = day * 86400 + Self.hour
    return person.memories.reduce(0) { $0 + $1.recall(at: time) } / Double(Course.factCount)
  }

  private func mark(on day: Int) -> Double {
    let time = day * 86400 + Self.hour
    let sum = person.memories.enumerated().reduce(0.0) { sum, item in
      let recall = item.element.recall(at: time)
      let guess = Course.hasQuestion(item.offset) ? person.kind.guess : 0
      return sum + recall + (1 - recall) * guess
    }
    return sum / Double(Course.factCount)
  }

  // MARK: A day

  private mutating func study(_ day: Int) {
    time = day * 86400 + Self.hour
    if day < Course.sectionCount { read(day) }
    guard !person.daysOff.contains(day) else { return }
    if method.hasQuizzes, day % 7 == 6 { quiz(day) }
    sit()
  }

  /// Reads a section, which takes ten minutes, and answers its check questions.
  private mutating func read(_ section: Int) {
    for fact in Course.facts(of: section) where person.luck[fact].unit() < person.kind.encoding {
      person.memories[fact].study(isKnown: false, at: time)
    }
    time += 600
    method.read(section, at: time)
    let again = method.retries(in: section)
    for fact in Course.facts(of: section).filter(Course.hasQuestion) + again {
      ask(fact, inQuiz: false)
    }
  }

  /// Ten questions about what was read.
  private mutating func quiz(_ day: Int) {
    let sections = min(Course.sectionCount, day + 1)
    let asked = (0..<sections * Course.factsPerSection).filter(Course.hasQuestion)
      .shuffled(using: &person.quizzes).prefix(10)
    for fact in asked { ask(fact, inQuiz: true) }
  }

  private mutating func ask(_ fact: Int, inQuiz: Bool) {
    let isKnown = person.luck[fact].unit() < person.memories[fact].recall(at: time)
    let isRight = person.luck[fact].unit() < person.kind.guess || isKnown
    spend(12)
    method.answered(fact, isRight: isRight, inQuiz: inQuiz, at: time)
    learn(fact, isKnown)
  }

  private mutating func sit() {
    method.begin(at: time)
    var count = 0
    while let fact = method.next(at: time), count < method.cap ?? 1000 {
      let isKnown = person.luck[fact].unit() < person.memories[fact].recall(at: time)
      let claims = isKnown || person.luck[fact].unit() < person.kind.leniency
      method.grade(fact, isKnown: claims, at: time)
      spend(isKnown ? 7 : 14)
      learn(fact, isKnown)
      count += 1
    }
  }

  /// The answer was shown: one time in ten it is not taken in.
  private mutating func learn(_ fact: Int, _ isKnown: Bool) {
    let isTakenIn = person.luck[fact].unit() < 0.9
    guard isKnown || isTakenIn else { return }
    person.memories[fact].study(isKnown: isKnown, at: time)
  }

  private mutating func spend(_ seconds: Double) {
    self.seconds += seconds * person.kind.pace
    time += Int(seconds * person.kind.pace)
    answers += 1
  }
}
