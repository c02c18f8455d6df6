/// Generates event ids that sort in the order of the events.
///
/// - Source: UUID version 7, RFC 9562 §5.7; its 12 bits after the milliseconds count ids within one millisecond (§6.2,
///   method 1).
public struct EventClock: Sendable {
  private var milliseconds: UInt64 = 0
  private var count: UInt64 = 0

  public init() {}

  /// Registers an existing id: the next id will sort after it, even if the clock was set back since.
  public mutating func pass(_ id: String) {
    guard let (time, number) = Self.parts(of: id), (time, number) > (milliseconds, count) else {
      return
    }
    (milliseconds, count) = (time, number)
  }

  /// The milliseconds since 1970 UTC of an id; nil if it is not a UUID version 7.
  public static func milliseconds(of id: String) -> UInt64? { parts(of: id)?.time }

  /// The time and counter of an id.
  ///
  /// Called for every event of a record, so it works on bytes.
  private static func parts(of id: String) -> (time: UInt64, count: UInt64)? {
    var id = id
    return id.withUTF8 { bytes -> (time: UInt64, count: UInt64)? in
      guard bytes.count == 36, bytes[8] == dash, bytes[13] == dash,
        bytes[18] == dash, bytes[23] == dash,
        bytes[14] == UInt8(ascii: "7"), let high = number(bytes[0..<8]),
        let low = number(bytes[9..<13]), let count = number(bytes[15..<18])
      else { return nil }
      let time = high << 16 | low
      return time <= latest ? (time, count) : nil
    }
  }

  private static let dash = UInt8(ascii: "-")

  /// Parses hexadecimal digits.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    var number: UInt64 = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = number << 4 | UInt64(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"):
        number = number << 4 | UInt64(digit - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"):
        number = number << 4 | UInt64(digit - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return number
  }

  /// The end of the year 9999, the latest valid time.
  private static let latest: UInt64 = 253_402_300_799_999

  /// Generates the next id.
  ///
  /// - Parameters:
  ///   - time: Milliseconds since 1970 UTC; a time before the previous one is treated as equal to it.
  ///   - random: 62 random bits that distinguish the ids of different machines.
  /// - Returns: A UUID in lower case that sorts after the previous one.
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
