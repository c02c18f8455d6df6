import Foundation
import GRDB
public import Practice

/// What has been handed over to the program.
struct HandedOver {
  /// The first and the last row; a record that was begun anew has another first one.
  var firstRow: Int64?
  var lastRow: Int64 = 0
  /// SQLite's count of what other connections have written, when it was last looked at.
  var version: Int?
  /// Whether rows have other numbers than when they were handed over.
  var isRenumbered = false
  /// How many rows, if all have been.
  var count = 0
}

extension LearnerRecord {
  /// Hands over events that were not handed over before, in the order in which they were written.
  ///
  /// Facts that this program does not know are passed over, and stay in the file.
  ///
  /// - Parameters:
  ///   - take: Takes an event.
  ///   - afresh: Forgets all events handed over so far: the record was mended or begun anew, and all follow.
  /// - Throws: `RecordError.cannotOpen` if the file cannot be read any more, or `busy`.
  public func readNew(
    _ take: (LearnerEvent) -> Void, afresh: () -> Void = {}
  ) throws(RecordError) {
    try read { db in
      // Asked at every key, so it must cost next to nothing.
      let version = try Int.fetchOne(db.cachedStatement(sql: RecordSQL.version))
      if handedOver.version != nil, version == handedOver.version { return }
      try RecordDatabase.snapshot(db) { try readRows(db, take, afresh) }
      handedOver.version = version
    }
  }

  /// Events that were not handed over before.
  ///
  /// - Throws: As ``readNew(_:afresh:)``.
  public func newEvents() throws(RecordError) -> [LearnerEvent] {
    var events: [LearnerEvent] = []
    try readNew({ events.append($0) }, afresh: { events = [] })
    return events
  }

  private func readRows(
    _ db: Database, _ take: (LearnerEvent) -> Void, _ afresh: () -> Void
  ) throws {
    let first = try Int64.fetchOne(db.cachedStatement(sql: RecordSQL.firstRow))
    if handedOver.isRenumbered || (handedOver.lastRow > 0 && first != handedOver.firstRow) {
      handedOver.lastRow = 0
      handedOver.count = 0
      handedOver.isRenumbered = false
      afresh()
    }
    handedOver.firstRow = first
    let isWhole = handedOver.lastRow == 0
    let last = try Int64.fetchOne(db.cachedStatement(sql: RecordSQL.lastRow)) ?? 0
    if last - handedOver.lastRow < Self.longRecord {
      try readRows(db, take)
    } else {
      try Relay.run(taking: take) { give in try readRows(db, give) }
    }
    // A page that has taken another one's place can be read, and has the wrong number of rows.
    if isWhole, try Int.fetchOne(db, sql: RecordSQL.indexCount) != handedOver.count {
      throw RecordDatabase.Damage()
    }
  }

  /// So many rows are worth a second thread.
  private static let longRecord = 20_000

  private func readRows(_ db: Database, _ take: (LearnerEvent) -> Void) throws {
    let statement = try db.cachedStatement(sql: RecordSQL.later)
    let rows = try Row.fetchCursor(statement, arguments: [handedOver.lastRow])
    let decoder = JSONDecoder()
    while try rows.next() != nil {
      let row = try RecordRow(reachedBy: statement)
      guard row.number > handedOver.lastRow else { throw RecordDatabase.Damage() }
      handedOver.lastRow = row.number
      handedOver.count += 1
      if let event = try row.event(decoder) { take(event) }
    }
  }
}

extension LearnerRecord.Entry {
  /// An event as it goes to disk.
  init(_ event: LearnerEvent) throws {
    self.init(
      id: event.id, time: event.time, utcOffset: event.utcOffset,
      fact: String(decoding: try JSONEncoder().encode(event.fact), as: UTF8.self))
  }

  /// The event, if the program knows its fact.
  public var event: LearnerEvent? { (try? checked(JSONDecoder())) ?? nil }
}
