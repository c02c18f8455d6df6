import Foundation
import GRDB

/// Recovers the readable rows of a record in any state.
struct RecordSalvage {
  /// Events with valid seals, in the order of writing.
  private(set) var entries: [RecordEntry] = []
  /// Readable rows that no version of this program can have written.
  private(set) var refused: [RecordReading.Refusal] = []
  /// Ids in the index of events that cannot be read.
  private(set) var lost: Set<String> = []
  /// Whether anything was unreadable or duplicate.
  private(set) var isDamaged = false

  /// The maximum number of times that reading continues after an unreadable part.
  private static let patience = 5000

  /// Recovers rows from a file.
  init(_ image: RecordImage) throws {
    self = try image.read { db in
      do {
        guard let columns = try RecordSchema(db).readableColumns(db) else { return .nothing }
        return try RecordSalvage(db, columns)
      } catch  where Self.isHole(error) {
        return .nothing
      }
    }
  }

  /// Recovers rows through an open connection.
  init(_ database: DatabaseQueue) throws {
    self = try database.inDatabase { db in try RecordSalvage(db, RecordSQL.columns) }
  }

  private static let nothing = RecordSalvage()

  private init() { isDamaged = true }

  /// Whether an error is caused by the file's contents, so that readable rows may follow.
  static func isHole(_ error: any Error) -> Bool {
    if RecordDamage.isCause(of: error) { return true }
    guard let error = error as? DatabaseError else { return false }
    return [.SQLITE_ERROR, .SQLITE_INTERRUPT, .SQLITE_TOOBIG].contains(error.resultCode)
  }

  /// Reads all rows; after a damaged page it continues row number by row number.
  private init(_ db: Database, _ columns: String) throws {
    var found = Found()
    // Another query may avoid the damaged page.
    try found.read(db, columns, after: nil)
    let last = found.rows.keys.max() ?? 0
    var next = Int64.min
    for _ in 0..<Self.patience {
      guard let reached = try found.read(db, columns, after: next) else { break }
      found.hasHoles = true
      guard reached < .max else { break }
      next = max(reached, max(next, 0) + 1)
      if next > last, last > 0 { break }
    }
    isDamaged = found.hasHoles
    let decoder = JSONDecoder()
    var ids: Set<String> = []
    for row in found.rows.keys.sorted() {
      guard let entry = found.rows[row], ids.insert(entry.id).inserted else { continue }
      do {
        _ = try entry.checked(decoder)
        entries.append(entry)
      } catch {
        refused.append(.init(id: entry.id, problem: error.problem))
      }
    }
    lost = Self.indexedIDs(db).subtracting(ids)
  }

  /// The readable ids of the index.
  private static func indexedIDs(_ db: Database) -> Set<String> {
    var ids: Set<String> = []
    guard let rows = try? String.fetchCursor(db, sql: RecordSQL.indexedIDs) else { return ids }
    while let id = try? rows.next(), RecordEntry.isPossible(id: id) { ids.insert(id) }
    return ids
  }

  /// Rows by their numbers.
  private struct Found {
    var rows: [Int64: RecordEntry] = [:]
    var hasHoles = false

    /// Reads until a row cannot be read.
    ///
    /// - Returns: The last row that was read; nil if there were no more.
    @discardableResult
    mutating func read(_ db: Database, _ columns: String, after start: Int64?) throws -> Int64? {
      var reached = start ?? 0
      do {
        let statement = try db.makeStatement(sql: RecordSQL.salvage(columns, after: start))
        let cursor = try Row.fetchCursor(statement)
        while let next = try cursor.next() {
          let number = Int64.fromDatabaseValue(next[0]) ?? reached
          if start != nil, number <= reached { hasHoles = true }
          reached = number
          guard let row = try? RecordRow(next) else {
            hasHoles = true
            continue
          }
          rows[row.number] = row.entry
        }
        return nil
      } catch  where RecordSalvage.isHole(error) {
        return reached
      }
    }
  }
}
