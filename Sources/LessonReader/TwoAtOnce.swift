import Dispatch
import Foundation
import Lessons
import Synchronization

/// Runs two reads concurrently.
enum TwoAtOnce {
  /// Runs both, the second on a thread of its own, and waits for them.
  ///
  /// - Throws: The first one's error, or else the second one's.
  static func read<First, Second: Sendable>(
    _ first: () throws(ContentError) -> First,
    _ second: @escaping @Sendable () throws(ContentError) -> Second
  ) throws(ContentError) -> (First, Second) {
    let answer = Answer<Second>()
    // A thread starts faster than a queue, which would start manager threads first.
    Thread.detachNewThread { answer.give(Result(catching: second)) }
    let one = Result(catching: first)
    let two = answer.wait()
    return (try one.get(), try two.get())
  }

  /// The result of the other thread.
  private final class Answer<Value: Sendable>: Sendable {
    private let value = Mutex<Result<Value, ContentError>?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func give(_ found: Result<Value, ContentError>) {
      value.withLock { $0 = found }
      isThere.signal()
    }

    func wait() -> Result<Value, ContentError> {
      while true {
        isThere.wait()
        if let found = value.withLock({ $0 }) { return found }
      }
    }
  }
}
