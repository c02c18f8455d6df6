import Foundation
import LearnerRecord
import Practice
import Testing

/// The program is killed by SIGKILL after random numbers of answers, in the middle of another one, and every
/// acknowledged answer is on the record.
struct KillTests {
  /// The number of kills; `TUTOR_SOAK` multiplies it.
  static let times = 500 * StressFactor.factor
  /// The number of concurrent programs, each with its own record.
  private static let lanes = 4

  @Test func everyAcknowledgedGradeSurvives() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for lane in 0..<Self.lanes {
        group.addTask { try Self.grade(lane, times: Self.times / Self.lanes) }
      }
      try await group.waitForAll()
    }
  }

  /// Practises and is killed many times on one record.
  private static func grade(_ lane: Int, times: Int) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var random = SeededRandom(seed: UInt64(lane) &+ 77)
    var record = folder + "/0.sqlite"
    var reviews = 0
    for killed in 0..<times {
      // Cards run out, so a new record is used after some sessions.
      if killed % 10 == 0 {
        record = "\(folder)/\(killed).sqlite"
        reviews = 0
      }
      let acknowledged = try session(record, &random)
      let events = try LearnerRecord(path: record).newEvents()
      let found = events.count { if case .review = $0.fact { true } else { false } }
      let given = reviews + acknowledged
      // The grade whose key was in flight may be on the record, too.
      #expect((given...given + 1).contains(found), "\(found) found, \(given) acknowledged")
      #expect(Set(events.map(\.id)).count == events.count)
      reviews = found
    }
  }

  /// Grades up to three cards, begins to grade another, and kills the program after a few reads of the screen.
  ///
  /// - Returns: The number of grades acknowledged by the next card.
  private static func session(_ record: String, _ random: inout SeededRandom) throws -> Int {
    let terminal = try Pty(CardLearner.arguments(new: 90, record: record))
    defer { terminal.killNow() }
    let learner = CardLearner(terminal)
    let grades = random.next(below: 4)
    // Nobody waits that long: a program that hangs is to fail here.
    let end = Date().addingTimeInterval(120)
    for _ in 0..<grades { _ = learner.grade(until: end) }
    #expect(learner.acknowledged == grades)
    learner.grade(keys: random.next(below: 3), looks: random.next(below: 30))
    return learner.acknowledged
  }
}
