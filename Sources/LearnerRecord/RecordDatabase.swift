import CRecordGuard
import Foundation
import GRDB
import GRDBSQLite
import Practice

/// A record as an SQLite file: opening, creating and upgrading it.
///
/// Format 1 had no seals. Format 2 has them, and an application id.
enum RecordDatabase {
  /// The size in bytes up to which the whole record is checked whenever it is opened.
  static let quick = 1 << 18

  /// The configuration of connections: nothing in a file is executed.
  static func configuration(busySeconds: Double = 5) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      let code = record_guard(db.sqliteConnection.map(UnsafeMutableRawPointer.init))
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      try db.execute(sql: RecordSQL.durable)
    }
    return configuration
  }

  /// Opens a file, which may be empty.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - mayBeEmpty: Whether a file without tables is a record that is to begin.
  ///   - thoroughly: Whether to check every page and row, however many there are.
  /// - Returns: The database, in the format of this program.
  /// - Throws: `LearnerRecordError`, `RecordDamage`, or what SQLite throws.
  static func open(
    _ path: String, mayBeEmpty: Bool, thoroughly: Bool = false
  ) throws -> DatabaseQueue {
    let (queue, found) = try opened(path, thoroughly: thoroughly)
    if found != .current {
      try queue.write { try bringUp($0, path, mayBeEmpty: mayBeEmpty) }
    }
    if thoroughly {
      try queue.inDatabase { db in try db.snapshot { _ = try RecordDigest(db) } }
    }
    return queue
  }

  private static func opened(
    _ path: String, thoroughly: Bool
  ) throws -> (DatabaseQueue, RecordSchema.State) {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration())
      var isSound = false
      defer { if !isSound { queue.retire() } }
      let found = try queue.inDatabase { db in
        let found = try RecordSchema(db).state(path)
        guard !isReadOnlyByItself(db) else { throw RecordDamage() }
        // Only after the checks: it changes the file, which could be another program's.
        try db.execute(sql: RecordSQL.writeAhead)
        if try thoroughly || Int.fetchOne(db, sql: RecordSQL.bytes) ?? 0 <= quick {
          try checkPages(db)
        }
        return found
      }
      isSound = true
      return (queue, found)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      // The header claims a future format.
      throw RecordDamage()
    }
  }

  /// Checks the structure: every page is used once, every row has its place in the index.
  ///
  /// - Throws: `RecordDamage`.
  static func checkPages(_ db: Database) throws {
    guard try String.fetchOne(db, sql: RecordSQL.check) == "ok" else { throw RecordDamage() }
  }

  /// Whether the file's header says that only newer versions of SQLite may write it, which no record does.
  ///
  /// The byte is read through SQLite: closing another handle of the file would release SQLite's locks.
  private static func isReadOnlyByItself(_ db: Database) -> Bool {
    guard sqlite3_db_readonly(db.sqliteConnection, "main") == 1 else { return false }
    var file: UnsafeMutablePointer<sqlite3_file>?
    var head = [UInt8](repeating: 0, count: 20)
    guard
      sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        == SQLITE_OK,
      let file, let read = file.pointee.pMethods?.pointee.xRead,
      read(file, &head, Int32(head.count), 0) == SQLITE_OK
    else { return false }
    return head[18] > 2
  }

  private static func bringUp(_ db: Database, _ path: String, mayBeEmpty: Bool) throws {
    // Another instance may have been faster.
    switch try RecordSchema(db).state(path) {
    case .current: return
    case .empty:
      guard mayBeEmpty else { throw RecordDamage() }
      try db.execute(sql: RecordSQL.createTable)
    case .first:
      try db.execute(sql: RecordSQL.addSeal)
      let rows = try Row.fetchAll(db, sql: RecordSQL.all)
      for row in try rows.map({ try RecordRow($0) }) {
        try db.execute(sql: RecordSQL.setSeal, arguments: [row.entry.seal, row.number])
      }
    }
    try db.execute(sql: "\(RecordSQL.mark) = \(RecordSchema.mark)")
    try db.execute(sql: "\(RecordSQL.format) = \(RecordSchema.format)")
  }
}

extension Database {
  /// Reads one consistent state of the record, whatever others write meanwhile.
  func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    var result: Result?
    try inTransaction(.deferred) {
      result = try body()
      return .commit
    }
    guard let result else { throw RecordDamage() }
    return result
  }
}
