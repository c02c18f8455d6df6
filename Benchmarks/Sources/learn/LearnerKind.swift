import Practice

/// A kind of model learner.
///
/// The figures are assumptions, chosen so that the kinds differ as much as learners in published review logs do; only
/// differences between policies mean anything.
struct LearnerKind {
  var name: String
  /// The chance to take in a fact by reading it.
  var encoding: Double
  /// A factor of how long a fact lasts.
  var ease: Double
  /// What is added to the activation of each fact.
  var activation: Double
  /// A factor of the time for each answer.
  var pace: Double
  /// The chance to guess a question of four choices.
  var guess = 0.25
  /// The chance to grade a forgotten flashcard "good".
  var leniency = 0.05

  static let all = [
    LearnerKind(name: "quick", encoding: 0.85, ease: 1.4, activation: 0.7, pace: 0.8),
    LearnerKind(name: "slow", encoding: 0.5, ease: 0.8, activation: 0.4, pace: 1.5),
    LearnerKind(name: "forgetful", encoding: 0.7, ease: 0.45, activation: 0.2, pace: 1),
    // Rules out two of four choices, and believes to have known it.
    LearnerKind(
      name: "guessing", encoding: 0.65, ease: 1, activation: 0.45, pace: 0.7, guess: 0.5,
      leniency: 0.25),
  ]
}

/// One learner at the start: what each fact will do in memory, and the chances of every day.
struct ModelLearner {
  let kind: LearnerKind
  /// One for each fact.
  var memories: [HiddenMemory]
  /// The draws about each fact, so that the same learner meets the same luck under every policy.
  var luck: [SeededGenerator]
  /// The days without study.
  let daysOff: Set<Int>
  /// The facts that a quiz asks about are drawn from this.
  var quizzes: SeededGenerator

  /// The index of a learner's kind.
  static func kind(of number: Int) -> Int { number % LearnerKind.all.count }

  /// The index of a learner's model of memory.
  static func model(of number: Int) -> Int {
    number / LearnerKind.all.count % HiddenMemory.Model.allCases.count
  }

  init(number: Int) {
    let kind = LearnerKind.all[Self.kind(of: number)]
    let model = HiddenMemory.Model.allCases[Self.model(of: number)]
    self.kind = kind
    var random = SeededGenerator(seed: UInt64(number) &* 7919 &+ 17)
    memories = []
    for _ in 0..<Course.factCount { memories.append(HiddenMemory(kind, model, &random)) }
    luck = (0..<Course.factCount).map { _ in SeededGenerator(seed: random.next()) }
    daysOff = Set(
      (0..<Study.lastDay).filter { _ in random.unit() < 0.15 }.filter { $0 != Study.exam - 1 })
    quizzes = SeededGenerator(seed: random.next())
  }
}
