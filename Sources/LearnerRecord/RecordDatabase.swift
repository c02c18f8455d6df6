import Foundation
import GRDB

/// A record as an SQLite file: its formats, and how one becomes the next.
///
/// Format 1 had no seals. Format 2 has them, and is marked as a record of this program.
enum RecordDatabase {
  /// The format this program writes.
  static let format = 2
  /// What marks a file as a record: "tutr" in ASCII, in SQLite's field for the application's id.
  private static let mark = 0x7475_7472

  /// The file has been emptied, or its tables are not those of a record that it claims to be.
  struct Damage: Error {}

  /// Opens a file, which may be empty.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isExpectedEmpty: Whether it is new.
  /// - Returns: The database, in the format of this program.
  /// - Throws: `RecordError`, `Damage`, or what SQLite throws.
  static func open(_ path: String, isExpectedEmpty: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    let (queue, found) = try opened(path, configuration)
    if found != .current {
      try queue.write { try bringUp($0, path, isExpectedEmpty: isExpectedEmpty) }
    }
    return queue
  }

  private enum State {
    case empty, first, current
  }

  private static func opened(
    _ path: String, _ configuration: Configuration
  ) throws -> (DatabaseQueue, State) {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let found = try queue.inDatabase { db in
        let found = try state(of: db, path)
        // Only now: it changes the file, which could be another program's.
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        return found
      }
      return (queue, found)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      // A column is missing, or the head names a format of the future.
      throw Damage()
    }
  }

  private static func state(of db: Database, _ path: String) throws -> State {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let isMarked = try Int.fetchOne(db, sql: "PRAGMA application_id") == mark
    let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    if found == 0, tables.isEmpty, !isMarked { return .empty }
    let hasEvents = tables.contains("event")
    guard isMarked || hasEvents else { throw RecordError.notARecord(path: path) }
    guard found <= format else {
      throw RecordError.newerFormat(path: path, found: found, known: format)
    }
    guard hasEvents, found > 0 else { throw Damage() }
    if found == 1 { return .first }
    _ = try db.makeStatement(sql: "SELECT \(RecordRow.columns) FROM event")
    return .current
  }

  private static func bringUp(_ db: Database, _ path: String, isExpectedEmpty: Bool) throws {
    // Another tutor may have been quicker.
    switch try state(of: db, path) {
    case .current: return
    case .empty:
      guard isExpectedEmpty else { throw Damage() }
      try db.execute(
        sql: """
          CREATE TABLE event (
            row INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            time INTEGER NOT NULL,
            utc_offset INTEGER NOT NULL,
            fact TEXT NOT NULL,
            seal INTEGER
          ) STRICT;
          """)
    case .first:
      try db.execute(sql: "ALTER TABLE event ADD COLUMN seal INTEGER")
      let rows = try Row.fetchAll(db, sql: "SELECT \(RecordRow.columns) FROM event")
      for row in try rows.map({ try RecordRow($0) }) {
        try db.execute(
          sql: "UPDATE event SET seal = ? WHERE row = ?", arguments: [row.entry.seal, row.number])
      }
    }
    try db.execute(sql: "PRAGMA application_id = \(mark)")
    try db.execute(sql: "PRAGMA user_version = \(format)")
  }

  /// Whether an error means that the file is broken, and not that the system refuses something.
  ///
  /// - Parameters:
  ///   - error: What was thrown.
  ///   - path: The file.
  /// - Returns: Whether the file must be mended.
  static func isDamage(_ error: any Error, at path: String) -> Bool {
    switch error {
    case is Damage, is RecordRow.Broken: true
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT: true
      // The file says of itself that it may only be read, and the system says otherwise.
      case .SQLITE_READONLY:
        access(path, W_OK) == 0 && access(RecordFile(path).folder, W_OK) == 0
      default: false
      }
    default: false
    }
  }
}
