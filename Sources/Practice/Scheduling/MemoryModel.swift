#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The memory state of FSRS for one card.
public struct Memory: Hashable, Sendable {
  /// Days after which recall has fallen to 90 %.
  public var stability: Double
  /// From 1, easy, to 10.
  public var difficulty: Double

  public init(stability: Double, difficulty: Double) {
    self.stability = stability
    self.difficulty = difficulty
  }
}

/// The formulas of FSRS-6.
///
/// - Source: open-spaced-repetition, FSRS-6; results agree with py-fsrs 6.3.2.
struct MemoryModel: Hashable, Sendable {
  static let leastStability = 0.001

  let w: [Double]
  private let decay: Double
  private let factor: Double

  init(_ parameters: SchedulerParameters) {
    w = parameters.weights
    decay = -w[20]
    factor = pow(0.9, 1 / decay) - 1
  }

  /// R(t, S) = (1 + factor·t/S)^decay.
  func retrievability(_ memory: Memory, elapsedDays: Int) -> Double {
    pow(1 + factor * Double(max(0, elapsedDays)) / memory.stability, decay)
  }

  /// Days until retrievability falls to the desired retention, before rounding.
  func interval(stability: Double, retention: Double) -> Double {
    (stability / factor) * (pow(retention, 1 / decay) - 1)
  }

  func initialStability(_ rating: Rating) -> Double {
    max(w[rating.rawValue - 1], Self.leastStability)
  }

  /// D₀(G), not clamped, as mean reversion requires.
  func initialDifficulty(_ rating: Rating) -> Double {
    w[4] - exp(w[5] * Double(rating.rawValue - 1)) + 1
  }

  func clampedDifficulty(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }

  func nextDifficulty(_ difficulty: Double, _ rating: Rating) -> Double {
    let change = -w[6] * Double(rating.rawValue - 3)
    let damped = difficulty + (10 - difficulty) * change / 9
    return clampedDifficulty(w[7] * initialDifficulty(.easy) + (1 - w[7]) * damped)
  }

  /// Stability after a review on the same day.
  func sameDayStability(_ stability: Double, _ rating: Rating) -> Double {
    var increase =
      exp(w[17] * (Double(rating.rawValue) - 3 + w[18])) * pow(stability, -w[19])
    if rating >= .hard { increase = max(increase, 1) }
    return stability * increase
  }

  func stabilityAfterRecall(_ memory: Memory, retrievability: Double, _ rating: Rating) -> Double {
    let growth =
      exp(w[8]) * (11 - memory.difficulty) * pow(memory.stability, -w[9])
      * (exp((1 - retrievability) * w[10]) - 1)
      * (rating == .hard ? w[15] : 1) * (rating == .easy ? w[16] : 1)
    return memory.stability * (1 + growth)
  }

  func stabilityAfterLapse(_ memory: Memory, retrievability: Double) -> Double {
    let long =
      w[11] * pow(memory.difficulty, -w[12]) * (pow(memory.stability + 1, w[13]) - 1)
      * exp((1 - retrievability) * w[14])
    let short = memory.stability / exp(w[17] * w[18])
    return min(long, short)
  }

  /// The memory after a review; the stability update uses the old difficulty.
  func next(_ memory: Memory?, rating: Rating, elapsedDays: Int) -> Memory {
    guard let memory else {
      return Memory(
        stability: initialStability(rating),
        difficulty: clampedDifficulty(initialDifficulty(rating)))
    }
    let stability: Double
    if elapsedDays < 1 {
      stability = sameDayStability(memory.stability, rating)
    } else {
      let recall = retrievability(memory, elapsedDays: elapsedDays)
      stability =
        rating == .again
        ? stabilityAfterLapse(memory, retrievability: recall)
        : stabilityAfterRecall(memory, retrievability: recall, rating)
    }
    return Memory(
      // Extreme weights let same-day reviews grow the stability beyond the range of doubles.
      stability: min(max(stability, Self.leastStability), .greatestFiniteMagnitude),
      difficulty: nextDifficulty(memory.difficulty, rating))
  }
}
