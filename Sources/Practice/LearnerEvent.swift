/// An event of learning; never changed once it is on disk.
public struct LearnerEvent: Hashable, Sendable, Identifiable {
  /// A UUID, so that records from two machines can be merged.
  public var id: String
  /// The time, in seconds since 1970 UTC.
  public var time: Int
  /// The offset of local time from UTC, in seconds.
  public var utcOffset: Int
  public var fact: Fact

  public init(id: String, time: Int, utcOffset: Int, fact: Fact) {
    self.id = id
    self.time = time
    self.utcOffset = utcOffset
    self.fact = fact
  }

  /// The learner's day of the event.
  public var day: LocalDay { LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset) }
}

extension LearnerEvent {
  /// Valid times in seconds since 1970 UTC: from the year 1 to the end of the year 9999.
  public static let times = -62_135_596_800...253_402_300_799
  /// Valid offsets from UTC, in seconds.
  public static let utcOffsets = -86400...86400

  /// Whether this program can have written the event: a hand-written record may contain numbers that would overflow
  /// computations.
  public var isPossible: Bool {
    Self.times.contains(time) && Self.utcOffsets.contains(utcOffset) && fact.isPossible
  }
}
