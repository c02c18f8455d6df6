import Foundation
import GRDB
public import Practice

/// The learner's record on disk: an append-only list of events in an SQLite file.
///
/// Every event is on disk when ``append(_:)`` returns. Several programs may use one file at once:
/// ``newEvents()`` brings what the others have written.
public final class LearnerRecord {
  /// Where the record is.
  public let path: String
  /// Where a file that was no record has been moved to, if that has happened.
  public let movedAside: String?
  let database: DatabaseQueue
  private var lastRow: Int64 = 0
  /// SQLite's count of what other connections have written, when it was last looked at.
  private var seenVersion: Int?

  /// The format this program writes.
  private static let format = 1

  /// Opens a record, or begins one.
  ///
  /// A file that is not a database is moved aside, never overwritten.
  ///
  /// - Parameter path: The file; its folder is made if it is missing.
  /// - Throws: `RecordError` if the file is newer than the program or cannot be opened.
  public init(path: String) throws(RecordError) {
    self.path = path
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    do {
      if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      }
    } catch {
      throw .cannotOpen(path: path, reason: error.localizedDescription)
    }
    do {
      database = try Self.open(path)
      movedAside = nil
    } catch let error as DatabaseError where error.isDamage {
      do {
        movedAside = try Self.moveAside(path)
        database = try Self.open(path)
      } catch {
        throw .cannotOpen(path: path, reason: "\(error)")
      }
    } catch let error as RecordError {
      throw error
    } catch {
      throw .cannotOpen(path: path, reason: "\(error)")
    }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      guard found <= format else {
        throw RecordError.newerFormat(path: path, found: found, known: format)
      }
      if found == 0 {
        try db.execute(sql: schema)
        try db.execute(sql: "PRAGMA user_version = \(format)")
      }
    }
    return queue
  }

  private static let schema = """
    CREATE TABLE IF NOT EXISTS event (
      row INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      time INTEGER NOT NULL,
      utc_offset INTEGER NOT NULL,
      fact TEXT NOT NULL
    ) STRICT;
    """

  /// Moves a file that is no record, and what SQLite has put beside it, out of the way.
  private static func moveAside(_ path: String) throws -> String {
    var number = 1
    while FileManager.default.fileExists(atPath: "\(path).damaged-\(number)") { number += 1 }
    let name = "\(path).damaged-\(number)"
    try FileManager.default.moveItem(atPath: path, toPath: name)
    for suffix in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.moveItem(atPath: path + suffix, toPath: name + suffix)
    }
    return name
  }

  /// Puts an event on disk; one with a known id is left as it is.
  ///
  /// - Throws: `RecordError.cannotWrite`, for instance when the disk is full.
  public func append(_ event: LearnerEvent) throws(RecordError) {
    do {
      let fact = String(decoding: try JSONEncoder().encode(event.fact), as: UTF8.self)
      try database.write { db in
        try db.execute(
          sql: "INSERT OR IGNORE INTO event (id, time, utc_offset, fact) VALUES (?, ?, ?, ?)",
          arguments: [event.id, event.time, event.utcOffset, fact])
      }
      seenVersion = nil
    } catch {
      throw .cannotWrite(path: path, reason: "\(error)")
    }
  }

  /// The rows after the last one handed over; nil if nothing has been written since.
  private func newRows() throws -> [Row]? {
    let (after, seen) = (lastRow, seenVersion)
    let (version, rows) = try database.inDatabase { db -> (Int?, [Row]?) in
      // Asked at every key, so it must cost next to nothing.
      let version = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
      if seen != nil, version == seen { return (version, nil) }
      let statement = try db.cachedStatement(
        sql: "SELECT row, id, time, utc_offset, fact FROM event WHERE row > ? ORDER BY row")
      return (version, try Row.fetchAll(statement, arguments: [after]))
    }
    seenVersion = version
    return rows
  }

  /// Events that were not handed over before, in the order in which they were written.
  ///
  /// Facts that this program does not know are passed over, and stay in the file.
  ///
  /// - Throws: `RecordError.cannotOpen` if the file cannot be read any more.
  public func newEvents() throws(RecordError) -> [LearnerEvent] {
    do {
      guard let rows = try newRows() else { return [] }
      let decoder = JSONDecoder()
      return rows.compactMap { row in
        let number: Int64 = row["row"]
        lastRow = max(lastRow, number)
        let text: String = row["fact"]
        let plain = Fact(plain: text)
        guard let fact = plain ?? (try? decoder.decode(Fact.self, from: Data(text.utf8))) else {
          return nil
        }
        return LearnerEvent(
          id: row["id"], time: row["time"], utcOffset: row["utc_offset"], fact: fact)
      }
    } catch {
      throw .cannotOpen(path: path, reason: "\(error)")
    }
  }
}

extension DatabaseError {
  /// Whether the file is no database at all, or a broken one.
  fileprivate var isDamage: Bool {
    resultCode == .SQLITE_NOTADB || resultCode == .SQLITE_CORRUPT
  }
}
