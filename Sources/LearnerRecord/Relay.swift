import Dispatch
import Foundation
import Practice
import Synchronization

/// Hands events from the thread that reads a long record to one that takes them in, many at a time.
///
/// What is handed over is taken in in the same order.
final class Relay: Sendable {
  private let batches = Mutex<[[LearnerEvent]]>([])
  private let arrived = DispatchSemaphore(value: 0)
  /// So many batches wait at most.
  private let room = DispatchSemaphore(value: 4)
  private let isDone = DispatchSemaphore(value: 0)
  /// Events in a batch.
  private static let many = 4096

  /// Reads events while another thread takes them in, and returns when all have been taken.
  ///
  /// - Parameters:
  ///   - take: Takes an event; on a thread of its own, and only while this runs.
  ///   - read: Reads; it calls what it is given for each entry.
  /// - Throws: What `read` throws; what was read before that has been taken then.
  static func run(
    taking take: (LearnerEvent) -> Void,
    reading read: ((LearnerEvent) -> Void) throws -> Void
  ) throws {
    try withoutActuallyEscaping(take) { take in
      let relay = Relay()
      let taker = Taker(take)
      Thread.detachNewThread {
        taker.take(from: relay)
        relay.isDone.signal()
      }
      var batch: [LearnerEvent] = []
      defer {
        if !batch.isEmpty { relay.give(batch) }
        relay.give([])
        relay.isDone.wait()
      }
      try read { event in
        batch.append(event)
        guard batch.count == many else { return }
        relay.give(batch)
        batch = []
        batch.reserveCapacity(many)
      }
    }
  }

  private func give(_ batch: [LearnerEvent]) {
    room.wait()
    batches.withLock { $0.append(batch) }
    arrived.signal()
  }

  /// The next batch; nil once an empty one came.
  private func next() -> [LearnerEvent]? {
    arrived.wait()
    let batch = batches.withLock { $0.removeFirst() }
    room.signal()
    return batch.isEmpty ? nil : batch
  }

  /// What takes events in on the other thread, and holds on to nothing once it has taken all.
  private final class Taker: @unchecked Sendable {
    // One thread hands it over before it starts another, and waits for that one to end.
    private var take: ((LearnerEvent) -> Void)?

    init(_ take: @escaping (LearnerEvent) -> Void) { self.take = take }

    func take(from relay: Relay) {
      takeAll(from: relay)
      take = nil
    }

    private func takeAll(from relay: Relay) {
      guard let take else { return }
      while let batch = relay.next() { for event in batch { take(event) } }
    }
  }
}
