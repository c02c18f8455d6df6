import Foundation
import GRDB

/// A copy of a record under a temporary name.
///
/// It is a consistent state of the record, whatever other instances write meanwhile: rows are counted and pages are
/// copied in one transaction.
///
/// - Source: "SQLite Backup API", https://www.sqlite.org/backup.html.
struct RecordCopy: ~Copyable {
  /// Its temporary path.
  let part: String
  /// The number of events.
  let count: Int
  private let file: RecordFile

  /// Copies a record that is sound.
  ///
  /// - Parameters:
  ///   - file: The record.
  ///   - lock: The lock of its folder, shared or exclusive.
  /// - Throws: `RecordDamage` if the record is damaged, `CopyDiffers`, or what the system
  ///   and SQLite say; then nothing is left behind.
  init(of file: RecordFile, _ lock: RecordLock) throws {
    self.file = file
    (part, count) = try Self.written(file)
  }

  private static func written(_ file: RecordFile) throws -> (String, Int) {
    let part = "\(file.path).part-\(UUID().uuidString)"
    do {
      try RecordFile.create(part)
      let count = try copy(file.path, to: part)
      try RecordFile.sync(part)
      return (part, count)
    } catch {
      remove(part)
      throw error
    }
  }

  deinit { Self.remove(part) }

  private static func remove(_ part: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(part + suffix) }
  }

  private static func copy(_ path: String, to part: String) throws -> Int {
    let source = try DatabaseQueue(path: path, configuration: RecordDatabase.configuration())
    defer { source.retire() }
    let target = try DatabaseQueue(path: part, configuration: RecordDatabase.configuration())
    defer { target.retire() }
    let digest = try source.inDatabase { db in
      try db.snapshot {
        try RecordDatabase.checkPages(db)
        let digest = try RecordDigest(db)
        try target.inDatabase { try db.backup(to: $0) }
        return digest
      }
    }
    try target.inDatabase { db in
      try db.execute(sql: RecordSQL.oneFile)
      guard try db.snapshot({ try RecordDigest(db) }) == digest else {
        throw CopyDiffers()
      }
    }
    try target.close()
    try source.close()
    return digest.count
  }

  /// Renames the copy to the first free name of a kind.
  ///
  /// - Returns: The path.
  consuming func publish(as kind: String) throws(SystemError) -> String {
    try file.publish(part, as: kind)
  }

  /// Renames the copy to a path, replacing an existing file.
  consuming func replace(_ path: String) throws(SystemError) {
    guard rename(part, path) == 0 else { throw .latest }
    try RecordFile.sync(file.folder)
  }
}
