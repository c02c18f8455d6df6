import Foundation
import GRDB
import Practice

/// Reads the rows of a record that were written since the previous read.
struct RecordCursor {
  /// The first and the last row read; a record that was reset has another first row.
  private var firstRow: Int64?
  private var lastRow: Int64 = 0
  /// SQLite's count of changes by other connections at the previous read; nil if this connection has written since.
  private var version: Int?
  /// Whether rows have other numbers than at the previous read.
  private var isRenumbered = false
  /// The number of rows read.
  private var count = 0

  /// The number of rows from which a second thread is used.
  private static let longRecord = 20_000

  /// Expects new rows, because this connection has written something.
  mutating func expectRows() { version = nil }

  /// Restarts at the first row, because the record is another file or its rows were renumbered.
  mutating func restart() {
    isRenumbered = true
    version = nil
  }

  /// Delivers the events of rows that were not read before, in the order in which they were written.
  ///
  /// Facts that this program does not know are skipped, and stay in the file.
  ///
  /// - Parameters:
  ///   - db: The record.
  ///   - take: Handles an event.
  ///   - onRestart: Forgets all events so far; called if the record was repaired or reset, before all follow.
  /// - Throws: `RecordDamage`, or errors of SQLite.
  mutating func readNew(
    _ db: Database, _ take: (LearnerEvent) -> Void, restart onRestart: () -> Void
  ) throws {
    // Called at every key, so it must be cheap.
    let version = try Int.fetchOne(db.cachedStatement(sql: RecordSQL.version))
    if self.version != nil, version == self.version { return }
    try db.snapshot { try readRows(db, take, onRestart) }
    self.version = version
  }

  private mutating func readRows(
    _ db: Database, _ take: (LearnerEvent) -> Void, _ onRestart: () -> Void
  ) throws {
    let first = try Int64.fetchOne(db.cachedStatement(sql: RecordSQL.firstRow))
    if isRenumbered || (lastRow > 0 && first != firstRow) {
      self = RecordCursor()
      onRestart()
    }
    firstRow = first
    let isWhole = lastRow == 0
    let last = try Int64.fetchOne(db.cachedStatement(sql: RecordSQL.lastRow)) ?? 0
    if last - lastRow < Self.longRecord {
      try readRows(db, take)
    } else {
      try BoundedChannel<[LearnerEvent]>.apply(take) { send in try readRows(db, send) }
    }
    // A page that was replaced by another one is readable but has the wrong number of rows.
    if isWhole, try Int.fetchOne(db, sql: RecordSQL.indexCount) != count { throw RecordDamage() }
  }

  private mutating func readRows(_ db: Database, _ take: (LearnerEvent) -> Void) throws {
    let statement = try db.cachedStatement(sql: RecordSQL.later)
    let rows = try Row.fetchCursor(statement, arguments: [lastRow])
    let decoder = JSONDecoder()
    while try rows.next() != nil {
      let row = try RecordRow(reachedBy: statement)
      guard row.number > lastRow else { throw RecordDamage() }
      lastRow = row.number
      count += 1
      if let event = try row.event(decoder) { take(event) }
    }
  }
}
