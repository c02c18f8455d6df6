import Foundation
import GRDB
import Practice

/// Opens, creates or repairs a record.
///
/// A file that seems damaged is read a second time, alone and completely: a single failed read never sets a record
/// aside.
enum RecordOpening {
  struct Opened {
    var database: DatabaseQueue
    var recovery: Recovery?
  }

  /// Opens a record.
  ///
  /// - Parameters:
  ///   - file: The record.
  ///   - known: Events of it that are known already, if it seemed damaged.
  ///   - lock: The folder's exclusive lock, if the caller holds it.
  ///   - milliseconds: The timeout for waiting for that lock.
  /// - Returns: The database, and the repair of a damaged file.
  /// - Throws: `LearnerRecordError`; then the file is unchanged.
  static func open(
    _ file: RecordFile, suspecting known: [RecordEntry]? = nil, holding lock: RecordLock? = nil,
    waiting milliseconds: Int = 15_000
  ) throws(LearnerRecordError) -> Opened {
    try file.prepareFolder()
    if known == nil, let database = try sound(file, holding: lock, milliseconds) {
      return Opened(database: database)
    }
    let alone: RecordLock
    if let lock {
      alone = lock
    } else {
      alone = try RecordLock(.exclusive, for: file, waiting: milliseconds)
    }
    return try createdOrRepaired(file, knowing: known ?? [], alone)
  }

  /// The record, if it exists and seems valid.
  private static func sound(
    _ file: RecordFile, holding lock: RecordLock?, _ milliseconds: Int
  ) throws(LearnerRecordError) -> DatabaseQueue? {
    let shared = lock == nil ? try RecordLock(.shared, for: file, waiting: milliseconds) : nil
    return try withExtendedLifetime(shared) { () throws(LearnerRecordError) in
      guard try file.isThere(), file.size != 0, !Recovery.isUnfinished(file) else { return nil }
      do {
        return try RecordDatabase.open(file.path, mayBeEmpty: !hasPast(file))
      } catch  where RecordDamage.isCause(of: error) {
        return nil
      } catch {
        throw LearnerRecordError.reading(file.path, failed: error)
      }
    }
  }

  private static func createdOrRepaired(
    _ file: RecordFile, knowing known: [RecordEntry], _ lock: RecordLock
  ) throws(LearnerRecordError) -> Opened {
    let isThere = try file.isThere()
    do {
      if !isThere { try RecordFile.create(file.path) }
      let hasPast = isThere && hasPast(file)
      guard file.size != 0 || !hasPast, !Recovery.isUnfinished(file) else {
        throw RecordDamage()
      }
      return Opened(
        database: try RecordDatabase.open(
          file.path, mayBeEmpty: !hasPast, thoroughly: isThere))
    } catch  where RecordDamage.isCause(of: error) {
      let recovery = try Recovery.repair(file, knowing: known, lock)
      do {
        let database = try RecordDatabase.open(file.path, mayBeEmpty: false)
        return Opened(database: database, recovery: recovery)
      } catch {
        throw .cannotOpen(
          path: file.path, reason: .notRepaired(LearnerRecordError.reason(of: error)))
      }
    } catch {
      throw LearnerRecordError.reading(file.path, failed: error)
    }
  }

  /// Whether a file without tables once had contents, according to its log or copies.
  ///
  /// A program that ends during its very first start leaves such a file and nothing else.
  private static func hasPast(_ file: RecordFile) -> Bool {
    (RecordFile.status(of: file.path + "-wal")?.st_size ?? 0) > 0
      || !RecordCopies(file).daily.isEmpty
  }
}
