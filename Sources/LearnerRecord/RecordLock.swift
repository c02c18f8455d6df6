import Foundation
import Practice

/// An advisory lock on the folder of a record, held while the value exists.
///
/// Opening or copying a record takes a shared lock; creating, repairing or replacing one takes an exclusive lock. It is
/// taken before SQLite's own locks. The folder itself is locked, so that no lock file is left behind. File systems
/// without such locks are used without.
final class RecordLock {
  enum Kind {
    case shared, exclusive
  }

  private var handle: Int32

  /// Waits for the lock.
  ///
  /// - Parameters:
  ///   - kind: Shared or exclusive.
  ///   - file: The record.
  ///   - milliseconds: The timeout for waiting for other holders.
  /// - Throws: `LearnerRecordError.busy` after that time.
  init(
    _ kind: Kind, for file: RecordFile, waiting milliseconds: Int = 15_000
  ) throws(LearnerRecordError) {
    handle = open(file.folder, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return }
    let operation = (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB
    for _ in 0...max(0, milliseconds) / 10 {
      if flock(handle, operation) == 0 { return }
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: usleep(10_000)
      default: return
      }
    }
    close(handle)
    throw .busy(path: file.path)
  }

  /// Releases the lock.
  func release() {
    if handle >= 0 { close(handle) }
    handle = -1
  }

  deinit { release() }
}
