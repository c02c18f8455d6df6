import Foundation
import LearnerRecord
import Practice
import TestSupport
import Testing
import Words

/// Several instances on one record.
struct ConcurrentInstancesTests {
  @Test(arguments: [2, 8]) func instancesOnOneRecordLoseNothing(windows: Int) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let record = folder + "/progress.sqlite"
    let acknowledged = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<windows {
        group.addTask {
          let terminal = try Pty(CardLearner.arguments(new: 60, record: record))
          let learner = CardLearner(terminal)
          let end = Date().addingTimeInterval(120)
          for _ in 0..<15 * StressFactor.factor {
            let goesOn = learner.grade(until: end)
            let text = terminal.screen.text
            #expect(!text.shows(Words.Saving.notYet(1, anything)), "\(text)")
            #expect(!text.shows(Words.Saving.onlyInMemory(anything)), "\(text)")
            #expect(!text.shows(Words.Saving.busy), "\(text)")
            if !goesOn { break }
          }
          terminal.type("qq")
          #expect(terminal.waitForEnd() && terminal.status == 0)
          return learner.acknowledged
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(acknowledged >= windows * 10)
    let events = try LearnerRecord(path: record).newEvents()
    let found = events.count { if case .review = $0.fact { true } else { false } }
    #expect(found == acknowledged)
  }
}
