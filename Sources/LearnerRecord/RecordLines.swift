import Foundation
public import Practice

/// A record as JSON Lines: a header, then one event per line.
///
/// It does not depend on a database.
public enum RecordLines {
  private static let header = #"{"format":"tutor-record","version":1}"#

  /// Events as JSON Lines, in the given order.
  ///
  /// The header counts the events, so that a truncated file is detected.
  public static func text(_ entries: [RecordEntry]) -> String {
    let lines = entries.map { entry in
      let id = String(decoding: (try? JSONEncoder().encode(entry.id)) ?? Data(), as: UTF8.self)
      return "{\"id\":\(id),\"time\":\(entry.time),\"utc_offset\":\(entry.utcOffset),"
        + "\"fact\":\(entry.fact)}"
    }
    let counted = header.dropLast() + ",\"events\":\(lines.count)}"
    return ([String(counted)] + lines).joined(separator: "\n") + "\n"
  }

  /// Reads JSON Lines, and collects invalid lines.
  ///
  /// - Parameters:
  ///   - text: The output of ``text(_:)``, of this version of the format.
  ///   - file: The file's name in errors.
  /// - Returns: The events, with known facts or not, and the refused lines.
  /// - Throws: `LearnerRecordError.badLine` if the header is invalid.
  public static func read(_ text: String, of file: String) throws(LearnerRecordError)
    -> RecordReading
  {
    var reading = RecordReading()
    var hasHeader = false
    var promised: Int?
    let decoder = JSONDecoder()
    // Splits bytes: in a string, a carriage return and a line feed are one character.
    for (index, bytes) in text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      if bytes.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      do throws(RecordEntry.Impossible) {
        guard let object = JSONMembers(Array(bytes)) else {
          throw RecordEntry.Impossible(problem: .noObject)
        }
        if !hasHeader {
          try check(header: object)
          hasHeader = true
          promised = object.number("events")
          continue
        }
        reading.entries.append(try entry(of: object, decoder))
      } catch {
        guard hasHeader else { throw .badLine(file: file, line: index + 1, problem: error.problem) }
        reading.refused.append(.init(line: index + 1, problem: error.problem))
      }
    }
    // Older programs write no count; an export edited by hand may have a wrong one.
    let missing = (promised ?? 0).subtractingReportingOverflow(
      reading.entries.count + reading.refused.count)
    reading.missing = missing.overflow ? 0 : max(0, missing.partialValue)
    return reading
  }

  /// Reads JSON Lines.
  ///
  /// - Parameters: The parameters of ``read(_:of:)``.
  /// - Returns: The events, with known facts or not.
  /// - Throws: `LearnerRecordError.badLine` for the first invalid line.
  public static func entries(
    in text: String, of file: String
  ) throws(LearnerRecordError) -> [RecordEntry] {
    let reading = try read(text, of: file)
    if let first = reading.refused.first {
      throw .badLine(file: file, line: first.line ?? 1, problem: first.problem)
    }
    return reading.entries
  }

  private static func check(header object: JSONMembers) throws(RecordEntry.Impossible) {
    guard object.text("format") == "tutor-record" else {
      throw RecordEntry.Impossible(problem: .noHeader(expected: header))
    }
    guard object.number("version") == 1 else {
      throw RecordEntry.Impossible(problem: .unknownVersion(known: 1))
    }
  }

  private static func entry(
    of object: JSONMembers, _ decoder: JSONDecoder
  ) throws(RecordEntry.Impossible) -> RecordEntry {
    guard let id = object.text("id") else { throw RecordEntry.Impossible(problem: .badID) }
    guard let time = object.number("time") else { throw RecordEntry.Impossible(problem: .badTime) }
    guard let offset = object.number("utc_offset") else {
      throw RecordEntry.Impossible(problem: .badOffset)
    }
    guard let fact = object["fact"], fact.hasPrefix("{") else {
      throw RecordEntry.Impossible(problem: .badFact)
    }
    // Between tokens a tab is equivalent to a space.
    let text = String(decoding: fact.utf8.map { max($0, 0x20) }, as: UTF8.self)
    let entry = RecordEntry(id: id, time: time, utcOffset: offset, fact: text)
    _ = try entry.checked(decoder)
    return entry
  }
}
