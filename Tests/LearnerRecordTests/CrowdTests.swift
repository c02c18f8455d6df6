import Foundation
import Practice
import Synchronization
import TestSupport
import Testing

@testable import LearnerRecord

/// Instances that practise while others reset, restore, merge and copy the record.
struct CrowdTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/record-\(UUID().uuidString)"
  private var path: String { folder + "/progress.sqlite" }

  /// The stress factor; `make soak` sets `TUTOR_SOAK=20`.
  private static let factor = max(
    1, ProcessInfo.processInfo.environment["TUTOR_SOAK"].flatMap(Int.init) ?? 1)

  /// An instance on its own thread that writes until it is stopped.
  private final class Window: Sendable {
    let acknowledged = Mutex<[String]>([])
    private let problem = Mutex<LearnerRecordError?>(nil)
    private let stops = Mutex(false)
    private let hasEnded = DispatchSemaphore(value: 0)

    init(_ number: Int, on path: String) {
      Thread.detachNewThread { [self] in
        do throws(LearnerRecordError) {
          try practise(number, path)
        } catch {
          problem.withLock { $0 = error }
        }
        hasEnded.signal()
      }
    }

    private func practise(_ number: Int, _ path: String) throws(LearnerRecordError) {
      let record = try LearnerRecord(path: path)
      var count = 0
      while !stops.withLock({ $0 }) {
        let event = LearnerEvent(
          id: "w\(number)-\(count)", time: 1_800_000_000 + count, utcOffset: 0,
          fact: .review(card: "card-\(count % 9)", rating: .good))
        try record.append(event, waiting: 60_000)
        acknowledged.withLock { $0.append(event.id) }
        try record.readNew({ _ in })
        count += 1
        usleep(3000)
      }
      try record.settle()
    }

    func end() throws {
      stops.withLock { $0 = true }
      hasEnded.wait()
      if let problem = problem.withLock({ $0 }) { throw problem }
    }
  }

  /// Ids that are in the record or in one of the named copies.
  private func found(_ names: [String]) throws -> Set<String> {
    try names.reduce(into: []) { ids, name in
      ids.formUnion(try LearnerRecord.reading(ofFile: name).entries.map(\.id))
    }
  }

  @Test func everyAcknowledgedAnswerIsInTheRecordOrInANamedCopy() throws {
    _ = try LearnerRecord(path: path)
    let windows = (0..<8).map { Window($0, on: path) }
    var names = [path]
    for round in 0..<10 * Self.factor {
      // Opens the record separately, like a command.
      let record = try LearnerRecord(path: path)
      switch round % 5 {
      case 0:
        if let copy = try record.replaceKeepingCopy(day: "2027-01-31", { _ in [] }).keptAs {
          names.append(copy)
        }
      case 1: names.append(try record.backUp())
      case 2:
        let source = names[round % names.count]
        let reading = try LearnerRecord.reading(ofFile: source)
        // Of a record that was just emptied, and that no window has written to since, there is no copy.
        if let copy = try record.mergeKeepingCopy(reading.entries + [Self.mark(round)]).keptAs {
          names.append(copy)
        }
      case 3:
        let entries = try LearnerRecord.reading(ofFile: names.last ?? path).entries
        names.append(
          try #require(record.replaceKeepingCopy(day: "2027-01-31") { _ in entries }.keptAs))
      default: try RecordCopies(ofRecord: path).keep(day: "2027-02-01", replacing: true)
      }
      #expect(record.recovery == nil)
    }
    for window in windows { try window.end() }
    #expect(Set(names).count == names.count)
    let acknowledged = windows.flatMap { $0.acknowledged.withLock { $0 } }
    #expect(acknowledged.count > 8)
    let lost = Set(acknowledged).subtracting(try found(names))
    #expect(lost.isEmpty, "\(lost.count) of \(acknowledged.count) are nowhere")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    let isSound = left.allSatisfy { $0.recordFileKinds.isDisjoint(with: [.part, .damaged]) }
    #expect(isSound, "\(left)")
  }

  private static func mark(_ round: Int) -> RecordEntry {
    RecordEntry(id: "merged-\(round)", time: 5, utcOffset: 0, fact: "{}")
  }

  @Test func concurrentCopiesHaveDifferentNames() async throws {
    let record = try LearnerRecord(path: path)
    _ = try record.merge([Self.mark(1)])
    let path = path
    let names = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<6 {
        group.addTask {
          let record = try LearnerRecord(path: path)
          return try (0..<5).map { _ in try record.backUp() }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(names.count == 30 && Set(names).count == 30)
    for name in names {
      #expect(try LearnerRecord.reading(ofFile: name).entries == [Self.mark(1)])
    }
  }

  @Test func existingNamesAreNotReused() throws {
    let record = try LearnerRecord(path: path)
    _ = try record.merge([Self.mark(1)])
    try "precious".write(toFile: path + ".backup-1", atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: path + ".backup-2", withDestinationPath: "/nowhere")
    #expect(try record.backUp() == path + ".backup-3")
    #expect(try String(contentsOfFile: path + ".backup-1", encoding: .utf8) == "precious")
  }

  @Test func failedReplacementLeavesNoCopy() throws {
    let record = try LearnerRecord(path: path)
    _ = try record.merge([Self.mark(1)])
    let impossible = RecordEntry(id: "", time: 5, utcOffset: 0, fact: "{}")
    #expect(throws: LearnerRecordError.cannotWrite(path: path, reason: .impossible)) {
      _ = try record.replaceKeepingCopy(day: "2027-01-31") { _ in [impossible] }
    }
    #expect(try record.entries() == [Self.mark(1)])
    #expect(!FileManager.default.fileExists(atPath: path + ".backup-1"))
  }

  @Test func lockWaitsAreLimitedByTheTimeout() throws {
    let record = try LearnerRecord(path: path)
    let other = try LearnerRecord(path: path)
    try other.write { db in
      _ = try Self.mark(1).insert(into: db)
      #expect(throws: LearnerRecordError.busy(path: path)) {
        try record.append(
          LearnerEvent(id: "own", time: 5, utcOffset: 0, fact: .sectionRead("a")), waiting: 0)
      }
    }
    try record.append(LearnerEvent(id: "own", time: 5, utcOffset: 0, fact: .sectionRead("a")))
    #expect(try record.entries().count == 2)
  }
}
