import Foundation
import Practice
import Testing

@testable import LearnerRecord

/// Long records, which one thread reads while another applies their events.
struct BoundedChannelTests {
  private struct Stop: Error {}

  private func event(_ number: Int) -> LearnerEvent {
    LearnerEvent(
      id: String(format: "id-%06d", number), time: 1_800_000_000 + number, utcOffset: 0,
      fact: .review(card: "card-\(number % 7)", rating: .good))
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 50_000])
  func elementsArriveInOrder(count: Int) throws {
    var taken: [LearnerEvent] = []
    try BoundedChannel<[LearnerEvent]>.apply({ taken.append($0) }) { give in
      for number in 0..<count { give(event(number)) }
    }
    #expect(taken == (0..<count).map(event))
  }

  /// The other thread has released everything when all events are delivered; otherwise Swift ends the program.
  @Test func closuresAreReleasedBeforeReturning() throws {
    var taken = 0
    for _ in 0..<5000 {
      try BoundedChannel<[LearnerEvent]>.apply({ _ in taken += 1 }) { give in give(event(1)) }
    }
    #expect(taken == 5000)
  }

  @Test func eventsReadBeforeAnErrorAreApplied() {
    var taken = 0
    #expect(throws: Stop.self) {
      try BoundedChannel<[LearnerEvent]>.apply({ _ in taken += 1 }) { give in
        for number in 0..<5000 { give(event(number)) }
        throw Stop()
      }
    }
    #expect(taken == 5000)
  }

  @Test func aLongRecordIsReadInFull() throws {
    let path =
      FileManager.default.temporaryDirectory.path + "/record-\(UUID().uuidString)/progress.sqlite"
    let record = try LearnerRecord(path: path)
    let events = (0..<20_500).map(event)
    _ = try record.merge(try events.map { try RecordEntry($0) })
    var learner = Learner()
    try record.readNew { learner.apply($0) }
    let expected = Learner(events: events)
    #expect(learner.reviewCount == 20_500 && learner.lastReview == events.last)
    for card in expected.begunCards {
      #expect(learner.schedule(of: card) == expected.schedule(of: card))
    }
    try record.append(event(20_500))
    #expect(try record.newEvents() == [event(20_500)])
  }
}
