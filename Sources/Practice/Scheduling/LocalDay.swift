/// A learner's day: it begins at 04:00 local time, so that late evenings count to the day before.
public struct LocalDay: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  public var number: Int

  /// Makes the day of a number.
  public init(number: Int) { self.number = number }

  /// The day in which a moment lies.
  ///
  /// - Parameters:
  ///   - unixSeconds: Seconds since 1970 UTC.
  ///   - utcOffsetSeconds: What the local clock was ahead of UTC at that moment.
  ///   - dayStartSeconds: When a day begins, in seconds after local midnight.
  public init(unixSeconds: Int, utcOffsetSeconds: Int, dayStartSeconds: Int = 4 * 3600) {
    let local = unixSeconds + utcOffsetSeconds - dayStartSeconds
    number = (local - (local % 86400 + 86400) % 86400) / 86400
  }

  /// Days since another one; negative if the clock was moved back.
  public func days(since other: LocalDay) -> Int { number - other.number }

  public static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}
