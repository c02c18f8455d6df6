import Foundation
import LearnerRecord
import Practice
import Testing

/// The program is killed by SIGKILL at random moments, and every acknowledged answer is on the record.
struct KillTests {
  /// The number of kills; `TUTOR_SOAK` multiplies it.
  static let times = 500 * StressFactor.factor
  /// The number of concurrent programs, each with its own record.
  private static let lanes = 4

  @Test func everyAcknowledgedGradeSurvives() async throws {
    try await withThrowingTaskGroup(of: Int.self) { group in
      for lane in 0..<Self.lanes {
        group.addTask { try Self.grade(lane, times: Self.times / Self.lanes) }
      }
      let acknowledged = try await group.reduce(0, +)
      // Otherwise the moments were too early to be meaningful.
      #expect(acknowledged >= Self.times / 4)
    }
  }

  /// Practises and is killed many times on one record.
  ///
  /// - Returns: The number of acknowledged grades.
  private static func grade(_ lane: Int, times: Int) throws -> Int {
    let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var random = SeededRandom(seed: UInt64(lane) &+ 77)
    var total = 0
    var record = folder + "/0.sqlite"
    var reviews = 0
    for killed in 0..<times {
      // Cards run out, so a new record is used after some sessions.
      if killed % 10 == 0 {
        record = "\(folder)/\(killed).sqlite"
        reviews = 0
      }
      let acknowledged = try session(record, moment: random.next(below: 400))
      total += acknowledged
      let events = try LearnerRecord(path: record).newEvents()
      let found = events.count { if case .review = $0.fact { true } else { false } }
      let given = reviews + acknowledged
      // The grade whose key was in flight may be on the record, too.
      #expect((given...given + 1).contains(found), "\(found) found, \(given) acknowledged")
      #expect(Set(events.map(\.id)).count == events.count)
      reviews = found
    }
    return total
  }

  /// Grades cards up to the moment.
  ///
  /// - Returns: The number of grades acknowledged by the next card.
  private static func session(_ record: String, moment: Int) throws -> Int {
    let terminal = try Pty(CardLearner.arguments(new: 90, record: record))
    defer { terminal.killNow() }
    let end = Date().addingTimeInterval(Double(moment) / 1000 + 0.15)
    let learner = CardLearner(terminal)
    while learner.grade(until: end) {}
    return learner.acknowledged
  }
}
