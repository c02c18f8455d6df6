import Foundation
import Practice
import Testing

@testable import LearnerRecord

/// Events that count at once, are written, kept where they cannot be, and never counted twice.
struct RecordWriterTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/record-\(UUID().uuidString)"
  private var path: String { folder + "/progress.sqlite" }

  private func event(_ id: String, _ card: String = "a") -> LearnerEvent {
    LearnerEvent(
      id: id, time: 1_800_000_000, utcOffset: 0, fact: .review(card: card, rating: .good))
  }

  private func ids(_ path: String) throws -> [String] {
    try LearnerRecord(path: path).newEvents().map(\.id)
  }

  /// Adds an event while another program writes, so that it is refused.
  ///
  /// - Returns: The other program's connection, which has ended its write.
  private func addWhileBusy(
    _ event: LearnerEvent, _ writer: RecordWriter, _ learner: inout Learner
  ) throws -> LearnerRecord {
    let other = try LearnerRecord(path: path)
    let news = try other.write { _ in writer.add(event, to: &learner) }
    #expect(news == .notSaved(1, .busy(path: path)))
    #expect(writer.isBusy && writer.pending == [event])
    return other
  }

  @Test func anEventCountsOnceAndIsOnDiskAtOnce() throws {
    let writer = try RecordWriter(path: path)
    var learner = Learner()
    #expect(writer.begin(with: &learner) == nil)
    #expect(writer.add(event("1"), to: &learner) == nil)
    #expect(learner.reviewCount == 1 && learner.lastReview?.id == "1")
    #expect(try ids(path) == ["1"])
    #expect(writer.readNew(into: &learner) == nil)
    #expect(learner.reviewCount == 1 && learner.eventCount == 1)
  }

  @Test func theOrderOfEventsOfTwoWindowsDoesNotMatter() throws {
    let (one, other) = (try RecordWriter(path: path), try RecordWriter(path: path))
    var (first, second) = (Learner(), Learner())
    _ = one.begin(with: &first)
    _ = other.begin(with: &second)
    _ = one.add(event("1"), to: &first)
    _ = other.add(event("2", "b"), to: &second)
    _ = one.add(event("3"), to: &first)
    _ = one.readNew(into: &first)
    _ = other.readNew(into: &second)
    for learner in [first, second] {
      #expect(learner.eventCount == 3 && learner.reviewCount == 3)
      #expect(Set(learner.begunCards) == ["a", "b"])
    }
    #expect(first.schedule(of: "a") == second.schedule(of: "a"))
  }

  @Test func refusedEventsCountAndAreWrittenLater() throws {
    let writer = try RecordWriter(path: path, waiting: 0)
    var learner = Learner()
    _ = writer.begin(with: &learner)
    let other = try addWhileBusy(event("1"), writer, &learner)
    #expect(try other.newEvents().isEmpty)
    try other.append(event("2", "b"))
    #expect(writer.readNew(into: &learner) == nil)
    #expect(learner.eventCount == 2)
    #expect(writer.add(event("3"), to: &learner) == .saved)
    #expect(writer.pending.isEmpty && !writer.isBusy)
    _ = writer.readNew(into: &learner)
    #expect(learner.eventCount == 3)
    #expect(try Set(ids(path)) == ["1", "2", "3"])
  }

  @Test func aRetryReportsSuccessOnce() throws {
    let writer = try RecordWriter(path: path, waiting: 0)
    var learner = Learner()
    _ = try addWhileBusy(event("1"), writer, &learner)
    #expect(writer.retry(into: &learner) == .saved)
    #expect(writer.retry(into: &learner) == nil)
    #expect(learner.eventCount == 1)
  }

  /// A write can be reported as failed and be on disk all the same.
  @Test func anEventWrittenDespiteAReportedFailureCountsOnce() throws {
    let writer = try RecordWriter(path: path, waiting: 0)
    var learner = Learner()
    let other = try addWhileBusy(event("1"), writer, &learner)
    try other.append(event("1"))
    _ = writer.readNew(into: &learner)
    #expect(learner.eventCount == 1)
    // All rows get other numbers, and are read again.
    _ = try other.replaceKeepingCopy(day: "2027-01-31") { $0 }
    _ = writer.readNew(into: &learner)
    #expect(learner.eventCount == 1)
    #expect(writer.retry(into: &learner) == .saved)
    _ = writer.readNew(into: &learner)
    #expect(learner.eventCount == 1)
    #expect(try ids(path) == ["1"])
  }

  @Test func afterAResetOnlyUnwrittenEventsAreWritten() throws {
    let writer = try RecordWriter(path: path, waiting: 0)
    var learner = Learner()
    _ = writer.add(event("1"), to: &learner)
    let other = try addWhileBusy(event("2", "b"), writer, &learner)
    _ = try other.replaceKeepingCopy(day: "2027-01-31") { _ in [] }
    _ = writer.readNew(into: &learner)
    #expect(learner.eventCount == 1 && Array(learner.begunCards) == ["b"])
    #expect(writer.retry(into: &learner) == .saved)
    #expect(try ids(path) == ["2"])
  }

  @Test func eventsCountOnceIfTheRecordOpensLater() throws {
    let record = try LearnerRecord(path: path)
    try record.append(event("1"))
    try record.append(event("2", "b"))
    let lock = try RecordLock(.exclusive, for: RecordFile(path))
    let writer = try RecordWriter(path: path, waiting: 0)
    #expect(writer.problem == .busy(path: path))
    var learner = Learner()
    _ = writer.begin(with: &learner)
    #expect(learner.eventCount == 2)
    lock.release()
    #expect(writer.add(event("3"), to: &learner) == nil)
    #expect(learner.eventCount == 3 && writer.problem == nil)
    _ = writer.readNew(into: &learner)
    #expect(learner.eventCount == 3)
    #expect(try ids(path) == ["1", "2", "3"])
  }

  @Test func theRecordOfAnotherProgramIsNotOpened() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: folder + "/elsewhere")
    #expect(throws: LearnerRecordError.isLink(path: path)) { try RecordWriter(path: path) }
  }

  @Test func pendingEventsAreWrittenAtTheEnd() throws {
    let writer = try RecordWriter(path: path, waiting: 0)
    var learner = Learner()
    let other = try addWhileBusy(event("1"), writer, &learner)
    #expect(throws: LearnerRecordError.busy(path: path)) {
      try other.write { _ in try writer.finish(day: "2027-01-31") }
    }
    #expect(writer.pending.count == 1)
    try writer.finish(day: "2027-01-31")
    #expect(writer.pending.isEmpty && writer.hasDailyCopies)
    #expect(try ids(path) == ["1"])
  }

  @Test func aDamagedRecordIsReportedOnce() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(String(repeating: "this is no database. ", count: 99).utf8)
      .write(to: URL(fileURLWithPath: path))
    let writer = try RecordWriter(path: path)
    var learner = Learner()
    guard case .recovered(let recovery) = writer.begin(with: &learner) else {
      Issue.record("nothing was told")
      return
    }
    #expect(recovery.keptAs.hasSuffix(".damaged-1"))
    #expect(writer.readNew(into: &learner) == nil)
    #expect(writer.add(event("1"), to: &learner) == nil && writer.takeRecovery() == nil)
  }

  @Test func withoutAFileEventsCountButAreNotStored() throws {
    let writer = RecordWriter()
    var learner = Learner()
    #expect(writer.begin(with: &learner) == nil)
    #expect(writer.add(event("1"), to: &learner) == nil)
    #expect(learner.eventCount == 1 && writer.pending.isEmpty)
    try writer.finish(day: "2027-01-31")
    #expect(!writer.hasDailyCopies)
  }

  @Test func newIDsSortAfterAllReadEvents() throws {
    let known = "018bcfe5-6800-7fff-8000-000000000000"
    try LearnerRecord(path: path).append(event(known))
    let writer = try RecordWriter(path: path)
    var learner = Learner()
    _ = writer.begin(with: &learner)
    // The clock has been set back since.
    let next = writer.nextID(at: 1, random: 0)
    #expect(next > known && writer.nextID(at: 1, random: 0) > next)
  }
}
