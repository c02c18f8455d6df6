import GRDB
import Lessons

/// An event as a row of the record, with a seal by which a damaged row is known.
///
/// SQLite notices a broken page, but not a bit that has changed in the middle of a text: the seal does.
struct RecordRow {
  /// Counts up as rows are written.
  var number: Int64
  var entry: LearnerRecord.Entry

  /// The columns, in the order in which a row is read.
  static let columns = "row, id, time, utc_offset, fact, seal"

  /// A row is not what was written.
  struct Broken: Error {}

  /// Reads a row.
  ///
  /// - Throws: `Broken` if its seal does not fit. Rows of the first format have none.
  init(_ row: Row) throws(Broken) { try self.init { row[$0] } }

  /// Reads the row that a statement has reached; a long record is read in a third of the time so.
  ///
  /// - Throws: `Broken` as for any other row.
  init(reachedBy statement: Statement) throws(Broken) {
    try self.init {
      DatabaseValue(sqliteStatement: statement.sqliteStatement, index: Int32($0))
    }
  }

  private init(_ column: (Int) -> DatabaseValue) throws(Broken) {
    guard let number = Int64.fromDatabaseValue(column(0)),
      let id = String.fromDatabaseValue(column(1)), let time = Int.fromDatabaseValue(column(2)),
      let offset = Int.fromDatabaseValue(column(3)), let fact = String.fromDatabaseValue(column(4))
    else { throw Broken() }
    self.number = number
    entry = LearnerRecord.Entry(id: id, time: time, utcOffset: offset, fact: fact)
    if let seal = Int64.fromDatabaseValue(column(5)), seal != entry.seal { throw Broken() }
  }
}

extension LearnerRecord.Entry {
  /// A number that follows from everything in the event.
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
  @discardableResult
  func insert(into db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO event (id, time, utc_offset, fact, seal) VALUES (?, ?, ?, ?, ?)")
    try statement.execute(arguments: [id, time, utcOffset, fact, seal])
    return db.changesCount > 0
  }
}
