/// Makes ids for events that sort as the events happened.
///
/// - Source: UUID version 7, RFC 9562 §5.7; its 12 bits after the milliseconds count what happens
///   within one of them (§6.2, method 1).
public struct EventClock: Sendable {
  private var milliseconds: UInt64 = 0
  private var count: UInt64 = 0

  /// Begins to count.
  public init() {}

  /// Takes note of an id that is there already: the next one will come after it, even if the clock has
  /// been set back since.
  public mutating func pass(_ id: String) {
    guard let (time, number) = Self.parts(of: id), (time, number) > (milliseconds, count) else {
      return
    }
    (milliseconds, count) = (time, number)
  }

  /// The milliseconds since 1970 UTC that an id begins with; nil if it was not made by such a clock.
  public static func milliseconds(of id: String) -> UInt64? { parts(of: id)?.time }

  private static func parts(of id: String) -> (time: UInt64, count: UInt64)? {
    let parts = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [8, 4, 4, 4, 12], parts[2].first == UInt8(ascii: "7"),
      let time = UInt64(
        String(decoding: Array(parts[0]) + Array(parts[1]), as: UTF8.self), radix: 16),
      let count = UInt64(String(decoding: parts[2].dropFirst(), as: UTF8.self), radix: 16),
      time <= latest
    else { return nil }
    return (time, count)
  }

  /// The end of the year 9999; nobody's clock goes beyond.
  private static let latest: UInt64 = 253_402_300_799_999

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
