import CSQLite
import Foundation

/// A record with very many reviews, generated deterministically.
enum LargeRecord {
  /// Fills a record that the tutor has created.
  ///
  /// Every round grades each card once, so that successive grades of a card are far apart, as after years.
  ///
  /// - Parameters:
  ///   - path: The record, with the table that the tutor creates.
  ///   - reviews: The number of reviews.
  ///   - cards: The number of cards.
  /// - Returns: Whether all of them were written.
  static func fill(_ path: String, reviews: Int, cards: Int) -> Bool {
    var database: OpaquePointer?
    guard sqlite3_open(path, &database) == SQLITE_OK else { return false }
    defer { sqlite3_close(database) }
    let sql =
      "WITH RECURSIVE review(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM review WHERE n + 1 < \(reviews)) "
      + "INSERT INTO event (id, time, utc_offset, fact) SELECT "
      + "printf('%08x-%04x-7%03x-8000-%012x', (\(start)000 + n * \(step)000) >> 16, "
      + "(\(start)000 + n * \(step)000) & 65535, 0, n), "
      + "\(start) + n * \(step), 3600, "
      + "printf('{\"review\":{\"card\":\"card-%d\",\"rating\":%d}}', n % \(cards), "
      + "CASE WHEN n % 7 = 0 THEN 1 WHEN n % 5 = 0 THEN 2 ELSE 3 END) FROM review"
    return sqlite3_exec(database, "BEGIN; \(sql); COMMIT", nil, nil, nil) == SQLITE_OK
  }

  /// The first review in seconds since 1970, some years ago.
  private static let start = 1_500_000_000
  /// Seconds between two reviews.
  private static let step = 200
}
