import Foundation
public import Practice

/// An event as it is stored, whether its fact is known or not.
public struct RecordEntry: Hashable, Sendable {
  /// A UUID.
  public var id: String
  /// The time, in seconds since 1970 UTC.
  public var time: Int
  /// The offset of local time from UTC, in seconds.
  public var utcOffset: Int
  /// The fact as the text of a JSON object.
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
  /// An event as it is stored.
  init(_ event: LearnerEvent) throws {
    let encoder = JSONEncoder()
    // Equal events are equal bytes.
    encoder.outputFormatting = .sortedKeys
    self.init(
      id: event.id, time: event.time, utcOffset: event.utcOffset,
      fact: String(decoding: try encoder.encode(event.fact), as: UTF8.self))
  }

  /// The event; nil if its fact is unknown.
  public var event: LearnerEvent? { (try? checked(JSONDecoder())) ?? nil }
}

extension RecordEntry: Comparable {
  /// By time, then by id.
  public static func < (one: Self, other: Self) -> Bool {
    (one.time, one.id) < (other.time, other.id)
  }
}
