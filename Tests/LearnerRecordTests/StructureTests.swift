import Foundation
import Practice
import TestSupport
import Testing

import class GRDB.DatabaseQueue

@testable import LearnerRecord

/// Records with readable but inconsistent pages, and with damage that is not obvious.
struct StructureTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/record-\(UUID().uuidString)"
  private var path: String { folder + "/progress.sqlite" }

  private static func entry(_ number: Int) -> RecordEntry {
    RecordEntry(
      id: "id-\(number)", time: 1000 + number, utcOffset: 0,
      fact: #"{"review":{"card":"card-\#(number % 7)","rating":\#(1 + number % 4)}}"#)
  }

  /// Writes a closed record.
  private func write(_ count: Int, copiedAt copied: Int? = nil) throws {
    let record = try LearnerRecord(path: path)
    _ = try record.merge((0..<(copied ?? count)).map(Self.entry))
    if copied != nil { try RecordCopies(ofRecord: path).keep(day: "2027-01-31") }
    _ = try record.merge((0..<count).map(Self.entry))
    try record.database.close()
  }

  /// The pages of a kind; the first byte is 13 for a leaf of the table, 10 for a leaf of the index.
  private func pages(of kind: UInt8) throws -> [Int] {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    return (1..<bytes.count / 4096).filter { bytes[$0 * 4096] == kind }
  }

  private func copyPage(_ from: Int, over to: Int) throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes.replaceSubrange(
      to * 4096..<(to + 1) * 4096, with: bytes[from * 4096..<(from + 1) * 4096])
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  /// A page of the table or the index is replaced by another one.
  @Test(arguments: [(UInt8(13), 300), (10, 1000), (13, 4000), (10, 4000)])
  func aMisdirectedWriteIsDetectedAndRepaired(kind: UInt8, count: Int) throws {
    try write(count, copiedAt: count - 20)
    let pages = try pages(of: kind)
    try copyPage(pages[0], over: pages[1])
    let record = try LearnerRecord(path: path)
    var events: [String: Int] = [:]
    try record.readNew({ events[$0.id, default: 0] += 1 }, restart: { events = [:] })
    if record.recovery == nil {
      // A long record's index is checked when the daily copy is made.
      #expect(
        throws: LearnerRecordError.cannotWrite(path: path + ".day-2027-02-01", reason: .damaged)
      ) {
        try RecordCopies(ofRecord: path).keep(day: "2027-02-01")
      }
      try record.repair()
      events = [:]
      try record.readNew({ events[$0.id, default: 0] += 1 }, restart: { events = [:] })
    }
    let recovery = try #require(record.recovery)
    #expect(events.count == count && events.values.allSatisfy { $0 == 1 })
    #expect(recovery.events == count && recovery.lost == 0)
    #expect(try Set(record.entries()) == Set((0..<count).map(Self.entry)))
    try RecordCopies(ofRecord: path).keep(day: "2027-02-02")
  }

  @Test func lostEventsAreCounted() throws {
    try write(300)
    let pages = try pages(of: 13)
    try copyPage(pages[0], over: pages[1])
    let record = try LearnerRecord(path: path)
    let recovery = try #require(record.recovery)
    #expect(recovery.lost > 20 && recovery.events + recovery.lost == 300)
    #expect(FileManager.default.fileExists(atPath: recovery.keptAs))
  }

  /// Every command is the first one on a damaged record.
  @Test(arguments: ["backup", "merge", "reset", "export", "repair", "restore"])
  func everyCommandRepairsADamagedRecord(command: String) throws {
    let count = 4000
    try write(count, copiedAt: count)
    let pages = try pages(of: 13)
    try copyPage(pages[20], over: pages[21])
    let record = try LearnerRecord(path: path)
    switch command {
    case "backup":
      #expect(try LearnerRecord.reading(ofFile: record.backUp()).entries.count == count)
    case "merge":
      let change = try record.mergeKeepingCopy([Self.entry(count)])
      #expect(change.result == .init(added: 1, known: 0))
      #expect(try LearnerRecord.reading(ofFile: #require(change.keptAs)).entries.count == count)
    case "export": #expect(try record.exported().split(separator: "\n").count == count + 1)
    default:
      let change = try record.replaceKeepingCopy(day: "2027-02-01") {
        command == "reset" ? [] : $0
      }
      #expect(change.result == (command == "reset" ? 0 : count))
      #expect(try LearnerRecord.reading(ofFile: #require(change.keptAs)).entries.count == count)
    }
    #expect(record.recovery?.events == count)
  }

  /// The file of a program that was killed during its very first start.
  @Test func aFileWithOnlyItsHeaderBecomesARecord() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 4096)
    let record = try LearnerRecord(path: path)
    #expect(record.recovery == nil)
    _ = try record.merge([Self.entry(1)])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy {
        !$0.recordFileKinds.contains(.damaged)
      })
    // An empty file that has copies is something else.
    try RecordCopies(ofRecord: path).keep(day: "2027-01-31")
    try record.database.close()
    try FileManager.default.removeItem(atPath: path)
    let empty = try DatabaseQueue(path: path)
    try empty.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try empty.close()
    #expect(try LearnerRecord(path: path).recovery?.fromCopy == 1)
  }

  @Test func repairsUseTheCopiesOfAllDays() throws {
    let record = try LearnerRecord(path: path)
    _ = try record.merge([Self.entry(1), Self.entry(2)])
    try RecordCopies(ofRecord: path).keep(day: "2027-01-30")
    try record.database.close()
    // Later copies that lost events, as an earlier program could have made them.
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    let first = path + ".day-2027-01-30"
    try FileManager.default.moveItem(atPath: first, toPath: first + "-kept")
    let later = try LearnerRecord(path: path)
    _ = try later.merge([Self.entry(3)])
    try RecordCopies(ofRecord: path).keep(day: "2027-01-31")
    try later.database.close()
    try FileManager.default.moveItem(atPath: first + "-kept", toPath: first)
    try Data("rubbish".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try LearnerRecord(path: path).entries().map(\.id) == ["id-1", "id-2", "id-3"])
  }

  @Test func aCopyWithMoreEventsIsNotReplaced() throws {
    try write(300, copiedAt: 300)
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "DELETE FROM event WHERE row > 10") }
    try queue.close()
    try RecordCopies(ofRecord: path).keep(day: "2027-01-31", replacing: true)
    #expect(try LearnerRecord.reading(ofFile: path + ".day-2027-01-31").entries.count == 300)
  }

  /// A program that ends in the middle of a repair loses nothing, whatever the file then lacks.
  @Test func anInterruptedRepairLosesNothing() throws {
    try write(50)
    let whole = try LearnerRecord(path: path + ".new")
    _ = try whole.merge((0..<50).map(Self.entry))
    try whole.database.close()
    try Data("rubbish".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try LearnerRecord(path: path).entries().count == 50)
    #expect(!FileManager.default.fileExists(atPath: path + ".new"))
  }

  /// The log was moved away already, and the file alone is valid: the entries of the log are recovered.
  @Test func anInterruptedRenameLosesNothing() throws {
    try write(50)
    let whole = try LearnerRecord(path: path + ".new")
    _ = try whole.merge((40..<60).map(Self.entry))
    try whole.database.close()
    let record = try LearnerRecord(path: path)
    #expect(try record.entries().count == 60)
    #expect(!FileManager.default.fileExists(atPath: path + ".new"))
  }
}
