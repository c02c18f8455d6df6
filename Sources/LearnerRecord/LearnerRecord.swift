import Foundation
import GRDB
public import Practice

/// The learner's record on disk: a list of events in an SQLite file.
///
/// Every event is on disk when ``append(_:waiting:)`` returns. Several programs may use one file at once:
/// ``readNew(_:afresh:)`` brings what the others have written. A file that is damaged is mended from what can be
/// read of it and from the days' copies; one that is taken away while it is open is written again.
public final class LearnerRecord {
  /// Where the record is.
  public let path: String
  /// What became of a damaged file, if one was found and ``takeRecovery()`` has not told of it.
  public private(set) var recovery: Recovery?
  let file: RecordFile
  private(set) var database: DatabaseQueue
  private var identity: RecordFile.Identity?
  /// Held while the record is replaced, so that opening it again does not wait for itself.
  private var lock: RecordLock?
  /// What the program has read so far.
  private var cursor = RecordCursor()
  /// Whether a damaged file has been closed and could not be mended yet.
  private var isClosed = false
  /// How long a statement waits for other programs, in milliseconds.
  private var waiting = LearnerRecord.patience
  private static let patience = 15_000

  /// Opens a record, or begins one.
  ///
  /// A damaged file is kept under another name, never overwritten.
  ///
  /// - Parameters:
  ///   - path: The file; its folder is made if it is missing.
  ///   - milliseconds: How long to wait for programs that begin, mend or replace it.
  /// - Throws: `RecordError` if the file is newer than the program, another program's, or cannot be opened.
  public init(path: String, waiting milliseconds: Int = 15_000) throws(RecordError) {
    self.path = path
    let file = RecordFile(path)
    self.file = file
    let opened = try RecordOpening.open(file, waiting: milliseconds)
    database = opened.database
    recovery = opened.recovery
    identity = file.identity
  }

  /// What became of a damaged file, told once: nil until it happens again.
  public func takeRecovery() -> Recovery? {
    defer { recovery = nil }
    return recovery
  }

  /// Whether there is a record.
  ///
  /// - Throws: `RecordError` if something else has the name, or the system does not tell.
  public static func exists(at path: String) throws(RecordError) -> Bool {
    try RecordFile(path).isThere()
  }

  deinit { database.retire() }

  /// Why nothing can be written to the file now, as far as the system says; nil if nothing speaks against it.
  public var writingProblem: RecordError? {
    access(path, W_OK) == 0 && access(file.folder, W_OK) == 0
      ? nil : .cannotWrite(path: path, reason: .readOnly)
  }

  /// The name does not belong to the open file any more.
  private struct Moved: Error {}

  /// Puts an event on disk; one with a known id is left as it is.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - milliseconds: How long to wait for other programs.
  /// - Throws: `RecordError.cannotWrite`, for instance when the disk is full, or `busy`.
  public func append(_ event: LearnerEvent, waiting milliseconds: Int = 15_000) throws(RecordError)
  {
    let entry: RecordEntry
    do {
      entry = try RecordEntry(event)
    } catch {
      throw .cannotWrite(path: path, reason: RecordError.reason(of: error))
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
  ///   - take: Takes an event.
  ///   - afresh: Forgets all events delivered so far: the record was mended or begun anew, and all follow.
  /// - Throws: `RecordError.cannotOpen` if the file cannot be read any more, or `busy`.
  public func readNew(
    _ take: (LearnerEvent) -> Void, afresh: () -> Void = {}
  ) throws(RecordError) {
    try read { db in try cursor.readNew(db, take, afresh: afresh) }
  }

  /// Events that were not delivered before.
  ///
  /// - Throws: As ``readNew(_:afresh:)``.
  public func newEvents() throws(RecordError) -> [LearnerEvent] {
    var events: [LearnerEvent] = []
    try readNew({ events.append($0) }, afresh: { events = [] })
    return events
  }

  /// Does something with the file that has the record's name, in one transaction.
  ///
  /// - Throws: `RecordError`; then nothing has been written.
  func write<Result>(_ body: (Database) throws -> Result) throws(RecordError) -> Result {
    do {
      return try persistently {
        try database.writeWithoutTransaction { db in
          try db.execute(sql: RecordSQL.waiting(milliseconds: waiting))
          var result: Result?
          try db.inTransaction(.immediate) {
            // Under the lock: whoever mends or takes away a file does so before or after.
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
      throw RecordError.writing(path, failed: error)
    }
  }

  /// Reads something from the file.
  ///
  /// - Throws: `RecordError.cannotOpen` if it cannot be read any more, or `busy`.
  func read<Result>(_ body: (Database) throws -> Result) throws(RecordError) -> Result {
    do {
      return try persistently { try database.inDatabase(body) }
    } catch {
      throw RecordError.reading(path, failed: error)
    }
  }

  /// Does something while the folder of the record is locked.
  func locked<Result>(
    _ kind: RecordLock.Kind, _ body: (RecordLock) throws -> Result
  ) throws -> Result {
    if let lock { return try body(lock) }
    let taken = try RecordLock(kind, for: file)
    if kind == .exclusive { lock = taken }
    defer { lock = nil }
    return try body(taken)
  }

  /// Tries again with a whole file of the record's name where there was none.
  func persistently<Result>(_ body: () throws -> Result) throws -> Result {
    if isClosed { try mend() }
    do {
      return try body()
    } catch is Moved {
      try takeUpAgain()
    } catch  where RecordDamage.isCause(of: error) {
      // Another tutor may have mended it meanwhile.
      if file.identity == identity { try mend() } else { try takeUpAgain() }
    }
    return try body()
  }

  /// Opens the file that has the record's name now, and puts into it what the former one has.
  ///
  /// The former one stays open, nameless as it is, until all of it is written again.
  private func takeUpAgain() throws {
    let known = try RecordSalvage(database).entries
    let next = try RecordOpening.open(file, holding: lock)
    let identity = file.identity
    try next.database.write { db in for entry in known { try entry.insert(into: db) } }
    adopt(next, identity)
  }

  /// Looks at the whole file once more and mends it if it is damaged, with what this connection can still read.
  ///
  /// - Throws: `RecordError`; then the file is where it was.
  public func mend() throws(RecordError) {
    let known = isClosed ? [] : (try? RecordSalvage(database))?.entries ?? []
    // The system's locks would go with any other handle that is closed.
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

  /// Makes sure that the record has its name, even if its file was taken away after the latest event.
  ///
  /// - Throws: `RecordError` if it cannot be written again.
  public func settle() throws(RecordError) {
    guard file.identity != identity else { return }
    do {
      try takeUpAgain()
    } catch {
      throw RecordError.writing(path, failed: error)
    }
  }
}
