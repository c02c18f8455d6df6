import Foundation
import GRDB
public import Practice

/// What goes into a record and out of it as a whole.
///
/// Uniting is the union of events by id, so nothing that is imported can change or remove what is
/// there, and importing twice is importing once.
extension LearnerRecord {
  /// What came of uniting.
  public struct Merged: Equatable, Sendable {
    /// Events that were not there before.
    public var added = 0
    /// Events that were.
    public var known = 0
  }

  /// What came of a change, and where the record as it was is kept.
  public struct Change<Result> {
    /// What came of it.
    public var result: Result
    /// The copy's path; nil if there was nothing to copy.
    public var keptAs: String?
  }

  /// Every event by its time, those of one second by their ids.
  ///
  /// - Throws: `RecordError.cannotOpen` if the file cannot be read any more.
  public func entries() throws(RecordError) -> [RecordEntry] {
    try read { db in try db.snapshot { try Self.written(db) } }.sorted()
  }

  /// Every event in the order in which they were written.
  private static func written(_ db: Database) throws -> [RecordEntry] {
    var entries: [RecordEntry] = []
    try RecordRow.all(of: db) { entries.append($0.entry) }
    return entries
  }

  /// The record as JSON Lines.
  ///
  /// - Throws: `RecordError.cannotOpen` if the file cannot be read any more.
  public func exported() throws(RecordError) -> String { RecordLines.text(try entries()) }

  /// Events that are on no record as JSON Lines.
  public static func exported(_ events: [LearnerEvent]) -> String {
    RecordLines.text(events.compactMap { try? RecordEntry($0) })
  }

  /// The events of another record, whose file stays untouched; of a damaged one, those that can be read.
  ///
  /// - Throws: `RecordError` if it is no record, or a newer one, or cannot be read.
  public static func reading(ofFile path: String) throws(RecordError) -> RecordReading {
    let image = try RecordImage(path)
    do {
      var reading = RecordReading()
      do {
        try image.read { db in
          guard try RecordSchema(db).state(path) != .empty else { throw RecordDamage() }
          try RecordDatabase.checkPages(db)
        }
      } catch  where RecordSalvage.isHole(error) {
        reading.isDamaged = true
      }
      let salvage = try RecordSalvage(image)
      if reading.isDamaged, salvage.entries.isEmpty {
        throw RecordError.cannotOpen(path: path, reason: .foreign)
      }
      reading.isDamaged = reading.isDamaged || salvage.isDamaged
      reading.entries = salvage.entries.sorted()
      reading.refused = salvage.refused
      return reading
    } catch {
      throw RecordError.reading(path, failed: error)
    }
  }

  /// The events that can be read of a record which cannot be opened, or else of its copies.
  ///
  /// - Throws: `RecordError.cannotOpen` if the system cannot read it.
  public static func readable(at path: String) throws(RecordError) -> [RecordEntry] {
    do {
      let found = try RecordSalvage(RecordImage(path)).entries
      return try found.isEmpty ? RecordCopies(ofRecord: path).entries() : found.sorted()
    } catch {
      throw RecordError.reading(path, failed: error)
    }
  }

  /// Unites the record with other events, all of them or none.
  ///
  /// - Parameter entries: Events of another record; what is known by its id stays as it is.
  /// - Returns: How many were new.
  /// - Throws: `RecordError.cannotWrite`; then the record is as it was.
  public func merge(_ entries: [RecordEntry]) throws(RecordError) -> Merged {
    try write { db in try merge(entries, into: db) }
  }

  private func merge(_ entries: [RecordEntry], into db: Database) throws -> Merged {
    var merged = Merged()
    for entry in entries {
      guard entry.problem == nil else {
        throw RecordError.cannotWrite(path: path, reason: .impossible)
      }
      if try entry.insert(into: db) { merged.added += 1 } else { merged.known += 1 }
    }
    return merged
  }

  /// The same, after a copy has been made.
  ///
  /// - Throws: `RecordError`; then the record is as it was.
  public func mergeKeepingCopy(_ entries: [RecordEntry]) throws(RecordError) -> Change<Merged> {
    try changeKeepingCopy { db, _ in try merge(entries, into: db) }
  }

  /// Begins the record anew, after a copy has been made.
  ///
  /// Copy and replacement are one transaction, in which no other window writes: an answer that another window gives is
  /// either in the copy or in the new record. The days' copies are forgotten, since a record that is damaged later is
  /// mended from them; the day's copy is made anew.
  ///
  /// - Parameters:
  ///   - day: The day, as in 2027-01-31.
  ///   - change: All events the record has from now on, by all it has now.
  /// - Returns: How many those are.
  /// - Throws: `RecordError`; then the record is as it was.
  public func replaceKeepingCopy(
    day: String, _ change: ([RecordEntry]) -> [RecordEntry]
  ) throws(RecordError) -> Change<Int> {
    do {
      return try locked(.exclusive) { lock in
        let done = try changeKeepingCopy { db, lock in
          let entries = change(try Self.written(db))
          try db.execute(sql: RecordSQL.removeAll)
          _ = try merge(entries, into: db)
          RecordCopies(file).forget(lock)
          return entries.count
        }
        // The record is what it should be, with this copy or without.
        try? RecordCopies(file).keep(day: day, anew: true, lock)
        return done
      }
    } catch {
      throw RecordError.writing(path, failed: error)
    }
  }

  private func changeKeepingCopy<Result>(
    _ body: (Database, RecordLock) throws -> Result
  ) throws(RecordError) -> Change<Result> {
    do {
      return try locked(.exclusive) { lock in
        try write { db in
          // By another connection, which sees what is on disk while this one lets nobody write.
          let copy = try keepCopy(lock)
          do {
            return Change(result: try body(db, lock), keptAs: copy)
          } catch {
            if let copy { unlink(copy) }
            throw error
          }
        }
      }
    } catch {
      throw RecordError.writing(path, failed: error)
    }
  }

  /// Copies the record, if there is anything in it.
  private func keepCopy(_ lock: RecordLock) throws -> String? {
    let copy = try RecordCopy(of: file, lock)
    return copy.count == 0 ? nil : try copy.publish(as: Self.backup)
  }

  private static let backup = "backup"

  /// Copies the record to a file beside it.
  ///
  /// - Returns: The copy's path.
  /// - Throws: `RecordError.cannotWrite` if the copy cannot be made.
  public func backUp() throws(RecordError) -> String {
    do {
      return try persistently {
        try locked(.shared) { lock in try RecordCopy(of: file, lock).publish(as: Self.backup) }
      }
    } catch {
      throw RecordError.writing(path, failed: error)
    }
  }
}
