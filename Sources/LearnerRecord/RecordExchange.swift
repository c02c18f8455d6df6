import Foundation
import GRDB
public import Practice

/// Import, export, merging and copies.
///
/// Merging is the union of events by id. So an import can neither change nor remove existing events, and importing
/// twice equals importing once.
extension LearnerRecord {
  /// The result of merging.
  public struct Merged: Equatable, Sendable {
    /// The number of new events.
    public var added = 0
    /// The number of existing events.
    public var known = 0
  }

  /// The result of a change, and the path of the previous record's copy.
  public struct Change<Result> {
    public var result: Result
    /// The copy's path; nil if there was nothing to copy.
    public var keptAs: String?
  }

  /// All events in order of time, then id.
  ///
  /// - Throws: `LearnerRecordError.cannotOpen` if the file cannot be read any more.
  public func entries() throws(LearnerRecordError) -> [RecordEntry] {
    try read { db in try db.snapshot { try Self.written(db) } }.sorted()
  }

  /// All events in the order of writing.
  private static func written(_ db: Database) throws -> [RecordEntry] {
    var entries: [RecordEntry] = []
    try RecordRow.all(of: db) { entries.append($0.entry) }
    return entries
  }

  /// The record as JSON Lines.
  ///
  /// - Throws: `LearnerRecordError.cannotOpen` if the file cannot be read any more.
  public func exported() throws(LearnerRecordError) -> String { RecordLines.text(try entries()) }

  /// Events outside any record as JSON Lines.
  public static func exported(_ events: [LearnerEvent]) -> String {
    RecordLines.text(events.compactMap { try? RecordEntry($0) })
  }

  /// The events of another record, whose file is not modified; of a damaged one, the readable ones.
  ///
  /// - Throws: `LearnerRecordError` if it is not a record, is newer, or cannot be read.
  public static func reading(ofFile path: String) throws(LearnerRecordError) -> RecordReading {
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
        throw LearnerRecordError.cannotOpen(path: path, reason: .foreign)
      }
      reading.isDamaged = reading.isDamaged || salvage.isDamaged
      reading.entries = salvage.entries.sorted()
      reading.refused = salvage.refused
      return reading
    } catch {
      throw LearnerRecordError.reading(path, failed: error)
    }
  }

  /// The readable events of a record that cannot be opened, or else of its copies.
  ///
  /// - Throws: `LearnerRecordError.cannotOpen` if the system cannot read it.
  public static func readable(at path: String) throws(LearnerRecordError) -> [RecordEntry] {
    do {
      let found = try RecordSalvage(RecordImage(path)).entries
      return try found.isEmpty ? RecordCopies(ofRecord: path).entries() : found.sorted()
    } catch {
      throw LearnerRecordError.reading(path, failed: error)
    }
  }

  /// Merges events into the record, all or none.
  ///
  /// - Parameter entries: Events of another record; existing ids are not changed.
  /// - Returns: The number of new and existing events.
  /// - Throws: `LearnerRecordError.cannotWrite`; then the record is unchanged.
  public func merge(_ entries: [RecordEntry]) throws(LearnerRecordError) -> Merged {
    try write { db in try merge(entries, into: db) }
  }

  private func merge(_ entries: [RecordEntry], into db: Database) throws -> Merged {
    var merged = Merged()
    for entry in entries {
      guard entry.problem == nil else {
        throw LearnerRecordError.cannotWrite(path: path, reason: .impossible)
      }
      if try entry.insert(into: db) { merged.added += 1 } else { merged.known += 1 }
    }
    return merged
  }

  /// The same after making a copy.
  ///
  /// - Throws: `LearnerRecordError`; then the record is unchanged.
  public func mergeKeepingCopy(_ entries: [RecordEntry]) throws(LearnerRecordError) -> Change<
    Merged
  > {
    try changeKeepingCopy { db, _ in try merge(entries, into: db) }
  }

  /// Replaces all events, after making a copy.
  ///
  /// Copy and replacement are one transaction, in which no other instance writes: an answer given in another instance
  /// is either in the copy or in the new record. The daily copies are removed, because a record that is damaged later
  /// would be repaired from them; the day's copy is made again.
  ///
  /// - Parameters:
  ///   - day: The day, as in 2027-01-31.
  ///   - change: Computes the new events from the current ones.
  /// - Returns: The number of events.
  /// - Throws: `LearnerRecordError`; then the record is unchanged.
  public func replaceKeepingCopy(
    day: String, _ change: ([RecordEntry]) -> [RecordEntry]
  ) throws(LearnerRecordError) -> Change<Int> {
    do {
      return try locked(.exclusive) { lock in
        let done = try changeKeepingCopy { db, lock in
          let entries = change(try Self.written(db))
          try db.execute(sql: RecordSQL.removeAll)
          _ = try merge(entries, into: db)
          RecordCopies(file).forget(lock)
          return entries.count
        }
        // The record is complete even without this copy.
        try? RecordCopies(file).keep(day: day, replacing: true, lock)
        return done
      }
    } catch {
      throw LearnerRecordError.writing(path, failed: error)
    }
  }

  private func changeKeepingCopy<Result>(
    _ body: (Database, RecordLock) throws -> Result
  ) throws(LearnerRecordError) -> Change<Result> {
    do {
      return try locked(.exclusive) { lock in
        try write { db in
          // Through another connection, which sees the committed state while this one prevents writes.
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
      throw LearnerRecordError.writing(path, failed: error)
    }
  }

  /// Copies the record unless it is empty.
  private func keepCopy(_ lock: RecordLock) throws -> String? {
    let copy = try RecordCopy(of: file, lock)
    return copy.count == 0 ? nil : try copy.publish(as: Self.backup)
  }

  private static let backup = "backup"

  /// Copies the record to a file next to it.
  ///
  /// - Returns: The copy's path.
  /// - Throws: `LearnerRecordError.cannotWrite` if the copy cannot be made.
  public func backUp() throws(LearnerRecordError) -> String {
    do {
      return try persistently {
        try locked(.shared) { lock in try RecordCopy(of: file, lock).publish(as: Self.backup) }
      }
    } catch {
      throw LearnerRecordError.writing(path, failed: error)
    }
  }
}
