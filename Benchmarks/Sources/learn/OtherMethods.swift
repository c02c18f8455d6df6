/// Everything at once: each fact until it was known three times, then never again.
struct MassedMethod: Method {
  let hasQuizzes = false
  /// The day of all practice; nil for the day on which a section is read.
  let day: Int?
  private var open: [Int] = []
  private var queue: [Int] = []
  private var known: [Int: Int] = [:]

  init(day: Int?) { self.day = day }

  mutating func read(_ section: Int, at time: Int) { open += Course.facts(of: section) }
  mutating func answered(_ fact: Int, isRight: Bool, inQuiz: Bool, at time: Int) {}

  mutating func begin(at time: Int) {
    guard day == nil || time / 86400 == day else { return }
    (queue, open) = (open, [])
  }

  func next(at time: Int) -> Int? { queue.first }

  mutating func grade(_ fact: Int, isKnown: Bool, at time: Int) {
    queue.removeFirst()
    if isKnown { known[fact, default: 0] += 1 }
    if known[fact, default: 0] < 3 { queue.append(fact) }
  }
}

/// The intervals of one card.
protocol Intervals {
  /// The days until the next review.
  mutating func next(isKnown: Bool) -> Int
}

/// A due day for each fact; a forgotten one is repeated in the same sitting until it is known.
struct IntervalMethod: Method {
  let hasQuizzes = true
  private var intervals: [any Intervals]
  private var due: [Int?]
  private var queue: [Int] = []
  /// The facts forgotten in this sitting.
  private var repeating: Set<Int> = []

  init(_ make: () -> any Intervals) {
    intervals = (0..<Course.factCount).map { _ in make() }
    due = Array(repeating: nil, count: Course.factCount)
  }

  mutating func read(_ section: Int, at time: Int) {
    for fact in Course.facts(of: section) where due[fact] == nil { due[fact] = time / 86400 }
  }

  mutating func answered(_ fact: Int, isRight: Bool, inQuiz: Bool, at time: Int) {
    let day = time / 86400
    guard let when = due[fact], !isRight || inQuiz && when <= day else { return }
    // A wrong answer is asked again at once.
    due[fact] = isRight ? day + intervals[fact].next(isKnown: true) : day
  }

  mutating func begin(at time: Int) {
    repeating = []
    queue = due.indices.filter { fact in due[fact].map { $0 <= time / 86400 } ?? false }
  }

  func next(at time: Int) -> Int? { queue.first }

  mutating func grade(_ fact: Int, isKnown: Bool, at time: Int) {
    queue.removeFirst()
    if !repeating.contains(fact) {
      due[fact] = time / 86400 + intervals[fact].next(isKnown: isKnown)
    }
    guard !isKnown else { return }
    repeating.insert(fact)
    queue.append(fact)
  }
}

/// The same intervals for every card, whatever the answers.
struct FixedIntervals: Intervals {
  private var count = 0

  mutating func next(isKnown: Bool) -> Int {
    count += 1
    return [1, 3, 7, 14, 30][min(count, 5) - 1]
  }
}

/// Five boxes; a forgotten card goes to the first.
struct LeitnerBoxes: Intervals {
  private var box = 0

  mutating func next(isKnown: Bool) -> Int {
    box = isKnown ? min(5, box + 1) : 1
    return [1, 2, 4, 8, 16][box - 1]
  }
}

/// SM-2 with grade 4 for known and 2 for forgotten.
///
/// - Source: Woźniak 1990, "Optimization of learning".
struct SM2: Intervals {
  private var ease = 2.5
  private var interval = 0.0
  private var repetitions = 0

  mutating func next(isKnown: Bool) -> Int {
    let grade = isKnown ? 4.0 : 2.0
    ease = max(1.3, ease + 0.1 - (5 - grade) * (0.08 + (5 - grade) * 0.02))
    repetitions = isKnown ? repetitions + 1 : 0
    switch repetitions {
    case 0, 1: interval = 1
    case 2: interval = 6
    default: interval = (interval * ease).rounded(.up)
    }
    return Int(interval)
  }
}
