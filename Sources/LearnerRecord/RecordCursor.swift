import Foundation
import GRDB
import Practice

/// Reads the rows of a record that were written since the last reading.
struct RecordCursor {
  /// The first and the last row read; a record that was begun anew has another first row.
  private var firstRow: Int64?
  private var lastRow: Int64 = 0
  /// SQLite's count of what other connections have written, at the last reading; nil if this one has written since.
  private var version: Int?
  /// Whether rows have other numbers than at the last reading.
  private var isRenumbered = false
  /// How many rows were read.
  private var count = 0

  /// The number of rows from which a second thread is used.
  private static let longRecord = 20_000

  /// Takes note that this connection has written something.
  mutating func expectRows() { version = nil }

  /// Takes note that the record has another file, or its rows other numbers.
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
  ///   - take: Takes an event.
  ///   - afresh: Forgets all events so far: the record was mended or begun anew, and all follow.
  /// - Throws: `RecordDamage`, or what SQLite throws.
  mutating func readNew(
    _ db: Database, _ take: (LearnerEvent) -> Void, afresh: () -> Void
  ) throws {
    // Called at every key, so it must be cheap.
    let version = try Int.fetchOne(db.cachedStatement(sql: RecordSQL.version))
    if self.version != nil, version == self.version { return }
    try db.snapshot { try readRows(db, take, afresh) }
    self.version = version
  }

  private mutating func readRows(
    _ db: Database, _ take: (LearnerEvent) -> Void, _ afresh: () -> Void
  ) throws {
    let first = try Int64.fetchOne(db.cachedStatement(sql: RecordSQL.firstRow))
    if isRenumbered || (lastRow > 0 && first != firstRow) {
      self = RecordCursor()
      afresh()
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
