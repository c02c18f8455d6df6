import Foundation
import GRDB
import Lessons

/// What all rows of a record come to; two records with equal digests have the same rows.
struct RecordDigest: Equatable {
  private(set) var count = 0
  private var number = StableNumber()

  static func == (one: Self, other: Self) -> Bool {
    one.count == other.count && one.number.value == other.number.value
  }

  /// Reads every row, inside a transaction of the caller's.
  ///
  /// - Throws: As ``RecordDatabase/rows(_:_:)``.
  init(_ db: Database) throws {
    try RecordDatabase.rows(db) { row in
      count += 1
      number.add(Int(row.number))
      number.add(Int(row.entry.seal))
    }
  }
}

extension RecordDatabase {
  /// Hands over every row in the order in which they were written, inside a transaction of the caller's.
  ///
  /// - Throws: `RecordRow.Broken` or `Damage` if a row is not what was written, is read twice, or has no place in the
  ///   index; what SQLite throws.
  static func rows(_ db: Database, _ take: (RecordRow) throws -> Void) throws {
    var last = Int64.min
    var count = 0
    let decoder = JSONDecoder()
    let statement = try db.makeStatement(sql: RecordSQL.all)
    let rows = try Row.fetchCursor(statement)
    while try rows.next() != nil {
      let row = try RecordRow(reachedBy: statement)
      // A page that has taken another one's place can be read, and has other rows.
      guard row.number > last else { throw Damage() }
      last = row.number
      count += 1
      _ = try row.event(decoder)
      try take(row)
    }
    guard try Int.fetchOne(db, sql: RecordSQL.indexCount) == count else { throw Damage() }
  }
}
