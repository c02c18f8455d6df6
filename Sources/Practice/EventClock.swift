/// Makes ids for events that sort as the events happened.
///
/// - Source: UUID version 7, RFC 9562 §5.7; its 12 bits after the milliseconds count what happens
///   within one of them (§6.2, method 1).
public struct EventClock: Sendable {
  private var milliseconds: UInt64 = 0
  private var count: UInt64 = 0

  /// Begins to count.
  public init() {}

  /// The next id.
  ///
  /// - Parameters:
  ///   - time: Milliseconds since 1970 UTC; one that goes back counts as no time having passed.
  ///   - random: 62 bits that tell this machine's ids from another's.
  /// - Returns: A UUID in lower case, later in the order of strings than the one before.
  public mutating func next(at time: UInt64, random: UInt64) -> String {
    if time > milliseconds {
      (milliseconds, count) = (time & 0xFFFF_FFFF_FFFF, 0)
    } else if count < 0xFFF {
      count += 1
    } else {
      (milliseconds, count) = (milliseconds + 1, 0)
    }
    let high = milliseconds << 16 | 0x7000 | count
    let low = random & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = [high, low].map { number in
      let text = String(number, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    let characters = Array(digits)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(characters[$0]) }
      .joined(separator: "-")
  }
}
