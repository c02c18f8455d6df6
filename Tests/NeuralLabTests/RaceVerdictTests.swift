import Activations
import Testing

@testable import NeuralLab

struct StudentTTests {
  /// Two-sided 5 % and 1 % points (Abramowitz and Stegun, table 26.10).
  @Test(arguments: [
    (1, 12.706, 63.657), (2, 4.303, 9.925), (3, 3.182, 5.841), (4, 2.776, 4.604),
    (5, 2.571, 4.032), (9, 2.262, 3.250), (10, 2.228, 3.169), (19, 2.093, 2.861),
    (30, 2.042, 2.750), (120, 1.980, 2.617), (999, 1.962, 2.581),
  ])
  func limitsAreThoseOfTheTable(degrees: Int, five: Double, one: Double) {
    #expect((StudentT.limit(outside: 0.05, degrees: degrees) - five).magnitude < 6e-4)
    #expect((StudentT.limit(outside: 0.01, degrees: degrees) - one).magnitude < 6e-4)
  }

  @Test func threePairsRaiseTheLimitOfTheLesson() {
    #expect((StudentT.limit(outside: 0.05, degrees: 4) - 2.8).magnitude < 0.05)
    #expect((StudentT.limit(outside: 0.05 / 3, degrees: 4) - 4).magnitude < 0.05)
  }

  @Test func probabilitiesRiseFromZeroToOne() {
    for degrees in 1...40 {
      let values = stride(from: 0.0, through: 60, by: 0.5).map {
        StudentT.probability(within: $0, degrees: degrees)
      }
      #expect(values[0] == 0 && values.allSatisfy { (0...1).contains($0) })
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
    }
  }
}

struct RaceVerdictTests {
  private static let setup = Race.Setup(
    activations: ["relu", "tanh", "gelu", "swish"].compactMap { name in
      Catalogue.all.first { $0.id == name }?.withDefaults
    })

  /// Contestants with these accuracies, seed by seed; a negative one has diverged.
  private func contestants(
    _ accuracies: [[Double]], time: Double = 1, validationCount: Int = 0
  ) -> [Contestant] {
    let races = accuracies.map { seed in
      RaceProgress(
        setup: Self.setup,
        standings: seed.enumerated().map { index, accuracy in
          RaceProgress.Standing(
            parameters: 1,
            results: [
              EpochResult(
                epoch: 1, trainLoss: 0, validationLoss: 0, validationAccuracy: accuracy,
                gradientNorm: 0, deadUnits: 0)
            ],
            hasDiverged: accuracy < 0, epochsDone: 1, milliseconds: index == 0 ? time : 1)
        }, validationCount: validationCount)
    }
    return accuracies[0].indices.map { Contestant($0, in: races) }
  }

  @Test func oneSeedGivesNoConclusion() {
    #expect(RaceVerdict(contestants([[0.9, 0.9002]])) == .level)
    guard case .ahead("Tanh", "ReLU", let gap)? = RaceVerdict(contestants([[0.8, 0.9]])) else {
      Issue.record("not ahead")
      return
    }
    #expect((gap - 10).magnitude < 1e-9)
  }

  @Test func theDifferenceIsMeasuredSeedBySeed() {
    // Seeds differ by ten points, contestants by 1, 2 and 3: a mean of 2 and a standard error of 1/√3.
    let races = [[0.91, 0.90], [0.82, 0.80], [0.73, 0.70]]
    guard case .noise(let difference)? = RaceVerdict(contestants(races)) else {
      Issue.record("not noise")
      return
    }
    #expect((difference.gap - 2).magnitude < 1e-9 && difference.seeds == 3)
    #expect((difference.error - 1 / 3.squareRoot()).magnitude < 1e-9)
    #expect((difference.needed - 4.3027 / 3.squareRoot()).magnitude < 1e-4)
  }

  @Test func aLargeDifferenceHasAWinnerAndAPrice() {
    let races = [[0.90, 0.80], [0.91, 0.80], [0.90, 0.80]]
    guard
      case .winner(let difference, let extraTime)? =
        RaceVerdict(contestants(races, time: 1.5))
    else {
      Issue.record("no winner")
      return
    }
    #expect(difference.best == "ReLU" && difference.last == "Tanh")
    #expect((difference.gap - 31.0 / 3).magnitude < 1e-9 && (extraTime - 0.5).magnitude < 1e-9)
  }

  @Test func moreContestantsNeedALargerDifference() {
    let two = contestants([[0.9, 0.8], [0.92, 0.8], [0.91, 0.8]])
    let four = contestants([
      [0.9, 0.8, 0.85, 0.85], [0.92, 0.8, 0.85, 0.85], [0.91, 0.8, 0.85, 0.85],
    ])
    guard case .winner(let one, _)? = RaceVerdict(two) else {
      Issue.record("no winner")
      return
    }
    switch RaceVerdict(four) {
    case .winner(let other, _), .noise(let other):
      #expect(other.gap == one.gap && other.needed > 2 * one.needed)
    default: Issue.record("no difference")
    }
  }

  @Test func equalDifferencesOfOneSampleAreNoise() {
    let sample = 1.0 / 120
    let races = (0..<3).map { _ in [0.9 + sample, 0.9] }
    let contestants = contestants(races, validationCount: 120)
    guard case .noise? = RaceVerdict(contestants) else {
      Issue.record("not noise")
      return
    }
  }

  @Test func divergedContestantsAreNotCompared() {
    #expect(RaceVerdict(contestants([[0.9, -1]])) == nil)
    #expect(contestants([[0.9, -1]])[1].diverged == 1)
    // Only seeds with which both finished are compared.
    guard
      case .noise(let difference)? = RaceVerdict(
        contestants([[0.9, 0.8], [0.9, -1], [0.8, 0.8]]))
    else {
      Issue.record("not noise")
      return
    }
    #expect(difference.seeds == 2 && (difference.gap - 5).magnitude < 1e-9)
  }

  /// Equal contestants, whose accuracies have a part that depends on the seed and a part of their own.
  @Test(arguments: [2, 3, 4], [3, 5, 10, 20])
  func equalContestantsSeldomHaveAWinner(count: Int, seeds: Int) {
    let random = LabRandom(seed: UInt64(100 * count + seeds), stream: 7)
    var (place, winners) = (0, 0)
    func normal() -> Double {
      place += 1
      return random.normal(place)
    }
    let races = 4000
    for _ in 0..<races {
      let accuracies = (0..<seeds).map { _ in
        let shared = normal()
        return (0..<count).map { _ in 0.9 + 0.01 * shared + 0.005 * normal() }
      }
      if case .winner? = RaceVerdict(contestants(accuracies)) { winners += 1 }
    }
    #expect(Double(winners) / Double(races) <= 0.06, "\(winners) of \(races)")
  }
}
