import NeuralLab
import TutorScreens

/// Performs the effects of the lab: trains networks in slices of time, and reads the digits.
///
/// Training runs on the caller's thread, so a key waits for at most one slice. The clock stops while the program is
/// suspended, so that the reported times of a race exclude that.
struct LabRunner {
  private let races = RaceRunner(clock: { Clock.steady })
  private let readDigits: () -> Dataset?

  /// Makes a runner without a race.
  ///
  /// - Parameter readDigits: Reads the lesson's digits; nil if there are none.
  init(readDigits: @escaping () -> Dataset?) {
    self.readDigits = readDigits
  }

  /// Performs one effect.
  ///
  /// - Returns: Its answer; nil for effects that have none.
  func perform(_ effect: LabEffect) -> Effect.Answer? {
    switch effect {
    case .train(let request): return races.train(request).map { .trained($0) }
    case .endTraining: races.endRace()
    case .loadDigits: return .digits(readDigits())
    }
    return nil
  }
}
