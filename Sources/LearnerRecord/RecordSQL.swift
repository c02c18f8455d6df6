/// All SQL statements on a record.
enum RecordSQL {
  /// The columns in the order of ``RecordRow``.
  static let columns = "row, id, time, utc_offset, fact, seal"
  /// The columns of format 1, which has no seals.
  static let columnsWithoutSeal = "row, id, time, utc_offset, fact, NULL"

  static let createTable = """
    CREATE TABLE event (
      row INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      time INTEGER NOT NULL,
      utc_offset INTEGER NOT NULL,
      fact TEXT NOT NULL,
      seal INTEGER
    ) STRICT
    """
  /// The beginning of the table's definition, in lower case.
  static let tableStart = "create table event"
  /// The table of format 1.
  static let firstTable = """
    CREATE TABLE event (
      row INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      time INTEGER NOT NULL,
      utc_offset INTEGER NOT NULL,
      fact TEXT NOT NULL
    ) STRICT
    """
  static let addSeal = "ALTER TABLE event ADD COLUMN seal INTEGER"
  static let setSeal = "UPDATE event SET seal = ? WHERE row = ?"

  static let all = "SELECT \(columns) FROM event ORDER BY row"
  static let later = "SELECT \(columns) FROM event WHERE row > ? ORDER BY row"
  static let firstRow = "SELECT min(row) FROM event"
  static let lastRow = "SELECT max(row) FROM event"
  /// Counts the entries of the index, which is smaller than the table.
  static let indexCount = "SELECT count(*) FROM event INDEXED BY sqlite_autoindex_event_1"
  static let indexedIDs = "SELECT id FROM event INDEXED BY sqlite_autoindex_event_1 ORDER BY id"
  static let hasID = "SELECT EXISTS (SELECT 1 FROM event WHERE id = ?)"
  static let insert =
    "INSERT OR IGNORE INTO event (id, time, utc_offset, fact, seal) VALUES (?, ?, ?, ?, ?)"
  static let removeAll = "DELETE FROM event"

  static let objects = "SELECT type, name, tbl_name, sql FROM sqlite_master"
  static let eventColumns = "SELECT name, hidden FROM pragma_table_xinfo('event')"
  static let format = "PRAGMA user_version"
  static let mark = "PRAGMA application_id"
  static let bytes = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
  static let check = "PRAGMA integrity_check(1)"
  static let writeAhead = "PRAGMA journal_mode = WAL"
  static let oneFile = "PRAGMA journal_mode = DELETE"
  static let emptyLog = "PRAGMA wal_checkpoint(TRUNCATE)"
  static let durable = "PRAGMA synchronous = FULL"
  /// SQLite's data version, which counts changes by other connections.
  static let version = "PRAGMA data_version"

  /// Sets the time that statements wait for other programs.
  static func waiting(milliseconds: Int) -> String { "PRAGMA busy_timeout = \(milliseconds)" }

  /// Rows after an unreadable one, or from the end.
  static func salvage(_ columns: String, after row: Int64?) -> String {
    let place = row.map { "WHERE row > \($0) ORDER BY row" } ?? "ORDER BY row DESC"
    return "SELECT \(columns) FROM event \(place)"
  }
}
