import Foundation
import GRDB
import Lessons

/// A digest of all rows; records with equal digests have equal rows.
struct RecordDigest: Equatable {
  private(set) var count = 0
  private var number = StableNumber()

  static func == (one: Self, other: Self) -> Bool {
    one.count == other.count && one.number.value == other.number.value
  }

  /// Reads every row, inside a transaction of the caller's.
  ///
  /// - Throws: The errors of ``RecordRow/all(of:_:)``.
  init(_ db: Database) throws {
    try RecordRow.all(of: db) { row in
      count += 1
      number.add(Int(row.number))
      number.add(Int(row.entry.seal))
    }
  }
}
