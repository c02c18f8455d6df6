import Foundation
import Practice
import Testing

import class GRDB.DatabaseQueue

@testable import LearnerRecord

/// Record files with more than rows: nothing in them is executed, and none takes unlimited time.
struct SchemaTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/record-\(UUID().uuidString)"
  private var path: String { folder + "/progress.sqlite" }

  private static let entries = (0..<20).map {
    RecordEntry(
      id: "id-\($0)", time: 1000 + $0, utcOffset: 0, fact: #"{"sectionRead":{"_0":"a"}}"#)
  }

  private static let endless =
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"

  /// Objects that an attacker could add to a record file.
  static let extras: [String] = [
    "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END",
    "CREATE TRIGGER t BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END",
    "CREATE TRIGGER t BEFORE INSERT ON event BEGIN SELECT RAISE(FAIL, 'no'); END",
    "CREATE TRIGGER t AFTER DELETE ON event BEGIN INSERT INTO event SELECT * FROM old; END",
    "CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT count(*) FROM (\(endless)); END",
    "CREATE VIEW v AS \(endless)",
    "CREATE INDEX i ON event (length(fact))",
    "CREATE INDEX i ON event (time) WHERE fact LIKE '%a%'",
    "CREATE UNIQUE INDEX i ON event (time)",
    "CREATE TABLE other (x REFERENCES event(row) ON DELETE CASCADE)",
    "CREATE VIRTUAL TABLE f USING fts5(x)",
    "ALTER TABLE event ADD COLUMN more TEXT DEFAULT 'x'",
    "ALTER TABLE event ADD COLUMN sum INTEGER GENERATED ALWAYS AS (time + 1)",
  ]

  private func write() throws {
    let record = try LearnerRecord(path: path)
    _ = try record.merge(Self.entries)
    try record.database.close()
  }

  /// Changes a closed record with an ordinary connection.
  private func change(_ statements: String...) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { db in for sql in statements { try db.execute(sql: sql) } }
    try queue.close()
  }

  @Test(arguments: extras) func foreignSchemaObjectsAreNotExecuted(extra: String) throws {
    try write()
    try change(extra)
    let foreign = try LearnerRecord.reading(ofFile: path)
    #expect(foreign.entries == Self.entries && foreign.refused.isEmpty)
    let record = try LearnerRecord(path: path)
    #expect(record.recovery?.events == Self.entries.count)
    try record.append(LearnerEvent(id: "own", time: 5, utcOffset: 0, fact: .sectionRead("b")))
    #expect(try record.entries().count == Self.entries.count + 1)
    let change = try record.replaceKeepingCopy(day: "2027-01-31") { Array($0.prefix(3)) }
    #expect(change.result == 3)
    #expect(try LearnerRecord(path: path).entries().count == 3)
  }

  /// Another program adds a trigger while an instance is open: acknowledged events are not lost.
  @Test(arguments: extras.prefix(3)) func aTriggerAddedWhileTheRecordIsOpenLosesNothing(
    extra: String
  )
    throws
  {
    let record = try LearnerRecord(path: path)
    _ = try record.merge(Self.entries)
    try change(extra)
    try record.append(LearnerEvent(id: "own", time: 5, utcOffset: 0, fact: .sectionRead("b")))
    #expect(try record.entries().count == Self.entries.count + 1)
  }

  /// Objects named `event` that are not our table.
  @Test(
    arguments: [
      "CREATE VIEW event AS SELECT x AS row, 'id' || x AS id, 0 AS time, 0 AS utc_offset, '{}' AS fact,"
        + " NULL AS seal FROM (\(endless))",
      "CREATE VIRTUAL TABLE event USING fts5(row, id, time, utc_offset, fact, seal)",
      "CREATE TABLE event (row INTEGER PRIMARY KEY, id TEXT, time INTEGER, utc_offset INTEGER,"
        + " fact TEXT AS (printf('%.*c', 1000000000, 'x')), seal INTEGER)",
      "CREATE TABLE event (name TEXT)",
    ], [true, false]) func foreignTablesAreNotRead(sql: String, isMarked: Bool) throws
  {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try change(
      sql, "PRAGMA user_version = 2", "PRAGMA application_id = \(isMarked ? RecordSchema.mark : 0)")
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: LearnerRecordError.self) { try LearnerRecord.reading(ofFile: path) }
    if isMarked {
      // A file that claims to be a record but is not is kept.
      let record = try LearnerRecord(path: path)
      let kept = try #require(record.recovery?.keptAs)
      #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == before)
      #expect(try record.newEvents().isEmpty)
    } else {
      _ = try? LearnerRecord(path: path)
    }
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: path + (isMarked ? ".damaged-1" : ""))) == before
        || !isMarked)
  }

  /// A tree in which every page refers to the same next page, thousands of times at each level.
  @Test func anEndlessTreeIsNotRead() throws {
    try write()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    // The table's root: the first page that is a leaf of a table.
    let root = try #require((1..<bytes.count / 4096).first { bytes[$0 * 4096] == 13 }) + 1
    let leaf = Array(bytes[(root - 1) * 4096..<root * 4096])
    let first = bytes.count / 4096 + 1
    let levels = 8
    for level in 0..<levels + 1 {
      bytes += level == levels ? leaf : Self.interior(leadingTo: first + level + 1)
    }
    bytes.replaceSubrange((root - 1) * 4096..<root * 4096, with: Self.interior(leadingTo: first))
    let pages = UInt32(bytes.count / 4096)
    for index in 0..<4 { bytes[28 + index] = UInt8(truncatingIfNeeded: pages >> (24 - 8 * index)) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    // The rows must be read once; SQLite's virtual machine counts the steps.
    let foreign = try LearnerRecord.reading(ofFile: path)
    #expect(foreign.isDamaged)
    #expect(try LearnerRecord(path: path).recovery != nil)
  }

  /// An interior page of the table's tree with 400 references to one page.
  private static func interior(leadingTo page: Int) -> [UInt8] {
    let number = (0..<4).map { UInt8(truncatingIfNeeded: page >> (24 - 8 * $0)) }
    let count = 400
    let start = 4096 - count * 5
    var bytes = [UInt8](repeating: 0, count: 4096)
    bytes.replaceSubrange(
      0..<12,
      with: [
        5, 0, 0, UInt8(count >> 8), UInt8(count & 255), UInt8(start >> 8), UInt8(start & 255), 0,
      ] + number)
    for cell in 0..<count {
      let place = start + cell * 5
      bytes[12 + cell * 2] = UInt8(place >> 8)
      bytes[13 + cell * 2] = UInt8(place & 255)
      bytes.replaceSubrange(place..<place + 5, with: number + [100])
    }
    return bytes
  }

  @Test func pipesFoldersAndDevicesAreNotRecords() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(mkfifo(path, 0o600) == 0)
    for name in [path, folder, "/dev/null"] {
      let expected = LearnerRecordError.cannotOpen(path: name, reason: .notAFile)
      #expect(throws: expected) { try LearnerRecord(path: name) }
      #expect(throws: expected) { try LearnerRecord.reading(ofFile: name) }
    }
  }
}
