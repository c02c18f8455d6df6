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

  /// How long to wait for others, in steps of a hundredth of a second.
  private static let patience = 1500

  /// Waits for the lock.
  ///
  /// - Parameters:
  ///   - kind: Whether others may hold it, too.
  ///   - file: The record.
  ///   - waits: Whether to wait at all.
  /// - Throws: `RecordError.busy` if others hold it for 15 seconds.
  init(_ kind: Kind, for file: RecordFile, waits: Bool = true) throws(RecordError) {
    handle = open(file.folder, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return }
    let operation = (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB
    for _ in 0..<(waits ? Self.patience : 1) {
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
