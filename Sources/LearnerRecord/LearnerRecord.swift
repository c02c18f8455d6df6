import Foundation
import GRDB
public import Practice

/// The learner's record on disk: a list of events in an SQLite file.
///
/// Every event is on disk when ``append(_:waiting:)`` returns. Several programs may use one file at the same time:
/// ``readNew(_:restart:)`` delivers what the others have written. A damaged file is repaired from its readable part and
/// from the daily copies. A file that is removed while it is open is written again.
public final class LearnerRecord {
  public let path: String
  /// The result of repairing a damaged file that ``takeRecovery()`` has not returned yet; nil if there is none.
  public private(set) var recovery: Recovery?
  let file: RecordFile
  private(set) var database: DatabaseQueue
  private var identity: RecordFile.Identity?
  /// Held while the record is replaced, so that reopening it does not wait for itself.
  private var lock: RecordLock?
  /// The position up to which the record was read.
  private var cursor = RecordCursor()
  /// Whether a damaged file was closed and could not be repaired yet.
  private var isClosed = false
  /// The milliseconds that a statement waits for other programs.
  private var waiting = LearnerRecord.patience
  private static let patience = 15_000

  /// Opens or creates a record.
  ///
  /// A damaged file is kept under another name, never overwritten.
  ///
  /// - Parameters:
  ///   - path: The file; its folder is created if it is missing.
  ///   - milliseconds: The timeout for waiting for programs that create, repair or replace it.
  /// - Throws: `LearnerRecordError` if the file is newer than the program, belongs to another program, or cannot be opened.
  public init(path: String, waiting milliseconds: Int = 15_000) throws(LearnerRecordError) {
    self.path = path
    let file = RecordFile(path)
    self.file = file
    let opened = try RecordOpening.open(file, waiting: milliseconds)
    database = opened.database
    recovery = opened.recovery
    identity = file.identity
  }

  /// Returns the result of repairing a damaged file once; nil until the next repair.
  public func takeRecovery() -> Recovery? {
    defer { recovery = nil }
    return recovery
  }

  /// Whether the record exists.
  ///
  /// - Throws: `LearnerRecordError` if the path is not a regular file, or cannot be examined.
  public static func exists(at path: String) throws(LearnerRecordError) -> Bool {
    try RecordFile(path).isThere()
  }

  deinit { database.retire() }

  /// The reason why the file cannot be written now; nil if none is known.
  public var writingProblem: LearnerRecordError? {
    access(path, W_OK) == 0 && access(file.folder, W_OK) == 0
      ? nil : .cannotWrite(path: path, reason: .readOnly)
  }

  /// The path now refers to another file than the open one.
  private struct Moved: Error {}

  /// Writes an event to disk; an event with a known id is ignored.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - milliseconds: The timeout for waiting for other programs.
  /// - Throws: `LearnerRecordError.cannotWrite`, for instance if the disk is full, or `busy`.
  public func append(_ event: LearnerEvent, waiting milliseconds: Int = 15_000)
    throws(LearnerRecordError)
  {
    let entry: RecordEntry
    do {
      entry = try RecordEntry(event)
    } catch {
      throw .cannotWrite(path: path, reason: LearnerRecordError.reason(of: error))
    }
    guard entry.problem == nil else { throw .cannotWrite(path: path, reason: .impossible) }
    waiting = milliseconds
    defer { waiting = Self.patience }
    _ = try write { db in try entry.insert(into: db) }
  }

  /// Delivers events appended since the previous call, in the order in which they were written.
  ///
  /// Facts that this program does not know are skipped, and stay in the file.
  ///
  /// - Parameters:
  ///   - take: Handles an event.
  ///   - restart: Forgets all events delivered so far; called if the record was repaired or reset, before all follow.
  /// - Throws: `LearnerRecordError.cannotOpen` if the file cannot be read any more, or `busy`.
  public func readNew(
    _ take: (LearnerEvent) -> Void, restart: () -> Void = {}
  ) throws(LearnerRecordError) {
    try read { db in try cursor.readNew(db, take, restart: restart) }
  }

  /// Events that were not delivered before.
  ///
  /// - Throws: The errors of ``readNew(_:restart:)``.
  public func newEvents() throws(LearnerRecordError) -> [LearnerEvent] {
    var events: [LearnerEvent] = []
    try readNew({ events.append($0) }, restart: { events = [] })
    return events
  }

  /// Runs a write transaction on the file at the record's path.
  ///
  /// - Throws: `LearnerRecordError`; then nothing was written.
  func write<Result>(_ body: (Database) throws -> Result) throws(LearnerRecordError) -> Result {
    do {
      return try persistently {
        try database.writeWithoutTransaction { db in
          try db.execute(sql: RecordSQL.waiting(milliseconds: waiting))
          var result: Result?
          try db.inTransaction(.immediate) {
            // Under the lock: a file is repaired or replaced either before or after.
            guard file.identity == identity else { throw Moved() }
            cursor.expectRows()
            result = try body(db)
            return .commit
          }
          guard let result else { throw RecordDamage() }
          return result
        }
      }
    } catch {
      throw LearnerRecordError.writing(path, failed: error)
    }
  }

  /// Reads from the file.
  ///
  /// - Throws: `LearnerRecordError.cannotOpen` if it cannot be read any more, or `busy`.
  func read<Result>(_ body: (Database) throws -> Result) throws(LearnerRecordError) -> Result {
    do {
      return try persistently { try database.inDatabase(body) }
    } catch {
      throw LearnerRecordError.reading(path, failed: error)
    }
  }

  /// Runs a closure while the record's folder is locked.
  func locked<Result>(
    _ kind: RecordLock.Kind, _ body: (RecordLock) throws -> Result
  ) throws -> Result {
    if let lock { return try body(lock) }
    let taken = try RecordLock(kind, for: file)
    if kind == .exclusive { lock = taken }
    defer { lock = nil }
    return try body(taken)
  }

  /// Repeats a closure after replacing a missing or damaged file.
  func persistently<Result>(_ body: () throws -> Result) throws -> Result {
    if isClosed { try repair() }
    do {
      return try body()
    } catch is Moved {
      try replaceMissing()
    } catch  where RecordDamage.isCause(of: error) {
      // Another instance may have repaired it meanwhile.
      if file.identity == identity { try repair() } else { try replaceMissing() }
    }
    return try body()
  }

  /// Opens the file that is at the record's path now, and merges the events of the previous one into it.
  ///
  /// The previous file stays open, without a name, until all of it is written again.
  private func replaceMissing() throws {
    let known = try RecordSalvage(database).entries
    let next = try RecordOpening.open(file, holding: lock)
    let identity = file.identity
    try next.database.write { db in for entry in known { try entry.insert(into: db) } }
    adopt(next, identity)
  }

  /// Reads the whole file once more and repairs it if it is damaged, using what this connection can still read.
  ///
  /// - Throws: `LearnerRecordError`; then the file is in its place.
  public func repair() throws(LearnerRecordError) {
    let known = isClosed ? [] : (try? RecordSalvage(database))?.entries ?? []
    // Closing any other handle of the file would release POSIX locks.
    try? database.close()
    isClosed = true
    adopt(try RecordOpening.open(file, suspecting: known, holding: lock), file.identity)
  }

  private func adopt(_ next: RecordOpening.Opened, _ identity: RecordFile.Identity?) {
    database.retire()
    database = next.database
    self.identity = identity
    recovery = next.recovery ?? recovery
    isClosed = false
    cursor.restart()
  }

  /// Ensures that the file is at the record's path, even if it was removed after the latest event.
  ///
  /// - Throws: `LearnerRecordError` if it cannot be written again.
  public func settle() throws(LearnerRecordError) {
    guard file.identity != identity else { return }
    do {
      try replaceMissing()
    } catch {
      throw LearnerRecordError.writing(path, failed: error)
    }
  }
}
