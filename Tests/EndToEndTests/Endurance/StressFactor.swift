import Foundation

/// The factor by which long tests run longer; `make soak` sets `TUTOR_SOAK=20`.
enum StressFactor {
  static let factor = max(
    1, ProcessInfo.processInfo.environment["TUTOR_SOAK"].flatMap(Int.init) ?? 1)
}

/// A random number generator with a seed.
///
/// - Source: SplitMix64, G. L. Steele, D. Lea & C. H. Flood 2014.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var number = state
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return number ^ (number >> 31)
  }

  mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
