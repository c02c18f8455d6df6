/// A learner's day, which begins at 04:00 local time so that late evenings belong to the day before.
public struct LocalDay: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  public var number: Int

  /// Valid days: from the first that a clock can show to the end of the year 9999.
  public static let numbers = -2...2_932_897

  public init(number: Int) { self.number = number }

  /// The day of the week: 0 for Monday to 6 for Sunday.
  ///
  /// The first day of 1970 was a Thursday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// The day of a time.
  ///
  /// - Parameters:
  ///   - unixSeconds: Seconds since 1970 UTC.
  ///   - utcOffsetSeconds: The offset of local time from UTC at that time.
  ///   - dayStartSeconds: The beginning of a day, in seconds after local midnight.
  public init(unixSeconds: Int, utcOffsetSeconds: Int, dayStartSeconds: Int = 4 * 3600) {
    let local = unixSeconds + utcOffsetSeconds - dayStartSeconds
    number = (local - (local % 86400 + 86400) % 86400) / 86400
  }

  /// The day of a date such as 2026-12-20; nil for anything else, and before 1970.
  ///
  /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  public init?(iso text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(String(decoding: part, as: UTF8.self))
        : nil
    }
    guard parts.map(\.count) == [4, 2, 2], numbers.count == 3, numbers[0] >= 1970,
      (1...12).contains(numbers[1]), numbers[2] >= 1
    else { return nil }
    // Years begin in March, so that the leap day is the last day.
    let year = numbers[1] > 2 ? numbers[0] : numbers[0] - 1
    let month = (numbers[1] + 9) % 12
    let dayOfYear = (153 * month + 2) / 5 + numbers[2] - 1
    let dayOfEra =
      year % 400 * 365 + year % 400 / 4 - year % 400 / 100 + dayOfYear
    number = year / 400 * 146_097 + dayOfEra - 719_468
    // A day that does not exist in its month would become one of the next month.
    guard iso == text else { return nil }
  }

  /// The date, as in 2026-12-20.
  ///
  /// - Source: as above, civil_from_days.
  public var iso: String {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded((month + 2) % 12 + 1, 2))-\(padded(day, 2))"
  }

  /// Days since another day; negative if the clock was moved back.
  public func days(since other: LocalDay) -> Int { number - other.number }

  public static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}
