import Foundation
import Practice

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

/// A record as JSON Lines: a header, then an event a line.
///
/// It knows of no database.
public enum RecordLines {
  private static let header = #"{"format":"tutor-record","version":1}"#

  /// Events as JSON Lines, in the order in which they are given.
  public static func text(_ entries: [RecordEntry]) -> String {
    let lines = entries.map { entry in
      let id = String(decoding: (try? JSONEncoder().encode(entry.id)) ?? Data(), as: UTF8.self)
      return "{\"id\":\(id),\"time\":\(entry.time),\"utc_offset\":\(entry.utcOffset),"
        + "\"fact\":\(entry.fact)}"
    }
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  /// Reads JSON Lines.
  ///
  /// - Parameters:
  ///   - text: What ``text(_:)`` gives, of this version of the format.
  ///   - file: What the text is called in errors.
  /// - Returns: The events, known facts or not.
  /// - Throws: `RecordError.badLine` at the first line that is no event.
  public static func entries(
    in text: String, of file: String
  ) throws(RecordError) -> [RecordEntry] {
    var entries: [RecordEntry] = []
    var hasHeader = false
    // By bytes: a carriage return and a line feed are one character, and no line feed.
    for (index, bytes) in text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      let line = Substring(bytes)
      if line.allSatisfy(\.isWhitespace) { continue }
      func bad(_ flaw: RecordError.LineFlaw) -> RecordError {
        .badLine(file: file, line: index + 1, flaw: flaw)
      }
      guard
        let object = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
      else { throw bad(.noObject) }
      if !hasHeader {
        guard object["format"] as? String == "tutor-record" else {
          throw bad(.noHeader(expected: header))
        }
        guard object["version"] as? Int == 1 else { throw bad(.unknownVersion(known: 1)) }
        hasHeader = true
        continue
      }
      guard let id = object["id"] as? String, (1...64).contains(id.utf8.count),
        id.utf8.allSatisfy({ (0x21..<0x7F).contains($0) })
      else { throw bad(.badID) }
      guard let time = object["time"] as? Int, LearnerEvent.times.contains(time) else {
        throw bad(.badTime)
      }
      guard let offset = object["utc_offset"] as? Int, LearnerEvent.utcOffsets.contains(offset)
      else {
        throw bad(.badOffset)
      }
      guard let fact = object["fact"] as? [String: Any], let text = factText(fact, in: line) else {
        throw bad(.badFact)
      }
      entries.append(RecordEntry(id: id, time: time, utcOffset: offset, fact: text))
    }
    return entries
  }

  /// The text of a fact, which stays what it is when it is read again.
  ///
  /// A fact that is known is written by its own means, which lose no digit; of others Foundation's parser keeps what
  /// it can.
  private static func factText(_ fact: [String: Any], in line: Substring) -> String? {
    struct Line: Decodable {
      var fact: Fact
    }
    if let known = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)) {
      return text(of: known.fact)
    }
    guard var data = written(fact) else { return nil }
    // Foundation writes -0.0 as -0 and reads that as 0, and only one of its two readers takes 1e-999 for 0.
    for _ in 0..<3 {
      if let known = try? JSONDecoder().decode(Fact.self, from: data) { return text(of: known) }
      guard let again = (try? JSONSerialization.jsonObject(with: data)).flatMap(written) else {
        return nil
      }
      if again == data { break }
      data = again
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func text(of fact: Fact) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(fact)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A fact with its keys in order.
  private static func written(_ fact: Any) -> Data? {
    try? JSONSerialization.data(
      withJSONObject: fact, options: [.sortedKeys, .withoutEscapingSlashes])
  }
}
