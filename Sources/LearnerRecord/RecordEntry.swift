import Foundation
public import Practice

/// An event as it is on disk, whether this program knows its fact or not.
public struct RecordEntry: Hashable, Sendable {
  /// A UUID.
  public var id: String
  /// When, in seconds since 1970 UTC.
  public var time: Int
  /// What the learner's clock was ahead of UTC, in seconds.
  public var utcOffset: Int
  /// What happened, as the text of a JSON object.
  public var fact: String

  /// Makes an entry.
  public init(id: String, time: Int, utcOffset: Int, fact: String) {
    self.id = id
    self.time = time
    self.utcOffset = utcOffset
    self.fact = fact
  }
}

extension RecordEntry {
  /// An event as it goes to disk.
  init(_ event: LearnerEvent) throws {
    let encoder = JSONEncoder()
    // Equal events are equal bytes.
    encoder.outputFormatting = .sortedKeys
    self.init(
      id: event.id, time: event.time, utcOffset: event.utcOffset,
      fact: String(decoding: try encoder.encode(event.fact), as: UTF8.self))
  }

  /// The event, if the program knows its fact.
  public var event: LearnerEvent? { (try? checked(JSONDecoder())) ?? nil }
}

extension RecordEntry: Comparable {
  /// By their times, those of one second by their ids.
  public static func < (one: Self, other: Self) -> Bool {
    (one.time, one.id) < (other.time, other.id)
  }
}
