import Foundation
import GRDB
public import Practice

/// A record as JSON Lines: a header, then an event a line, facts as they are on disk.
///
/// Uniting is the union of events by id, so nothing that is imported can change or remove what is
/// there, and importing twice is importing once.
extension LearnerRecord {
  /// An event as it is on disk, whether this program knows its fact or not.
  public typealias Entry = RecordEntry

  /// What came of uniting.
  public struct Merged: Equatable, Sendable {
    /// Events that were not there before.
    public var added = 0
    /// Events that were.
    public var known = 0
  }

  /// Every event by its time, those of one second by their ids.
  ///
  /// - Throws: `RecordError.cannotOpen` if the file cannot be read any more.
  public func entries() throws(RecordError) -> [Entry] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT \(RecordRow.columns) FROM event ORDER BY time, id")
        .map { try RecordRow($0).entry }
    }
  }

  /// The record as JSON Lines.
  ///
  /// - Throws: `RecordError.cannotOpen` if the file cannot be read any more.
  public func exported() throws(RecordError) -> String { RecordLines.text(try entries()) }

  /// Events that are on no record as JSON Lines.
  public static func exported(_ events: [LearnerEvent]) -> String {
    RecordLines.text(events.compactMap { try? Entry($0) })
  }

  /// The events of another record, whose file stays untouched; of a damaged one, those that can be read.
  ///
  /// - Throws: `RecordError` if it is no record, or a newer one.
  public static func entries(ofFile path: String) throws(RecordError) -> [Entry] {
    try RecordSalvage.withCopy(of: path) { (copy) throws(RecordError) in
      do {
        _ = try RecordDatabase.open(copy, isExpectedEmpty: false)
      } catch let error as RecordError {
        throw error
      } catch  where RecordDatabase.isDamage(error, at: copy) {
        guard !RecordSalvage.readable(copy).isEmpty else {
          throw .cannotOpen(path: path, reason: .foreign)
        }
      } catch {
        throw .cannotOpen(path: path, reason: RecordError.reason(of: error))
      }
      return RecordSalvage.readable(copy).sorted()
    }
  }

  /// The events that can be read of a record which cannot be opened, or else of its latest copy.
  public static func readable(at path: String) -> [LearnerEvent] {
    let decoder = JSONDecoder()
    let found = RecordSalvage.entries(ofFile: path)
    return (found.isEmpty ? RecordCopies(ofRecord: path).latestEntries : found)
      .compactMap { $0.event(decoder) }
  }

  /// Reads JSON Lines.
  ///
  /// - Parameters:
  ///   - text: What ``exported()`` gives, of this version of the format.
  ///   - file: What the text is called in errors.
  /// - Returns: The events, known facts or not.
  /// - Throws: `RecordError.badLine` at the first line that is no event.
  public static func entries(in text: String, of file: String) throws(RecordError) -> [Entry] {
    try RecordLines.entries(in: text, of: file)
  }

  /// Unites the record with other events, all of them or none.
  ///
  /// - Parameter entries: Events of another record; what is known by its id stays as it is.
  /// - Returns: How many were new.
  /// - Throws: `RecordError.cannotWrite`; then the record is as it was.
  public func merge(_ entries: [Entry]) throws(RecordError) -> Merged {
    try write { db in
      var merged = Merged()
      for entry in entries {
        if try entry.insert(into: db) { merged.added += 1 } else { merged.known += 1 }
      }
      return merged
    }
  }

  /// Begins the record anew with some events; what it had is lost if nobody kept a copy.
  ///
  /// It happens in one transaction, so that other windows see the one record or the other.
  ///
  /// - Parameter entries: All events it has from now on.
  /// - Throws: `RecordError.cannotWrite`; then the record is as it was.
  public func replaceAll(with entries: [Entry]) throws(RecordError) {
    try write { db in
      try db.execute(sql: "DELETE FROM event")
      for entry in entries { try entry.insert(into: db) }
    }
  }

  /// Copies the record to a file beside it and reads the copy back.
  ///
  /// - Returns: The copy's path.
  /// - Throws: `RecordError.cannotWrite` if the copy cannot be made or differs.
  public func backUp() throws(RecordError) -> String {
    let copy = file.freeName("backup")
    try RecordCopies(file).write(to: copy)
    guard try RecordSalvage.entries(ofFile: copy).sorted() == entries() else {
      throw .cannotWrite(path: copy, reason: .copyDiffers)
    }
    return copy
  }
}

extension LearnerRecord.Entry: Comparable {
  /// By their times, those of one second by their ids.
  public static func < (one: Self, other: Self) -> Bool {
    (one.time, one.id) < (other.time, other.id)
  }
}
