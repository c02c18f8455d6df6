import Foundation
import GRDB

/// What became of a damaged record.
public struct Recovery: Equatable, Sendable {
  /// What the damaged file is kept as.
  public var keptAs: String
  /// How many events the mended record has.
  public var events: Int
  /// How many of them only the latest copy had.
  public var fromCopy: Int

  /// Writes a new record from what can be read of a damaged one and of its latest whole copy.
  ///
  /// It gets the record's name, and the damaged file keeps a name of its own.
  ///
  /// There is a file of the record's name at any moment. Nobody else may open the record meanwhile.
  ///
  /// - Parameters:
  ///   - file: The record.
  ///   - known: Events that have been read of it already.
  /// - Returns: What became of it.
  /// - Throws: `RecordError`; then the damaged file is where it was.
  static func mend(
    _ file: RecordFile, knowing known: [LearnerRecord.Entry] = []
  ) throws(RecordError) -> Recovery {
    var ids: Set<String> = []
    let salvaged = (RecordSalvage.entries(ofFile: file.path) + known)
      .filter { ids.insert($0.id).inserted }
    let missing = RecordCopies(file).latestEntries.filter { ids.insert($0.id).inserted }
    let fresh = file.path + ".new"
    for suffix in ["", "-wal", "-shm"] { unlink(fresh + suffix) }
    do {
      try RecordFile.create(fresh)
      let queue = try RecordDatabase.open(fresh, isExpectedEmpty: true)
      try queue.write { db in
        for entry in missing + salvaged { try entry.insert(into: db) }
      }
      // Everything into the one file that gets the name.
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      try queue.close()
      let name = try file.setAside()
      guard rename(fresh, file.path) == 0 else { throw SystemError.latest }
      RecordFile.sync(file.path)
      return Recovery(
        keptAs: name, events: missing.count + salvaged.count, fromCopy: missing.count)
    } catch {
      for suffix in ["", "-wal", "-shm"] { unlink(fresh + suffix) }
      throw .cannotOpen(path: file.path, reason: .notMended(RecordError.reason(of: error)))
    }
  }
}
