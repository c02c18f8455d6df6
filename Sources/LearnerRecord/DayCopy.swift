import Dispatch
import Foundation
import Practice
import Synchronization

/// Makes a daily copy on its own thread.
final class DayCopy: Sendable {
  private let damage = Mutex(false)
  private let isDone = DispatchSemaphore(value: 0)

  /// Starts copying.
  init(of path: String, day: String) {
    Thread.detachNewThread { [self] in
      do throws(LearnerRecordError) {
        try RecordCopies(ofRecord: path).keep(day: day)
      } catch {
        if case .cannotWrite(_, .damaged) = error { damage.withLock { $0 = true } }
      }
      isDone.signal()
    }
  }

  /// Whether the record was found to be damaged.
  var hasFoundDamage: Bool { damage.withLock { $0 } }

  /// Waits for at most half a second until the copy is complete; the next start removes incomplete copies.
  func wait() { _ = isDone.wait(timeout: .now() + .milliseconds(500)) }
}
