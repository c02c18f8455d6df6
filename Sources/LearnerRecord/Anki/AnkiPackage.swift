public import Foundation
import GRDB
import GRDBSQLite
public import Lessons
public import Practice

/// A deck as an Anki package, optionally with the learner's schedule.
///
/// - Source: the legacy format, version 11 of the collection's schema, as written by Anki and genanki: a zip archive of
///   an SQLite file and a list of media. The memory state of FSRS is in `cards.data`.
public struct AnkiPackage {
  private let deck: Deck
  private let learner: Learner?
  /// Now, in seconds since 1970 UTC.
  private let now: Int
  /// All grades, oldest first; computed once, because it needs a pass over the whole record.
  private let log: [LoggedReview]
  /// The first day of the collection: the first day of the record, at 04:00 local time.
  private let created: Int

  /// Takes a deck.
  ///
  /// - Parameters:
  ///   - deck: Its flashcards are included, its questions are not.
  ///   - learner: The learner whose schedule is included; nil for new cards.
  ///   - now: Seconds since 1970 UTC.
  ///   - utcOffset: The offset of local time from UTC, in seconds.
  public init(_ deck: Deck, learner: Learner?, now: Int, utcOffset: Int) {
    self.deck = deck
    self.learner = learner
    self.now = now
    log = learner?.reviewLog ?? []
    let first = log.first?.time ?? now
    let day = LocalDay(unixSeconds: min(first, now), utcOffsetSeconds: utcOffset)
    created = day.number * 86400 + 4 * 3600 - utcOffset
  }

  /// The package.
  ///
  /// The collection is built in memory, so that the learner's history is never written to a file that was not asked
  /// for.
  ///
  /// - Throws: `LearnerRecordError.cannotWrite` if SQLite fails, for instance without memory.
  public func data() throws(LearnerRecordError) -> Data {
    var zip = ZipArchive()
    do {
      zip.add("collection.anki2", try collection())
    } catch {
      throw .cannotWrite(path: "collection.anki2", reason: LearnerRecordError.reason(of: error))
    }
    zip.add("media", Data("{}".utf8))
    return zip.data
  }

  /// The database as the bytes of its file.
  private func collection() throws -> Data {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA temp_store = MEMORY") }
    try queue.write { db in
      try db.execute(sql: AnkiSchema.tables)
      try AnkiSchema(deckID: deckID, deck: deck.title, now: now, created: created)
        .insertCollection(db)
      try insertCards(db)
    }
    return try queue.inDatabase { db in
      var count: sqlite3_int64 = 0
      guard let bytes = sqlite3_serialize(db.sqliteConnection, "main", &count, 0) else {
        throw DatabaseError(resultCode: .SQLITE_NOMEM)
      }
      return Data(
        bytesNoCopy: bytes, count: Int(count),
        deallocator: .custom { bytes, _ in sqlite3_free(bytes) })
    }
  }

  /// The same for every export of a deck, so that a second import updates the first.
  private var deckID: Int {
    1_500_000_000_000 + Int(deck.id.stableNumber % 100_000_000_000)
  }

  private func insertCards(_ db: Database) throws {
    var ids: [String: Int] = [:]
    for (index, card) in deck.cards.filter(\.isFlashcard).enumerated() {
      // A note has at most 500 gaps.
      let note = deckID + 1 + index * 1000
      try insertNote(db, card, id: note)
      for (place, item) in card.flashcards.enumerated() {
        let gap = item.id.split(separator: "#").last.flatMap { Int($0.dropFirst()) }
        // Anki numbers gaps from 0 by their names.
        let order = card.flashcards.count > 1 || item.id.contains("#") ? (gap ?? place + 1) - 1 : 0
        ids[item.id] = note + 1 + place
        try insertCard(db, item.id, id: note + 1 + place, note: note, order: order, due: index)
      }
    }
    var last = 0
    for review in log {
      guard let card = ids[review.card] else { continue }
      // The log's key is a time in milliseconds, and must be unique.
      last = max(last + 1, review.time * 1000)
      try db.cachedStatement(sql: "INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, 0, 0, ?)").execute(
        arguments: [
          last, card, review.rating.rawValue, review.interval, review.lastInterval, review.kind,
        ])
    }
  }

  private func insertNote(_ db: Database, _ card: Card, id: Int) throws {
    let fields: [String]
    let isCloze: Bool
    if case .cloze(let text, _) = card.form {
      (fields, isCloze) = ([text.source, card.explanation], true)
    } else {
      let back =
        card.explanation.isEmpty ? card.rightAnswer : "\(card.rightAnswer)\n\(card.explanation)"
      (fields, isCloze) = ([card.prompt, back], false)
    }
    let html = fields.map(Self.html)
    try db.execute(
      sql: "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')",
      arguments: [
        id, card.id, isCloze ? AnkiSchema.clozeModel : AnkiSchema.basicModel, now,
        " \(card.joinedTags) ",
        html.joined(separator: "\u{1F}"), html[0],
      ])
  }

  private func insertCard(
    _ db: Database, _ name: String, id: Int, note: Int, order: Int, due position: Int
  ) throws {
    var (type, queue, due, interval, left, data) = (0, 0, position, 0, 0, "")
    let schedule = learner?.schedule(of: name)
    if let schedule {
      switch schedule.phase {
      case .review: (type, queue) = (2, 2)
      case .learning: (type, queue, left) = (1, 1, 1001)
      case .relearning: (type, queue, left) = (3, 1, 1001)
      }
      interval = max(1, (schedule.due - (schedule.lastReview ?? schedule.due)) / 86400)
      due = type == 2 ? max(0, (schedule.due - created) / 86400) : schedule.due
      if let memory = schedule.memory {
        data =
          "{\"s\":\(Self.rounded(memory.stability)),\"d\":\(Self.rounded(memory.difficulty)),"
          + "\"dr\":0.9,\"lrt\":\(schedule.lastReview ?? now)}"
      }
    }
    if learner?.suspended.contains(name) == true { queue = -1 }
    try db.execute(
      sql: "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)",
      arguments: [
        id, note, deckID, order, now, type, queue, due, interval, schedule == nil ? 0 : 2500,
        schedule?.reviewCount ?? 0, schedule?.lapseCount ?? 0, left, data,
      ])
  }

  private static func rounded(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }

  /// Text as HTML for Anki's fields.
  private static func html(_ text: String) -> String {
    var html = ""
    // By code points: with a combining accent a bracket is another character, but still opens a tag.
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\n": html += "<br>"
      // Other control characters, too: one of them separates fields.
      case _ where scalar.value < 0x20 || scalar.properties.isWhitespace: html += " "
      default: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }
}
