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

  @Test func everyFactComesBackFromDisk() throws {
    let events = everyFact.enumerated().map { event("\($0)", $1) }
    let record = try LearnerRecord(path: path)
    for event in events { try record.append(event) }
    #expect(try LearnerRecord(path: path).newEvents() == events)
  }

  @Test func eventsAreHandedOverOnceAndOtherWindowsAreSeen() throws {
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

  @Test func aFileThatIsNoDatabaseIsMovedAsideWhole() throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let junk = Data(String(repeating: "this is no database. ", count: 99).utf8)
    try junk.write(to: URL(fileURLWithPath: path))
    let record = try LearnerRecord(path: path)
    let moved = try #require(record.movedAside)
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
    #expect(throws: RecordError.self) { try LearnerRecord(path: "/proc/none/progress.sqlite") }
  }
}
