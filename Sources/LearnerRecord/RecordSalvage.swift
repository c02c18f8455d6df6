import Foundation
import GRDB

/// What can still be read of a record, whatever state it is in.
enum RecordSalvage {
  /// How often at most the search goes on behind something that cannot be read.
  private static let patience = 5000

  /// All rows with a seal that fits.
  ///
  /// Where a page is broken, it goes on behind it, row number by row number.
  static func entries(of database: DatabaseQueue) -> [LearnerRecord.Entry] {
    var found: [Int64: LearnerRecord.Entry] = [:]
    database.inDatabase { db in
      // Some ways into the tree avoid the broken page that another one meets.
      read(db, "ORDER BY row DESC", from: 0, into: &found)
      let last = found.keys.max() ?? 0
      var next: Int64 = 0
      for _ in 0..<patience {
        guard let reached = read(db, "AND row > \(next) ORDER BY row", from: next, into: &found)
        else { break }
        next = max(reached, next) + 1
        if next > last, last > 0 { break }
      }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }

  /// Reads on until something cannot be read.
  ///
  /// - Returns: The last row that was reached; nil if there was nothing more to read.
  @discardableResult
  private static func read(
    _ db: Database, _ clause: String, from start: Int64,
    into found: inout [Int64: LearnerRecord.Entry]
  ) -> Int64? {
    var reached = start
    do {
      let rows = try Row.fetchCursor(
        db, sql: "SELECT \(RecordRow.columns) FROM event WHERE 1 \(clause)")
      while let next = try rows.next() {
        reached = Int64.fromDatabaseValue(next[0]) ?? reached
        if let row = try? RecordRow(next) { found[row.number] = row.entry }
      }
      return nil
    } catch {
      return reached
    }
  }

  /// What can be read of a file without touching it, damaged or not, and of the log beside it.
  ///
  /// - Parameter path: The file; it must not be open in this program.
  /// - Returns: Events in the order in which they were written.
  static func entries(ofFile path: String) -> [LearnerRecord.Entry] {
    (try? withCopy(of: path) { (copy) throws(RecordError) in readable(copy) }) ?? []
  }

  /// Does something with a copy of a record and of the log beside it, which is gone afterwards.
  static func withCopy<Result>(
    of path: String, _ body: (String) throws(RecordError) -> Result
  ) throws(RecordError) -> Result {
    let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
    let copy = folder + "/record.sqlite"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
      for suffix in ["", "-wal"] where suffix.isEmpty || RecordFile.status(of: path + suffix) != nil
      {
        try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
        chmod(copy + suffix, 0o600)
      }
    } catch {
      throw .cannotOpen(path: path, reason: RecordError.reason(of: error))
    }
    return try body(copy)
  }

  /// What can be read of a file that may be changed.
  static func readable(_ path: String) -> [LearnerRecord.Entry] {
    guard let queue = try? DatabaseQueue(path: path) else { return [] }
    // The first format has no seals.
    try? queue.inDatabase { db in
      if try !db.columns(in: "event").contains(where: { $0.name == "seal" }) {
        try db.execute(sql: "ALTER TABLE event ADD COLUMN seal INTEGER")
      }
    }
    return entries(of: queue)
  }
}
