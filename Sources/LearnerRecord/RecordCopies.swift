import Foundation
import GRDB

/// Copies of a record beside it: one a day on which something was learnt, the latest week of them.
///
/// Copies that the learner asked for have other names and stay for ever.
public struct RecordCopies: Sendable {
  private let file: RecordFile
  /// How many days are kept.
  static let days = 7
  /// Bytes of a record up to which a day's copy is made again.
  private static let quick = 32 << 20

  init(_ file: RecordFile) { self.file = file }

  /// Looks beside a record.
  public init(ofRecord path: String) { file = RecordFile(path) }

  private var prefix: String {
    (file.path as NSString).lastPathComponent + ".day-"
  }

  /// The paths of the days' copies, the latest first.
  public var daily: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: file.folder)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.count == prefix.count + 10 }
      .sorted(by: >).map { file.folder + "/" + $0 }
  }

  /// The events of the latest copy that can be read.
  var latestEntries: [LearnerRecord.Entry] {
    for path in daily {
      let entries = RecordSalvage.entries(ofFile: path)
      if !entries.isEmpty { return entries }
    }
    return []
  }

  /// Makes the copy of a day, unless there is one.
  ///
  /// Neither a damaged record nor an empty one is copied, so that it cannot take the place of a good copy.
  ///
  /// - Parameters:
  ///   - day: As in 2027-01-31.
  ///   - anew: Whether to replace a copy of that day; large records are not copied again.
  /// - Throws: `RecordError.cannotWrite`; then the former copies are as they were.
  public func keep(day: String, anew: Bool = false) throws(RecordError) {
    let target = file.folder + "/" + prefix + day
    let exists = RecordFile.status(of: target) != nil
    guard !exists || (anew && (file.size ?? 0) <= Self.quick), (file.size ?? 0) > 0 else { return }
    removeLeftovers()
    try write(to: target, evenIfEmpty: false)
    for old in daily.dropFirst(Self.days) { unlink(old) }
  }

  /// Takes away what programs have left that ended while they copied.
  private func removeLeftovers() {
    let start = (file.path as NSString).lastPathComponent + "."
    let names = (try? FileManager.default.contentsOfDirectory(atPath: file.folder)) ?? []
    for name in names where name.hasPrefix(start) {
      guard let mark = name.range(of: ".part-"),
        let process = pid_t(name[mark.upperBound...].prefix { $0.isNumber }), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(file.folder + "/" + name)
    }
  }

  /// Forgets the days' copies, after the record has been begun anew on purpose.
  public func forget() { for path in daily { unlink(path) } }

  /// Copies the record, by way of another name.
  ///
  /// - Parameters:
  ///   - target: The copy.
  ///   - evenIfEmpty: Whether a record without events is copied, too.
  /// - Throws: `RecordError.cannotWrite` if the record is damaged or the copy cannot be written.
  func write(to target: String, evenIfEmpty: Bool = true) throws(RecordError) {
    let part = target + ".part-\(getpid())"
    do {
      unlink(part)
      try RecordFile.create(part)
      let queue = try RecordDatabase.open(file.path, isExpectedEmpty: false)
      let isWritten = try queue.inDatabase { db in
        guard try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") == "ok" else {
          throw RecordDatabase.Damage()
        }
        let rows = try Row.fetchCursor(db, sql: "SELECT \(RecordRow.columns) FROM event")
        var isEmpty = true
        while let row = try rows.next() {
          _ = try RecordRow(row)
          isEmpty = false
        }
        if isEmpty, !evenIfEmpty { return false }
        try db.execute(sql: "VACUUM INTO ?", arguments: [part])
        return true
      }
      guard isWritten else {
        unlink(part)
        return
      }
      RecordFile.sync(part)
      guard rename(part, target) == 0 else { throw SystemError.latest }
    } catch {
      unlink(part)
      throw .cannotWrite(path: target, reason: RecordError.reason(of: error))
    }
  }
}
