import Dispatch
import Foundation
import Practice
import Synchronization

/// A bounded FIFO between one sending and one receiving thread.
final class BoundedChannel<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])
  private let filled = DispatchSemaphore(value: 0)
  private let free: DispatchSemaphore

  /// Makes a channel that holds so many elements at most.
  init(capacity: Int) { free = DispatchSemaphore(value: capacity) }

  /// Appends an element; waits while the channel is full.
  func send(_ element: Element) {
    free.wait()
    elements.withLock { $0.append(element) }
    filled.signal()
  }

  /// Removes the first element; waits while the channel is empty.
  func receive() -> Element {
    filled.wait()
    defer { free.signal() }
    return elements.withLock { $0.removeFirst() }
  }
}

extension BoundedChannel where Element == [LearnerEvent] {
  /// Reads events while another thread applies them in the same order; returns when all have been applied.
  ///
  /// - Parameters:
  ///   - apply: Takes an event, on the other thread.
  ///   - read: Reads, and calls its argument for every event.
  /// - Throws: The error of `read`, after all events read before have been applied.
  static func apply(
    _ apply: (LearnerEvent) -> Void, reading read: ((LearnerEvent) -> Void) throws -> Void
  ) throws {
    let batchSize = 4096
    try withoutActuallyEscaping(apply) { apply in
      let channel = BoundedChannel(capacity: 4)
      let isDone = DispatchSemaphore(value: 0)
      // Only the other thread uses the closure. It releases it before it signals the end, for which this thread waits.
      nonisolated(unsafe) var closure: ((LearnerEvent) -> Void)? = apply
      Thread.detachNewThread {
        // An empty batch is the end.
        while case let batch = channel.receive(), !batch.isEmpty {
          if let closure { for event in batch { closure(event) } }
        }
        closure = nil
        isDone.signal()
      }
      var batch: [LearnerEvent] = []
      defer {
        if !batch.isEmpty { channel.send(batch) }
        channel.send([])
        isDone.wait()
      }
      try read { event in
        batch.append(event)
        guard batch.count == batchSize else { return }
        channel.send(batch)
        batch = []
        batch.reserveCapacity(batchSize)
      }
    }
  }
}
