#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Notices that files of a course have been written; only where the system tells (Linux).
final class CourseWatch {
  /// Becomes readable when there is something to notice; -1 where nothing is watched.
  let file: Int32

  #if os(Linux)
    /// Watches a course's folder and its sections.
    init(folder: String) {
      file = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE)
      guard file >= 0 else { return }
      for path in [folder, folder + "/sections"] { inotify_add_watch(file, path, events) }
    }

    deinit { if file >= 0 { close(file) } }

    /// Whether something has been written since the last time.
    func hasChanged() -> Bool {
      var buffer = [UInt8](repeating: 0, count: 4096)
      var isChanged = false
      while file >= 0, read(file, &buffer, buffer.count) > 0 { isChanged = true }
      return isChanged
    }
  #else
    /// Watches nothing.
    init(folder: String) { file = -1 }

    /// Nothing is ever noticed.
    func hasChanged() -> Bool { false }
  #endif
}
