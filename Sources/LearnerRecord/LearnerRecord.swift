import Foundation
import GRDB
public import Practice

/// The learner's record on disk: an append-only list of events in an SQLite file.
///
/// Every event is on disk when ``append(_:)`` returns. Several programs may use one file at once:
/// ``readNew(_:afresh:)`` brings what the others have written. A file that is damaged is mended from what can be
/// read of it and from its latest copy; one that is taken away while it is open is written again.
public final class LearnerRecord {
  /// Where the record is.
  public let path: String
  /// What became of a damaged file, if one was found.
  public private(set) var recovery: Recovery?
  let file: RecordFile
  private(set) var database: DatabaseQueue
  private var identity: RecordFile.Identity?
  /// The first and the last row that was handed over; a record that was begun anew has another first one.
  private var firstRow: Int64?
  private var lastRow: Int64 = 0
  /// SQLite's count of what other connections have written, when it was last looked at.
  private var seenVersion: Int?
  /// Whether a damaged file has been closed and could not be mended yet.
  private var isClosed = false
  /// Whether rows have other numbers than when they were handed over.
  private var isRenumbered = false

  /// Opens a record, or begins one.
  ///
  /// A damaged file is kept under another name, never overwritten.
  ///
  /// - Parameter path: The file; its folder is made if it is missing.
  /// - Throws: `RecordError` if the file is newer than the program, another program's, or cannot be opened.
  public init(path: String) throws(RecordError) {
    self.path = path
    let file = RecordFile(path)
    self.file = file
    (database, recovery) = try Self.open(file)
    identity = file.identity
  }

  /// Why nothing can be written to the file now, as far as the system says; nil if nothing speaks against it.
  public var writingProblem: RecordError? {
    access(path, W_OK) == 0 && access(file.folder, W_OK) == 0
      ? nil : .cannotWrite(path: path, reason: .readOnly)
  }

  private static func open(
    _ file: RecordFile
  ) throws(RecordError) -> (DatabaseQueue, Recovery?) {
    try file.locked { () throws(RecordError) in
      let isNew = try file.prepare()
      do {
        guard isNew || file.size != 0 || !hasPast(file) else { throw RecordDatabase.Damage() }
        return (try RecordDatabase.open(file.path, isExpectedEmpty: isNew || file.size == 0), nil)
      } catch let error as RecordError {
        throw error
      } catch  where RecordDatabase.isDamage(error, at: file.path) {
        return try mended(file)
      } catch {
        if let error = error as? DatabaseError, error.resultCode == .SQLITE_BUSY {
          throw .busy(path: file.path)
        }
        throw .cannotOpen(path: file.path, reason: RecordError.reason(of: error))
      }
    }
  }

  /// Whether an emptied file had something in it: SQLite would throw its log away.
  private static func hasPast(_ file: RecordFile) -> Bool {
    (RecordFile.status(of: file.path + "-wal")?.st_size ?? 0) > 0
      || !RecordCopies(file).daily.isEmpty
  }

  /// Mends a file that nobody else opens meanwhile.
  private static func mended(
    _ file: RecordFile, knowing known: [Entry] = []
  ) throws(RecordError) -> (DatabaseQueue, Recovery?) {
    let recovery = try Recovery.mend(file, knowing: known)
    do {
      return (try RecordDatabase.open(file.path, isExpectedEmpty: false), recovery)
    } catch {
      throw .cannotOpen(path: file.path, reason: RecordError.reason(of: error))
    }
  }

  /// The name does not belong to the open file any more.
  private struct Moved: Error {}

  /// Puts an event on disk; one with a known id is left as it is.
  ///
  /// - Throws: `RecordError.cannotWrite`, for instance when the disk is full, or `busy`.
  public func append(_ event: LearnerEvent) throws(RecordError) {
    let entry: Entry
    do {
      entry = try Entry(event)
    } catch {
      throw .cannotWrite(path: path, reason: RecordError.reason(of: error))
    }
    _ = try write { db in try entry.insert(into: db) }
  }

  /// Does something with the file that has the record's name, in one transaction.
  ///
  /// - Throws: `RecordError`; then nothing has been written.
  func write<Result>(_ body: (Database) throws -> Result) throws(RecordError) -> Result {
    do {
      return try persistently {
        try database.write { db in
          // Under the lock: whoever mends or takes away a file does so before or after.
          guard file.identity == identity else { throw Moved() }
          seenVersion = nil
          return try body(db)
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
      switch RecordError.writing(path, failed: error) {
      case .cannotWrite(let path, let reason): throw .cannotOpen(path: path, reason: reason)
      case let other: throw other
      }
    }
  }

  /// Tries again with a whole file of the record's name where there was none.
  private func persistently<Result>(_ body: () throws -> Result) throws -> Result {
    if isClosed { try mend() }
    do {
      return try body()
    } catch is Moved {
      try takeUpAgain()
    } catch  where RecordDatabase.isDamage(error, at: path) {
      // Another tutor may have mended it meanwhile.
      if file.identity == identity { try mend() } else { try takeUpAgain() }
    }
    return try body()
  }

  /// Opens the file that has the record's name now, and puts into it what the former one has.
  ///
  /// The former one stays open, nameless as it is, until all of it is written again.
  private func takeUpAgain() throws(RecordError) {
    let known = RecordSalvage.entries(of: database)
    let (next, recovery) = try Self.open(file)
    let identity = file.identity
    do {
      try next.write { db in for entry in known { try entry.insert(into: db) } }
    } catch {
      throw RecordError.writing(path, failed: error)
    }
    adopt(next, identity, recovery)
  }

  /// Mends the open file, with what this connection can still read of it.
  private func mend() throws(RecordError) {
    let known = isClosed ? [] : RecordSalvage.entries(of: database)
    // The system's locks would go with any other handle that is closed.
    try? database.close()
    isClosed = true
    let (next, recovery) = try file.locked { () throws(RecordError) in
      try Self.mended(file, knowing: known)
    }
    adopt(next, file.identity, recovery)
  }

  private func adopt(
    _ next: DatabaseQueue, _ identity: RecordFile.Identity?, _ recovery: Recovery?
  ) {
    database = next
    self.identity = identity
    self.recovery = recovery ?? self.recovery
    isClosed = false
    seenVersion = nil
    isRenumbered = true
  }

  /// Makes sure that the record has its name, even if its file was taken away after the latest event.
  ///
  /// - Throws: `RecordError` if it cannot be written again.
  public func settle() throws(RecordError) {
    if file.identity != identity { try takeUpAgain() }
  }

  /// Hands over events that were not handed over before, in the order in which they were written.
  ///
  /// Facts that this program does not know are passed over, and stay in the file.
  ///
  /// - Parameters:
  ///   - take: Takes an event.
  ///   - afresh: Forgets all events handed over so far: the record was mended or begun anew, and all follow.
  /// - Throws: `RecordError.cannotOpen` if the file cannot be read any more, or `busy`.
  public func readNew(
    _ take: (LearnerEvent) -> Void, afresh: () -> Void = {}
  ) throws(RecordError) {
    try read { db in try readRows(db, take, afresh) }
  }

  /// Events that were not handed over before.
  ///
  /// - Throws: As ``readNew(_:afresh:)``.
  public func newEvents() throws(RecordError) -> [LearnerEvent] {
    var events: [LearnerEvent] = []
    try readNew({ events.append($0) }, afresh: { events = [] })
    return events
  }

  private func readRows(
    _ db: Database, _ take: (LearnerEvent) -> Void, _ afresh: () -> Void
  ) throws {
    // Asked at every key, so it must cost next to nothing.
    let version = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
    if seenVersion != nil, version == seenVersion { return }
    let first = try Int64.fetchOne(db.cachedStatement(sql: "SELECT min(row) FROM event"))
    if isRenumbered || (lastRow > 0 && first != firstRow) {
      lastRow = 0
      isRenumbered = false
      afresh()
    }
    firstRow = first
    let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(row) FROM event")) ?? 0
    if last - lastRow < Self.longRecord {
      try readRows(db, take)
    } else {
      try Relay.run(taking: take) { give in try readRows(db, give) }
    }
    seenVersion = version
  }

  /// So many rows are worth a second thread.
  private static let longRecord = 20_000

  private func readRows(_ db: Database, _ take: (LearnerEvent) -> Void) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT \(RecordRow.columns) FROM event WHERE row > ? ORDER BY row")
    let rows = try Row.fetchCursor(statement, arguments: [lastRow])
    let decoder = JSONDecoder()
    while try rows.next() != nil {
      let row = try RecordRow(reachedBy: statement)
      lastRow = row.number
      if let event = row.entry.event(decoder) { take(event) }
    }
  }
}

extension LearnerRecord.Entry {
  /// An event as it goes to disk.
  init(_ event: LearnerEvent) throws {
    self.init(
      id: event.id, time: event.time, utcOffset: event.utcOffset,
      fact: String(decoding: try JSONEncoder().encode(event.fact), as: UTF8.self))
  }

  /// The event, if the program knows its fact.
  func event(_ decoder: JSONDecoder) -> LearnerEvent? {
    guard
      let fact = Fact(plain: fact) ?? (try? decoder.decode(Fact.self, from: Data(fact.utf8)))
    else { return nil }
    return LearnerEvent(id: id, time: time, utcOffset: utcOffset, fact: fact)
  }
}
