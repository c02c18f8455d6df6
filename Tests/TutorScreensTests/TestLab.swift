import NeuralLab
import TutorScreens

/// Performs the lab's effects in tests, with a clock that moves on whenever it is read.
struct TestLab {
  /// The lesson's digits; nil for a lesson without.
  var digits: Dataset?
  private let races: RaceRunner

  init(millisecondsAReading step: Double = 0.5) {
    var now = 0.0
    races = RaceRunner {
      now += step
      return now
    }
  }

  func perform(_ effect: LabEffect) -> Effect.Answer? {
    switch effect {
    case .train(let request): return races.train(request).map { .trained($0) }
    case .endTraining: races.endRace()
    case .loadDigits: return .digits(digits)
    }
    return nil
  }
}
