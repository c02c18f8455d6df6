import Foundation
import GRDB
import Practice

/// The repair of a damaged record.
public struct Recovery: Equatable, Sendable {
  /// The path under which the damaged file is kept.
  public var keptAs: String
  /// The number of events in the repaired record.
  public var events: Int
  /// The number of events that only copies contained.
  public var fromCopy: Int
  /// The number of events that the damaged file once contained and that are lost, as far as known.
  public var lost = 0
  /// The number of events that no version of this program can have written; only the kept file contains them.
  public var refused = 0

  /// Writes a new record from the readable part of a damaged one and the daily copies.
  ///
  /// It replaces the damaged file, which is kept under another name. There is a file at the record's path at any
  /// moment.
  ///
  /// - Parameters:
  ///   - file: The record, which this program must have closed.
  ///   - known: Events that were read from it already.
  ///   - lock: The folder's exclusive lock.
  /// - Returns: The result.
  /// - Throws: `LearnerRecordError`, in particular if the system cannot read the file; then it is in its place.
  static func repair(
    _ file: RecordFile, knowing known: [RecordEntry], _ lock: RecordLock
  ) throws(LearnerRecordError) -> Recovery {
    do {
      let damaged = try RecordSalvage(RecordImage(file.path))
      var ids: Set<String> = []
      func new(_ entries: [RecordEntry]) -> [RecordEntry] {
        entries.filter { ids.insert($0.id).inserted }
      }
      let fresh = fresh(file)
      // Includes events of a program that ended in the middle of a repair.
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
    } catch let error as LearnerRecordError {
      throw error
    } catch {
      throw .cannotOpen(path: file.path, reason: .notRepaired(LearnerRecordError.reason(of: error)))
    }
  }

  /// The temporary path of the new record.
  private static func fresh(_ file: RecordFile) -> RecordFile { RecordFile(file.path + ".new") }

  /// Whether a program ended in the middle of a repair: the log may have been moved already.
  static func isUnfinished(_ file: RecordFile) -> Bool {
    // A link is not a leftover of ours.
    (RecordFile.status(of: fresh(file).path)?.st_mode).map { $0 & S_IFMT == S_IFREG } ?? false
  }

  /// The events written by that program.
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
      // Puts everything into the main file, which will be renamed.
      try queue.writeWithoutTransaction { db in try db.execute(sql: RecordSQL.emptyLog) }
      try queue.close()
      try RecordFile.sync(fresh.path)
    } catch {
      remove()
      throw error
    }
  }
}
