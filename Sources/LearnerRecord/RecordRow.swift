import Foundation
import GRDB
import Lessons
import Practice

/// An event as a row of the record, with a seal that detects damage.
///
/// SQLite detects a damaged page structure, but not a changed bit in a text; the seal does.
struct RecordRow {
  /// The row number, in the order of writing.
  var number: Int64
  var entry: RecordEntry

  /// Reads a row.
  ///
  /// - Throws: `RecordDamage` if its seal does not fit. Rows of the first format have none.
  init(_ row: Row) throws(RecordDamage) { try self.init { row[$0] } }

  /// Reads the row that a statement has reached; a long record is read in a third of the time so.
  ///
  /// - Throws: `RecordDamage` as for any other row.
  init(reachedBy statement: Statement) throws(RecordDamage) {
    try self.init {
      DatabaseValue(sqliteStatement: statement.sqliteStatement, index: Int32($0))
    }
  }

  /// The row's event, if the program knows its fact.
  ///
  /// - Throws: `RecordDamage` if no program of ours can have written it.
  func event(_ decoder: JSONDecoder) throws(RecordDamage) -> LearnerEvent? {
    do throws(RecordEntry.Impossible) {
      return try entry.checked(decoder)
    } catch {
      throw RecordDamage()
    }
  }

  private init(_ column: (Int) -> DatabaseValue) throws(RecordDamage) {
    guard let number = Int64.fromDatabaseValue(column(0)),
      let id = String.fromDatabaseValue(column(1)), let time = Int.fromDatabaseValue(column(2)),
      let offset = Int.fromDatabaseValue(column(3)), let fact = String.fromDatabaseValue(column(4))
    else { throw RecordDamage() }
    self.number = number
    entry = RecordEntry(id: id, time: time, utcOffset: offset, fact: fact)
    if let seal = Int64.fromDatabaseValue(column(5)), seal != entry.seal { throw RecordDamage() }
  }
}

extension RecordEntry {
  /// A checksum of all fields of the event.
  var seal: Int64 {
    var number = StableNumber()
    number.add(id.utf8)
    number.add(time)
    number.add(utcOffset)
    number.add(fact.utf8)
    return Int64(bitPattern: number.value)
  }

  /// Puts the event into a record; one with a known id is left as it is.
  ///
  /// - Returns: Whether it is new.
  /// - Throws: `RecordDamage` if it is not on the record afterwards; what SQLite throws.
  @discardableResult
  func insert(into db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: RecordSQL.insert)
    try statement.execute(arguments: [id, time, utcOffset, fact, seal])
    if db.changesCount == 1 { return true }
    guard
      try Bool.fetchOne(db.cachedStatement(sql: RecordSQL.hasID), arguments: [id]) == true
    else { throw RecordDamage() }
    return false
  }
}

extension RecordRow {
  /// Hands over every row in the order in which they were written, inside a transaction of the caller's.
  ///
  /// - Throws: `RecordDamage` if a row is not what was written, is read twice, or has no place in the
  ///   index; what SQLite throws.
  static func all(of db: Database, _ take: (RecordRow) throws -> Void) throws {
    var last = Int64.min
    var count = 0
    let decoder = JSONDecoder()
    let statement = try db.makeStatement(sql: RecordSQL.all)
    let rows = try Row.fetchCursor(statement)
    while try rows.next() != nil {
      let row = try RecordRow(reachedBy: statement)
      // A page that was replaced by another one is readable but has the wrong rows.
      guard row.number > last else { throw RecordDamage() }
      last = row.number
      count += 1
      _ = try row.event(decoder)
      try take(row)
    }
    guard try Int.fetchOne(db, sql: RecordSQL.indexCount) == count else { throw RecordDamage() }
  }
}
