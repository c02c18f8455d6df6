import Foundation
import GRDB
import Practice

/// A record as JSON Lines: a header, then an event a line, facts as they are on disk.
///
/// Uniting is the union of events by id, so nothing that is imported can change or remove what is
/// there, and importing twice is importing once.
extension LearnerRecord {
  /// An event as it is on disk, whether this program knows its fact or not.
  public struct Entry: Hashable, Sendable {
    /// A UUID.
    public var id: String
    /// When, in seconds since 1970 UTC.
    public var time: Int
    /// What the learner's clock was ahead of UTC, in seconds.
    public var utcOffset: Int
    /// What happened, as a JSON object with its keys in order.
    public var fact: String
  }

  /// What came of uniting.
  public struct Merged: Equatable, Sendable {
    /// Events that were not there before.
    public var added = 0
    /// Events that were.
    public var known = 0
  }

  private static let header = #"{"format":"tutor-record","version":1}"#

  /// Every event by its time, those of one second by their ids.
  ///
  /// - Throws: `RecordError.cannotOpen` if the file cannot be read any more.
  public func entries() throws(RecordError) -> [Entry] {
    do {
      return try database.read { db in
        try Row.fetchAll(db, sql: "SELECT id, time, utc_offset, fact FROM event ORDER BY time, id")
          .map {
            Entry(id: $0["id"], time: $0["time"], utcOffset: $0["utc_offset"], fact: $0["fact"])
          }
      }
    } catch {
      throw .cannotOpen(path: path, reason: "\(error)")
    }
  }

  /// The record as JSON Lines.
  ///
  /// - Throws: `RecordError.cannotOpen` if the file cannot be read any more.
  public func exported() throws(RecordError) -> String {
    let lines = try entries().map { entry in
      let id = String(decoding: (try? JSONEncoder().encode(entry.id)) ?? Data(), as: UTF8.self)
      return "{\"id\":\(id),\"time\":\(entry.time),\"utc_offset\":\(entry.utcOffset),"
        + "\"fact\":\(entry.fact)}"
    }
    return ([Self.header] + lines).joined(separator: "\n") + "\n"
  }

  /// Reads JSON Lines.
  ///
  /// - Parameters:
  ///   - text: What ``exported()`` gives, of this version of the format.
  ///   - file: What the text is called in errors.
  /// - Returns: The events, known facts or not.
  /// - Throws: `RecordError.badLine` at the first line that is no event.
  public static func entries(in text: String, of file: String) throws(RecordError) -> [Entry] {
    var entries: [Entry] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.allSatisfy(\.isWhitespace) { continue }
      func bad(_ reason: String) -> RecordError {
        .badLine(file: file, line: index + 1, reason: reason)
      }
      guard
        let object = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
      else { throw bad("this is no JSON object") }
      if index == 0 {
        guard object["format"] as? String == "tutor-record" else {
          throw bad("a record begins with \(header)")
        }
        guard object["version"] as? Int == 1 else { throw bad("only version 1 is known") }
        continue
      }
      guard let id = object["id"] as? String, (1...64).contains(id.utf8.count),
        id.utf8.allSatisfy({ (0x21..<0x7F).contains($0) })
      else { throw bad("'id' must be 1 to 64 printable ASCII characters") }
      // The year 9999, and a time zone of at most a day.
      guard let time = object["time"] as? Int, (0...253_402_300_799).contains(time) else {
        throw bad("'time' must be seconds since 1970")
      }
      guard let offset = object["utc_offset"] as? Int, abs(offset) <= 86400 else {
        throw bad("'utc_offset' must be seconds, at most a day")
      }
      guard let fact = object["fact"] as? [String: Any], let text = factText(fact, in: line) else {
        throw bad("'fact' must be an object")
      }
      entries.append(Entry(id: id, time: time, utcOffset: offset, fact: text))
    }
    return entries
  }

  /// The text of a fact; of one that is known by its own means, which lose no digit.
  private static func factText(_ fact: [String: Any], in line: Substring) -> String? {
    struct Line: Decodable {
      var fact: Fact
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let known = try? JSONDecoder().decode(Line.self, from: Data(line.utf8))
    let data =
      known.flatMap { try? encoder.encode($0.fact) }
      ?? (try? JSONSerialization.data(
        withJSONObject: fact, options: [.sortedKeys, .withoutEscapingSlashes]))
    return data.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Unites the record with other events, all of them or none.
  ///
  /// - Parameter entries: Events of another record; what is known by its id stays as it is.
  /// - Returns: How many were new.
  /// - Throws: `RecordError.cannotWrite`; then the record is as it was.
  public func merge(_ entries: [Entry]) throws(RecordError) -> Merged {
    do {
      return try database.write { db in
        var merged = Merged()
        for entry in entries {
          try db.execute(
            sql: "INSERT OR IGNORE INTO event (id, time, utc_offset, fact) VALUES (?, ?, ?, ?)",
            arguments: [entry.id, entry.time, entry.utcOffset, entry.fact])
          if db.changesCount > 0 { merged.added += 1 } else { merged.known += 1 }
        }
        return merged
      }
    } catch {
      throw .cannotWrite(path: path, reason: "\(error)")
    }
  }

  /// Puts a record with some events in the place of another one, which is lost if nobody kept a copy.
  ///
  /// The new one is written beside it and then takes its name, so that there is always a whole record.
  ///
  /// - Parameters:
  ///   - path: The record's file.
  ///   - entries: All events of the new one.
  /// - Throws: `RecordError.cannotWrite`; then the old one is still there.
  public static func replace(_ path: String, with entries: [Entry]) throws(RecordError) {
    let fresh = path + ".new"
    let files = FileManager.default
    for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: fresh + suffix) }
    do {
      let record = try LearnerRecord(path: fresh)
      _ = try record.merge(entries)
      try record.database.writeWithoutTransaction { db in
        // Everything into the one file that is moved.
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      try record.database.close()
      for suffix in ["-wal", "-shm"] { try? files.removeItem(atPath: path + suffix) }
      guard rename(fresh, path) == 0 else {
        throw RecordError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
      }
    } catch let error as RecordError {
      throw error
    } catch {
      throw .cannotWrite(path: path, reason: "\(error)")
    }
  }

  /// Copies the record to a file beside it and reads the copy back.
  ///
  /// - Returns: The copy's path.
  /// - Throws: `RecordError.cannotWrite` if the copy cannot be made or differs.
  public func backUp() throws(RecordError) -> String {
    var number = 1
    while FileManager.default.fileExists(atPath: "\(path).backup-\(number)") { number += 1 }
    let copy = "\(path).backup-\(number)"
    do {
      try database.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [copy])
      }
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy)
    } catch {
      throw .cannotWrite(path: copy, reason: "\(error)")
    }
    guard try LearnerRecord(path: copy).entries() == entries() else {
      throw .cannotWrite(path: copy, reason: "the copy differs from the record")
    }
    return copy
  }
}
