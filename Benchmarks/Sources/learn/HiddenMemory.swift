import Foundation
import Practice

/// What a model learner really remembers of one fact.
///
/// No scheduler sees it. Three models of forgetting, none of them the scheduler's own:
/// - FSRS-6 with other weights,
/// - a power law: R = (1 + t/S)^−ψ with other exponents, S growing the more, the less was left,
/// - activation: m = ln Σ tⱼ^−dⱼ, where a trace that is laid while much is still active decays faster.
///
/// - Source: Wixted & Ebbesen 1991, "On the Form of Forgetting"; Anderson & Schooler 1991, "Reflections of the
///   Environment in Memory"; Pavlik & Anderson 2005, "Practice and Forgetting Effects on Vocabulary Memory", with its
///   a = 0.177, c = 0.217, τ = −0.704, s = 0.255, h = 0.025. With a and c, the formulas reproduce the paper's worked
///   example as the spacing-effect module of ACT-R (D. Bothell) quotes it: studied at 0, 126, 252 and 4844 s, the traces
///   decay with 0.177, 0.269, 0.318 and 0.262, and the activation at 5877 s is −0.619.
struct HiddenMemory {
  private enum State {
    case fsrs(Scheduler, CardSchedule)
    case powerLaw(PowerLaw)
    case activation(Activation)
  }

  enum Model: CaseIterable { case fsrs, powerLaw, activation }

  private var state: State
  /// Whether there is anything to forget.
  private var isEncoded = false
  private var lastDay = 0

  /// A fact of its own difficulty for a learner.
  init(_ kind: LearnerKind, _ model: Model, _ random: inout SeededGenerator) {
    let ease = kind.ease * (0.5 + random.unit())
    state =
      switch model {
      case .fsrs: .fsrs(Self.scheduler(ease: ease, &random), CardSchedule(createdAt: 0))
      case .powerLaw: .powerLaw(PowerLaw(ease: ease, &random))
      case .activation: .activation(Activation(bonus: kind.activation + 0.5 * random.unit() - 0.25))
      }
  }

  /// FSRS-6 with the published weights off by up to 25 %, and the stabilities scaled by the ease.
  private static func scheduler(ease: Double, _ random: inout SeededGenerator) -> Scheduler {
    let published = SchedulerParameters.standard.weights
    for _ in 0..<100 {
      var weights = published.map { $0 * (0.75 + 0.5 * random.unit()) }
      for index in 0..<4 { weights[index] *= ease }
      weights[8] += log(ease) / 2
      if let valid = try? SchedulerParameters(weights),
        let scheduler = try? Scheduler(parameters: valid, learningSteps: [], relearningSteps: [])
      {
        return scheduler
      }
    }
    return .standard
  }

  /// The chance that the fact can be produced at a time in seconds.
  func recall(at time: Int) -> Double {
    guard isEncoded else { return 0 }
    switch state {
    case .fsrs(let scheduler, let schedule):
      return scheduler.retrievability(of: schedule, elapsedDays: time / 86400 - lastDay)
    case .powerLaw(let memory): return memory.recall(at: time)
    case .activation(let memory): return memory.recall(at: time)
    }
  }

  /// Takes in the fact, from the text or from an answer that was shown.
  mutating func study(isKnown: Bool, at time: Int) {
    switch state {
    case .fsrs(let scheduler, let schedule):
      let rating = isEncoded ? (isKnown ? Rating.good : .again) : .hard
      state = .fsrs(
        scheduler,
        scheduler.review(
          schedule, rating: rating, at: time,
          elapsedDays: isEncoded ? time / 86400 - lastDay : 0))
    case .powerLaw(var memory):
      memory.study(isKnown: isKnown, isFirst: !isEncoded, at: time)
      state = .powerLaw(memory)
    case .activation(var memory):
      memory.study(at: time)
      state = .activation(memory)
    }
    (isEncoded, lastDay) = (true, time / 86400)
  }
}

private struct PowerLaw {
  private var stability: Double
  private let first: Double
  private let exponent: Double
  private let gain: Double
  private var last = 0

  init(ease: Double, _ random: inout SeededGenerator) {
    first = 1.5 * ease
    stability = first
    exponent = 0.35 + 0.5 * random.unit()
    gain = (3 + 3 * random.unit()) * (0.5 + ease / 2)
  }

  func recall(at time: Int) -> Double {
    pow(1 + Double(time - last) / 86400 / stability, -exponent)
  }

  mutating func study(isKnown: Bool, isFirst: Bool, at time: Int) {
    if !isFirst {
      let left = recall(at: time)
      stability = isKnown ? stability * (1 + gain * (1 - left)) : max(first / 2, stability * 0.4)
    }
    last = time
  }
}

private struct Activation {
  private var traces: [(clock: Double, decay: Double)] = []
  private let bonus: Double

  /// - Parameter bonus: Added to the activation; the published model is of arbitrary pairs of words.
  init(bonus: Double) { self.bonus = bonus }

  /// Time as interference: between the sessions of two days it passes at 0.025 of its speed.
  private func clock(_ time: Int) -> Double {
    Double(time / 86400) * 86400 * 0.025 + max(0, Double(time % 86400 - Study.hour))
  }

  private func activation(at time: Int) -> Double {
    let now = clock(time)
    return log(traces.reduce(0) { $0 + pow(max(1, now - $1.clock), -$1.decay) })
  }

  func recall(at time: Int) -> Double {
    guard !traces.isEmpty else { return 0 }
    return 1 / (1 + exp((-0.704 - activation(at: time) - bonus) / 0.255))
  }

  mutating func study(at time: Int) {
    let decay = traces.isEmpty ? 0.177 : 0.217 * exp(activation(at: time)) + 0.177
    traces.append((clock(time), decay))
  }
}

extension SeededGenerator {
  /// Uniform in [0, 1).
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
