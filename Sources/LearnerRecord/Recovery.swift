import Foundation
import GRDB

/// What became of a damaged record.
public struct Recovery: Equatable, Sendable {
  /// What the damaged file is kept as.
  public var keptAs: String
  /// How many events the mended record has.
  public var events: Int
  /// How many of them only copies had.
  public var fromCopy: Int
  /// How many events the damaged file once had that are nowhere any more, as far as it can be told.
  public var lost = 0
  /// Events that no program of ours can have written; only the kept file has them.
  public var refused = 0

  /// Writes a new record from what can be read of a damaged one and of the days' copies.
  ///
  /// It gets the record's name, and the damaged file keeps a name of its own. There is a file of the record's name at
  /// any moment.
  ///
  /// - Parameters:
  ///   - file: The record, which this program must have closed.
  ///   - known: Events that have been read of it already.
  ///   - lock: The folder's lock, held alone.
  /// - Returns: What became of it.
  /// - Throws: `RecordError`, above all if the system cannot read the file; then it is where it was.
  static func mend(
    _ file: RecordFile, knowing known: [RecordEntry], _ lock: RecordLock
  ) throws(RecordError) -> Recovery {
    do {
      let damaged = try RecordSalvage(RecordImage(file.path))
      var ids: Set<String> = []
      func new(_ entries: [RecordEntry]) -> [RecordEntry] {
        entries.filter { ids.insert($0.id).inserted }
      }
      let fresh = fresh(file)
      // What a program has written that was ended in the middle of this.
      let own = new(damaged.entries) + new(known) + new(leftover(file))
      let copied = new(try RecordCopies(file).entries())
      try write(copied + own, to: fresh)
      let name = try file.setAside()
      guard rename(fresh.path, file.path) == 0 else { throw SystemError.latest }
      try RecordFile.sync(file.folder)
      return Recovery(
        keptAs: name, events: ids.count, fromCopy: copied.count,
        lost: damaged.lost.subtracting(ids).count,
        refused: damaged.refused.count)
    } catch let error as RecordError {
      throw error
    } catch {
      throw .cannotOpen(path: file.path, reason: .notMended(RecordError.reason(of: error)))
    }
  }

  /// The new record until it gets its name.
  private static func fresh(_ file: RecordFile) -> RecordFile { RecordFile(file.path + ".new") }

  /// Whether a program has ended in the middle of mending a record: its log may have been moved already.
  static func isUnfinished(_ file: RecordFile) -> Bool {
    // A link is nothing of ours.
    (RecordFile.status(of: fresh(file).path)?.st_mode).map { $0 & S_IFMT == S_IFREG } ?? false
  }

  /// What that program has written.
  private static func leftover(_ file: RecordFile) -> [RecordEntry] {
    guard isUnfinished(file), let image = try? RecordImage(fresh(file).path) else { return [] }
    return (try? RecordSalvage(image))?.entries ?? []
  }

  /// Writes a record into one new file.
  private static func write(_ entries: [RecordEntry], to fresh: RecordFile) throws {
    func remove() { for suffix in ["", "-wal", "-shm"] { unlink(fresh.path + suffix) } }
    remove()
    do {
      try RecordFile.create(fresh.path)
      let queue = try RecordDatabase.open(fresh.path, mayBeEmpty: true)
      defer { queue.retire() }
      try queue.write { db in for entry in entries { try entry.insert(into: db) } }
      // Everything into the one file that gets the name.
      try queue.writeWithoutTransaction { db in try db.execute(sql: RecordSQL.emptyLog) }
      try queue.close()
      try RecordFile.sync(fresh.path)
    } catch {
      remove()
      throw error
    }
  }
}
