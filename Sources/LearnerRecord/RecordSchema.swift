import GRDB
import Practice

/// The schema of a database file: whether it is a record, and of which format.
///
/// Tables, views, triggers and indices that a record does not have are never used: a file with any of them is damaged,
/// and the rows of its table `event` are copied into a new file.
struct RecordSchema {
  /// The application id of a record: "tutr" in ASCII.
  static let mark = 0x7475_7472
  /// The format that this program writes.
  static let format = 2

  enum State {
    case empty, first, current
  }

  private struct Object {
    var type: String
    var name: String
    var table: String
    var sql: String?
  }

  private let objects: [Object]
  private let isMarked: Bool
  private let foundFormat: Int

  /// Reads the schema.
  init(_ db: Database) throws {
    foundFormat = try Int.fetchOne(db, sql: RecordSQL.format) ?? 0
    isMarked = try Int.fetchOne(db, sql: RecordSQL.mark) == Self.mark
    objects = try Row.fetchAll(db, sql: RecordSQL.objects).map { row in
      Object(
        type: String.fromDatabaseValue(row[0]) ?? "",
        name: (String.fromDatabaseValue(row[1]) ?? "").lowercased(),
        table: (String.fromDatabaseValue(row[2]) ?? "").lowercased(),
        sql: String.fromDatabaseValue(row[3]))
    }
  }

  private var event: Object? { objects.first { $0.name == "event" } }

  /// Whether `event` is an ordinary table: reading a view or a virtual table would run untrusted code.
  private var hasEventTable: Bool {
    guard let event, event.type == "table", let sql = event.sql else { return false }
    return Self.plain(sql).hasPrefix(RecordSQL.tableStart)
  }

  /// Determines the record's format.
  ///
  /// - Parameter path: The file's name in errors.
  /// - Returns: The format, or that the file is still empty.
  /// - Throws: `LearnerRecordError` for a newer record and for another program's file; `RecordDamage` for a record
  ///   with other objects than its own.
  func state(_ path: String) throws -> State {
    if foundFormat == 0, objects.isEmpty, !isMarked { return .empty }
    guard isMarked || hasEventTable else { throw LearnerRecordError.notARecord(path: path) }
    guard foundFormat <= Self.format else {
      throw LearnerRecordError.newerFormat(path: path, found: foundFormat, known: Self.format)
    }
    guard foundFormat > 0, let sql = event?.sql, objects.allSatisfy(Self.isOurs) else {
      throw RecordDamage()
    }
    let expected = foundFormat == 1 ? RecordSQL.firstTable : RecordSQL.createTable
    guard Self.plain(sql) == Self.plain(expected) else { throw RecordDamage() }
    return foundFormat == 1 ? .first : .current
  }

  /// The columns that can be read without running code; nil if there are none.
  func readableColumns(_ db: Database) throws -> String? {
    guard hasEventTable else { return nil }
    let columns = try Row.fetchAll(db, sql: RecordSQL.eventColumns)
    // Generated columns are hidden.
    let names = Set(columns.filter { $0[1] == 0 }.map { ($0[0] as String).lowercased() })
    guard names.isSuperset(of: ["row", "id", "time", "utc_offset", "fact"]) else { return nil }
    return names.contains("seal") ? RecordSQL.columns : RecordSQL.columnsWithoutSeal
  }

  private static func isOurs(_ object: Object) -> Bool {
    switch object.type {
    case "table":
      ["event", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4"].contains(object.name)
    case "index": object.sql == nil && object.table == "event"
    default: false
    }
  }

  /// SQL in lower case with single spaces, and none around punctuation.
  private static func plain(_ sql: String) -> String {
    var text = ""
    var isAfterBlank = false
    for character in sql.lowercased() {
      if character.isWhitespace {
        isAfterBlank = true
        continue
      }
      let isPunctuation = "(),;".contains(character)
      if isAfterBlank, !isPunctuation, let last = text.last, !"(),;".contains(last) { text += " " }
      isAfterBlank = false
      text.append(character)
    }
    return text
  }
}
