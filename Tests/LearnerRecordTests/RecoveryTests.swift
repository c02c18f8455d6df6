import Foundation
import Practice
import TestSupport
import Testing

import class GRDB.DatabaseQueue

@testable import LearnerRecord

/// Records that are damaged, removed, or written by an earlier program.
struct RecoveryTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/record-\(UUID().uuidString)"
  private var path: String { folder + "/progress.sqlite" }

  private static let count = 300

  private static func entry(_ number: Int) -> RecordEntry {
    RecordEntry(
      id: "id-\(number)", time: 1000 + number, utcOffset: 0,
      fact: #"{"review":{"card":"card-\#(number % 7)","rating":\#(1 + number % 4)}}"#)
  }

  private static let truth = (0..<count).map(entry)

  /// The bytes of a closed record of some pages.
  private func written(withCopy: Bool = true) throws -> [UInt8] {
    let record = try LearnerRecord(path: path)
    _ = try record.merge(Self.truth)
    try record.database.close()
    if withCopy { try RecordCopies(ofRecord: path).keep(day: "2027-01-31") }
    return try bytes(path)
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func put(_ bytes: some Sequence<UInt8>) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where !name.recordFileKinds.contains(.day) {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// The result of opening a file that may be damaged.
  private enum Found {
    case all, refusedUntouched
  }

  private func open(_ damaged: [UInt8]) throws -> Found {
    let record: LearnerRecord
    do {
      record = try LearnerRecord(path: path)
    } catch LearnerRecordError.newerFormat {
      #expect(try bytes(path) == damaged)
      return .refusedUntouched
    }
    let events = try record.newEvents()
    let entries = try record.entries()
    #expect(entries == Self.truth, "\(entries.count) of \(Self.count)")
    #expect(events.count == Self.count)
    if let kept = record.recovery?.keptAs { #expect(try bytes(kept) == damaged) }
    try record.append(LearnerEvent(id: "next", time: 1, utcOffset: 0, fact: .sectionRead("a")))
    #expect(try LearnerRecord(path: path).entries().count == Self.count + 1)
    return .all
  }

  @Test func leftoversOfCopiesAreRemoved() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/left-\(UUID().uuidString)"
    let path = folder + "/progress.sqlite"
    let record = try LearnerRecord(path: path)
    try record.append(
      LearnerEvent(id: "1", time: 1_800_000_000, utcOffset: 0, fact: .sectionRead("a")))
    let names = ["1", "1-journal", "\(UUID().uuidString)-wal"].map { "progress.sqlite.part-" + $0 }
    for name in names {
      try "".write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
    }
    // While another process copies, nothing is moved away.
    let other = try RecordLock(.shared, for: RecordFile(path))
    try RecordCopies(ofRecord: path).keep(day: "2027-01-30")
    try withExtendedLifetime(other) {
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(Set(left.filter { $0.recordFileKinds.contains(.part) }) == Set(names))
    }
    other.release()
    try RecordCopies(ofRecord: path).keep(day: "2027-01-31")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(left.filter { $0.recordFileKinds.contains(.part) }.isEmpty)
    #expect(Set(left).isSuperset(of: ["progress.sqlite.day-2027-01-31"]))
  }

  @Test func truncationAtEvery512BytesLosesNothing() throws {
    let whole = try written()
    #expect(whole.count > 8 * 4096)
    for length in stride(from: 0, to: whole.count, by: 512) {
      let damaged = Array(whole.prefix(length))
      try put(damaged)
      #expect(try open(damaged) == .all, "cut to \(length)")
    }
  }

  @Test func flippedBitsLoseNothing() throws {
    let whole = try written()
    // Every byte of the first page's header, and bytes of all pages at odd steps.
    var refused = 0
    for place in Array(0..<120) + Array(stride(from: 120, to: whole.count, by: 199)) {
      var damaged = whole
      damaged[place] ^= 1 << UInt8(place % 8)
      try put(damaged)
      if try open(damaged) == .refusedUntouched { refused += 1 }
    }
    // The format number itself can look like a newer one.
    #expect(refused <= 4)
  }

  @Test func withoutACopyReadableEventsAreSaved() throws {
    let whole = try written(withCopy: false)
    // A page in the middle of the table.
    var damaged = whole
    for place in 4 * 4096..<5 * 4096 { damaged[place] = 0xA5 }
    try put(damaged)
    let record = try LearnerRecord(path: path)
    let events = try record.newEvents()
    let recovery = try #require(record.recovery)
    #expect(recovery.fromCopy == 0 && recovery.events == events.count)
    #expect(events.count > Self.count / 2 && events.count < Self.count)
    #expect(try bytes(recovery.keptAs) == damaged)
  }

  @Test func repairRestoresEventsFromAnEarlierDaysCopy() throws {
    _ = try written()
    let record = try LearnerRecord(path: path)
    try record.append(LearnerEvent(id: "later", time: 5, utcOffset: 0, fact: .sectionRead("a")))
    try record.database.close()
    var damaged = try bytes(path)
    damaged.replaceSubrange(0..<100, with: [UInt8](repeating: 0, count: 100))
    try put(damaged)
    let repaired = try LearnerRecord(path: path)
    #expect(try repaired.entries() == Self.truth)
    #expect(repaired.recovery?.fromCopy == Self.count)
  }

  @Test func damageOfAnOpenRecordIsRepaired() throws {
    _ = try written()
    let record = try LearnerRecord(path: path)
    #expect(try record.newEvents().count == Self.count)
    var damaged = try bytes(path)
    for place in stride(from: 2 * 4096, to: damaged.count, by: 7) { damaged[place] ^= 0x55 }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.write(contentsOf: damaged)
    // Another connection writes, so that pages are read again.
    let other = try? LearnerRecord(path: path)
    try other?.append(LearnerEvent(id: "other", time: 6, utcOffset: 0, fact: .sectionRead("b")))
    try record.append(LearnerEvent(id: "own", time: 7, utcOffset: 0, fact: .sectionRead("a")))
    let ids = try Set(LearnerRecord(path: path).entries().map(\.id))
    #expect(ids == Set(Self.truth.map(\.id) + ["other", "own"]))
  }

  @Test func aRemovedRecordIsWrittenAgain() throws {
    let record = try LearnerRecord(path: path)
    _ = try record.merge(Self.truth)
    #expect(try record.newEvents().count == Self.count)
    try FileManager.default.removeItem(atPath: folder)
    try record.append(LearnerEvent(id: "own", time: 7, utcOffset: 0, fact: .sectionRead("a")))
    var seen: [String] = []
    try record.readNew({ seen.append($0.id) }, restart: { seen = [] })
    #expect(seen.count == Self.count + 1)
    #expect(try LearnerRecord(path: path).entries().count == Self.count + 1)
    try FileManager.default.removeItem(atPath: folder)
    try record.settle()
    #expect(try LearnerRecord(path: path).entries().count == Self.count + 1)
  }

  @Test func twoInstancesSurviveRemovalOfTheRecord() throws {
    let one = try LearnerRecord(path: path)
    let two = try LearnerRecord(path: path)
    try one.append(LearnerEvent(id: "1", time: 1, utcOffset: 0, fact: .sectionRead("a")))
    try two.append(LearnerEvent(id: "2", time: 2, utcOffset: 0, fact: .sectionRead("b")))
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    try one.append(LearnerEvent(id: "3", time: 3, utcOffset: 0, fact: .sectionRead("c")))
    try two.append(LearnerEvent(id: "4", time: 4, utcOffset: 0, fact: .sectionRead("d")))
    try one.append(LearnerEvent(id: "5", time: 5, utcOffset: 0, fact: .sectionRead("e")))
    #expect(try LearnerRecord(path: path).entries().map(\.id) == ["1", "2", "3", "4", "5"])
  }

  @Test func aResetRecordIsReadAgain() throws {
    let one = try LearnerRecord(path: path)
    let two = try LearnerRecord(path: path)
    _ = try one.merge(Self.truth)
    #expect(try two.newEvents().count == Self.count)
    _ = try one.replaceKeepingCopy(day: "2027-01-31") { _ in [Self.entry(900)] }
    var seen = ["old"]
    try two.readNew({ seen.append($0.id) }, restart: { seen = [] })
    #expect(seen == ["id-900"])
  }

  @Test func theFirstFormatStillOpens() throws {
    let fixture = Repository.file("Tests/LearnerRecordTests/Fixtures/format-1.sqlite").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: fixture, toPath: path)
    let foreign = try LearnerRecord.reading(ofFile: path).entries
    let record = try LearnerRecord(path: path)
    #expect(record.recovery == nil)
    #expect(
      try record.newEvents().map(\.fact) == [
        .review(card: "gelu-min", rating: .good), .sectionRead("gradients"),
        .note(section: "gradients", text: "0.25¹⁰ is not much"),
      ])
    #expect(try record.entries().count == 4 && record.entries() == foreign)
    try record.append(LearnerEvent(id: "z", time: 9, utcOffset: 0, fact: .sectionRead("a")))
    #expect(try LearnerRecord(path: path).entries().count == 5)
  }

  @Test func otherProgramsDatabasesAreNotChanged() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let foreign = try DatabaseQueue(path: path)
    try foreign.write { try $0.execute(sql: "CREATE TABLE address (name TEXT)") }
    try foreign.close()
    let before = try bytes(path)
    #expect(throws: LearnerRecordError.notARecord(path: path)) { try LearnerRecord(path: path) }
    #expect(try bytes(path) == before)
  }

  @Test func symbolicLinksAreNotWrittenThrough() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let target = folder + "/elsewhere"
    try "precious".write(toFile: target, atomically: true, encoding: .utf8)
    for destination in [target, folder + "/nothing"] {
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: destination)
      #expect(throws: LearnerRecordError.isLink(path: path)) { try LearnerRecord(path: path) }
      try FileManager.default.removeItem(atPath: path)
    }
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "precious")
    #expect(!FileManager.default.fileExists(atPath: folder + "/nothing"))
  }

  @Test func aWeekOfCopiesIsKept() throws {
    _ = try written(withCopy: false)
    let copies = RecordCopies(ofRecord: path)
    for day in 10...20 { try copies.keep(day: "2027-01-\(day)") }
    #expect(copies.daily.map { $0.suffix(2) } == ["20", "19", "18", "17", "16", "15", "14"])
    let mode = try FileManager.default.attributesOfItem(atPath: copies.daily[0])[.posixPermissions]
    #expect(mode as? Int == 0o600)
    // A second copy on the same day is only made on request.
    let record = try LearnerRecord(path: path)
    try record.append(LearnerEvent(id: "later", time: 5, utcOffset: 0, fact: .sectionRead("a")))
    try copies.keep(day: "2027-01-20")
    #expect(try LearnerRecord.reading(ofFile: copies.daily[0]).entries.count == Self.count)
    try copies.keep(day: "2027-01-20", replacing: true)
    #expect(try LearnerRecord.reading(ofFile: copies.daily[0]).entries.count == Self.count + 1)
  }

  @Test func anEmptyRecordIsNotCopied() throws {
    _ = try LearnerRecord(path: path)
    try RecordCopies(ofRecord: path).keep(day: "2027-01-31")
    #expect(RecordCopies(ofRecord: path).daily.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["progress.sqlite"])
  }

  @Test func aDamagedRecordDoesNotReplaceAnIntactCopy() throws {
    var damaged = try written()
    let copy = RecordCopies(ofRecord: path).daily[0]
    let good = try bytes(copy)
    // Still a valid grade: only the seal reveals the change.
    let place = try #require(damaged.firstRange(of: Array(#""rating":3"#.utf8)))
    damaged[place.upperBound - 1] = UInt8(ascii: "4")
    try put(damaged)
    #expect(throws: LearnerRecordError.self) {
      try RecordCopies(ofRecord: path).keep(day: "2027-01-31", replacing: true)
    }
    #expect(try bytes(copy) == good)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
  }
}
