import Foundation
import Practice
import Testing

@testable import LearnerRecord

private func event(_ id: String, _ fact: Fact) -> LearnerEvent {
  LearnerEvent(id: id, time: 1_800_000_000, utcOffset: 3600, fact: fact)
}

struct LearnerRecordTests {
  /// A path in a folder that does not exist yet.
  private let path =
    FileManager.default.temporaryDirectory.path + "/record-\(UUID().uuidString)/progress.sqlite"

  private let everyFact: [Fact] = [
    .review(card: "a#c1", rating: .hard),
    .answer(question: "q", isRight: false, mode: .speed, milliseconds: 1234),
    .sectionRead("gradients"),
    .position(ReadingPosition(section: "gradients", block: 3, offset: 17)),
    .speedRun(SpeedRun(score: 900, right: 7, answered: 9, seconds: 60, seed: .max)),
    .undo(event: "0"),
  ]

  @Test func everyKindOfFactSurvivesStorage() throws {
    let events = everyFact.enumerated().map { event("\($0)", $1) }
    let record = try LearnerRecord(path: path)
    for event in events { try record.append(event) }
    #expect(try LearnerRecord(path: path).newEvents() == events)
  }

  @Test func eventsAreDeliveredOnceAndIncludeOtherInstances() throws {
    let one = try LearnerRecord(path: path)
    let other = try LearnerRecord(path: path)
    try one.append(event("1", .sectionRead("a")))
    #expect(try other.newEvents().map(\.id) == ["1"])
    try other.append(event("2", .sectionRead("b")))
    #expect(try one.newEvents().map(\.id) == ["1", "2"])
    #expect(try one.newEvents().isEmpty)
  }

  @Test func theSameEventTwiceIsKeptOnce() throws {
    let record = try LearnerRecord(path: path)
    try record.append(event("1", .sectionRead("a")))
    try record.append(event("1", .sectionRead("b")))
    #expect(try record.newEvents().map(\.fact) == [.sectionRead("a")])
  }

  @Test func exportedEventsAreImportedOnce() throws {
    let record = try LearnerRecord(path: path)
    let events = everyFact.enumerated().map { event("id-\($0)", $1) }
    for event in events { try record.append(event) }
    let text = try record.exported()
    #expect(
      text.hasPrefix("{\"format\":\"tutor-record\",\"version\":1,\"events\":\(events.count)}\n"))
    let other = try LearnerRecord(path: path + ".other")
    try other.append(event("own", .sectionRead("b")))
    let entries = try RecordLines.entries(in: text, of: "file")
    #expect(try other.merge(entries) == LearnerRecord.Merged(added: events.count, known: 0))
    #expect(try other.merge(entries) == LearnerRecord.Merged(added: 0, known: events.count))
    #expect(try Set(other.newEvents()) == Set(events + [event("own", .sectionRead("b"))]))
    let back = try record.merge(RecordLines.entries(in: other.exported(), of: "file"))
    #expect(back == LearnerRecord.Merged(added: 1, known: events.count))
    #expect(try record.entries().map(\.id) == other.entries().map(\.id))
  }

  @Test func truncatedExportsAreDetected() throws {
    let entries = (0..<4).map {
      RecordEntry(id: "e\($0)", time: 5, utcOffset: 0, fact: #"{"sectionRead":{"_0":"a"}}"#)
    }
    let text = RecordLines.text(entries)
    let whole = try RecordLines.read(text, of: "f")
    #expect(whole.entries == entries && whole.missing == 0 && whole.refused.isEmpty)
    let header = try #require(text.utf8.firstIndex(of: UInt8(ascii: "\n")))
    // A missing final line feed is no loss.
    for end in text.utf8.indices.dropLast() where end >= header {
      let cut = try RecordLines.read(String(text[..<end]), of: "f")
      #expect(cut.missing + cut.refused.count > 0, "\(text[..<end])")
      #expect(cut.missing + cut.refused.count + cut.entries.count == 4)
    }
    // Exports of older programs have no count, and exports joined by hand contain more events.
    let old = text.replacing(#","events":4"#, with: "").split(separator: "\n").prefix(2)
    #expect(try RecordLines.read(old.joined(separator: "\n"), of: "f").missing == 0)
    for promise in ["-5", "2", "9223372036854775807", "\"x\"", "1e3"] {
      let read = try RecordLines.read(
        text.replacing(#""events":4"#, with: "\"events\":\(promise)"), of: "f")
      #expect(read.entries == entries && (read.missing > 0) == promise.hasPrefix("92"))
    }
  }

  @Test func importsDoNotChangeExistingEvents() throws {
    let record = try LearnerRecord(path: path)
    try record.append(event("1", .sectionRead("a")))
    let text = """
      {"format":"tutor-record","version":1}
      {"id":"1","time":5,"utc_offset":0,"fact":{"sectionRead":{"_0":"forged"}}}
      {"id":"2","time":5,"utc_offset":0,"fact":{"fromTomorrow":{"x":[1,"y"]}}}

      """
    _ = try record.merge(RecordLines.entries(in: text, of: "f"))
    #expect(try record.newEvents() == [event("1", .sectionRead("a"))])
    // An unknown fact is kept for a newer program.
    #expect(try record.exported().contains(#"{"fromTomorrow":{"x":[1,"y"]}}"#))
  }

  @Test(arguments: [
    ("", 1), ("{}", 1), ("[]", 1), (#"{"format":"tutor-record","version":2}"#, 1), ("x", 1),
    ("H\n{", 2), (#"H;{"id":"","time":1,"utc_offset":0,"fact":{}}"#, 2),
    (#"H;{"id":"a\u001b","time":1,"utc_offset":0,"fact":{}}"#, 2),
    (#"H;{"id":"a","time":-62135596801,"utc_offset":0,"fact":{}}"#, 2),
    (#"H;{"id":"a","time":true,"utc_offset":0,"fact":{}}"#, 2),
    (#"H;{"id":"a","time":1,"time":2,"utc_offset":0,"fact":{}}"#, 2),
    (#"H;{"id":"a","time":1,"utc_offset":0,"fact":{"x":[{"y":1,"\u0079":1}]}}"#, 2),
    (#"H;{"id":"a","time":1e300,"utc_offset":0,"fact":{}}"#, 2),
    (#"H;;{"id":"a","time":1,"utc_offset":99999999,"fact":{}}"#, 3),
    (#"H;{"id":"a","time":1,"utc_offset":0,"fact":7}"#, 2),
    (#"H;{"id":"a","time":1,"utc_offset":-9223372036854775808,"fact":{}}"#, 2),
    (#";{"id":"a","time":1,"utc_offset":0,"fact":{}}"#, 2),
  ])
  func anInvalidLineIsReported(text: String, line: Int) {
    let whole = text.replacing("H", with: #"{"format":"tutor-record","version":1}"#)
      .replacing(";", with: "\n")
    guard !whole.isEmpty else {
      #expect(throws: Never.self) { try RecordLines.entries(in: whole, of: "f") }
      return
    }
    let error = #expect(throws: LearnerRecordError.self) {
      try RecordLines.entries(in: whole, of: "f")
    }
    guard case .badLine("f", let found, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == line)
  }

  @Test func aFactOfALaterVersionIsPreserved() throws {
    let text = """
      {"format":"tutor-record","version":1}
      {"id":"1","time":5,"utc_offset":0,"fact":{"tomorrow":{"b":[-0.0,1e300,0.1],"a":"/"}}}
      """
    let entries = try RecordLines.entries(in: text, of: "f")
    #expect(entries.map(\.fact) == [#"{"tomorrow":{"b":[-0.0,1e300,0.1],"a":"/"}}"#])
    #expect(try RecordLines.entries(in: RecordLines.text(entries), of: "f") == entries)
  }

  @Test func allLineEndingsAreAccepted() throws {
    let text = """
      {"format":"tutor-record","version":1,"events":2}
      {"id":"1","time":5,"utc_offset":0,"fact":{"sectionRead":{"_0":"a"}}}
      {"id":"2","time":6,"utc_offset":0,"fact":{"sectionRead":{"_0":"b"}}}

      """
    let entries = try RecordLines.entries(in: text, of: "f")
    #expect(entries.count == 2)
    #expect(try RecordLines.entries(in: text.replacing("\n", with: "\r\n"), of: "f") == entries)
    #expect(RecordLines.text(entries) == text)
  }

  /// Three overlapping records, merged in every order and grouping, and twice.
  @Test(arguments: 0..<8 as Range<Int>) func mergingIsCommutativeAssociativeAndIdempotent(
    seed: Int
  ) throws {
    let parts = (0..<3).map { part in
      (0..<30).filter { ($0 * 7 + seed * (part + 3)) % 5 < 3 }.map { number in
        RecordEntry(
          id: "id-\(number)", time: 1000 + number % 4, utcOffset: 0,
          fact: #"{"sectionRead":{"_0":"s\#(number)"}}"#)
      }
    }
    func united(_ order: [Int], _ name: String) throws -> String {
      let record = try LearnerRecord(path: path + name)
      for part in order { _ = try record.merge(parts[part]) }
      return try record.exported()
    }
    let truth = try united([0, 1, 2], "-a")
    #expect(try united([2, 1, 0], "-b") == truth && united([1, 0, 2, 1, 0, 2], "-c") == truth)
    // (0 with 1) with 2 equals 0 with (1 with 2).
    let right = try LearnerRecord(path: path + "-d")
    for part in [1, 2] { _ = try right.merge(parts[part]) }
    let left = try LearnerRecord(path: path + "-e")
    _ = try left.merge(parts[0])
    _ = try left.merge(right.entries())
    #expect(try left.exported() == truth)
  }

  @Test func aBackupIsCompleteAndPrivate() throws {
    let record = try LearnerRecord(path: path)
    try record.append(event("1", .sectionRead("a")))
    let copy = try record.backUp()
    #expect(try LearnerRecord(path: copy).entries() == record.entries())
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try record.backUp() != copy)
  }

  @Test func aFileThatIsNotADatabaseIsMovedAsideUnchanged() throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let junk = Data(String(repeating: "this is no database. ", count: 99).utf8)
    try junk.write(to: URL(fileURLWithPath: path))
    let record = try LearnerRecord(path: path)
    let moved = try #require(record.recovery?.keptAs)
    #expect(try Data(contentsOf: URL(fileURLWithPath: moved)) == junk)
    try record.append(event("1", .sectionRead("a")))
    #expect(try record.newEvents().count == 1)
  }

  @Test func onlyTheLearnerMayReadTheRecord() throws {
    _ = try LearnerRecord(path: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func aFolderThatCannotBeMadeIsReported() {
    #expect(throws: LearnerRecordError.self) {
      try LearnerRecord(path: "/proc/none/progress.sqlite")
    }
  }
}
