import Foundation

/// An advisory lock on the folder of a record, held while the value exists.
///
/// Whoever opens or copies a record shares it; whoever begins, mends or replaces one holds it alone. It is the first
/// lock to be taken, SQLite's own locks come after it. The folder itself is locked, so that no file is left behind.
/// Where the file system knows no such locks, everything goes on without.
final class RecordLock {
  enum Kind {
    case shared, exclusive
  }

  private var handle: Int32

  /// Waits for the lock.
  ///
  /// - Parameters:
  ///   - kind: Whether others may hold it, too.
  ///   - file: The record.
  ///   - milliseconds: How long to wait for others.
  /// - Throws: `RecordError.busy` if others hold it for so long.
  init(
    _ kind: Kind, for file: RecordFile, waiting milliseconds: Int = 15_000
  ) throws(RecordError) {
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

  /// Gives the lock up.
  func release() {
    if handle >= 0 { close(handle) }
    handle = -1
  }

  deinit { release() }
}
