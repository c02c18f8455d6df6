#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Detects changed files of a course with inotify; other systems are not supported.
///
/// Files and folders may be replaced, moved away and moved back, also those on the course's path and behind symbolic
/// links: the watches are renewed after every change. Nothing is polled.
final class CourseWatch {
  /// A file descriptor that is readable when there are changes; -1 without support.
  let file: Int32

  #if os(Linux)
    private let folder: String
    private let files: () -> [String]
    /// The watches by their descriptors.
    private var places: [Int32: WatchPlan.Watch] = [:]

    /// Watches a course.
    ///
    /// - Parameters:
    ///   - folder: The course's folder.
    ///   - files: Lists the course's files as paths relative to the folder; called again after every change.
    init(folder: String, files: @escaping () -> [String]) {
      self.folder = folder.hasPrefix("/") ? folder : Self.currentFolder + "/" + folder
      self.files = files
      file = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      setWatches()
    }

    deinit { if file >= 0 { close(file) } }

    /// Processes all changes since the previous call.
    ///
    /// - Returns: Whether any of them affects the course.
    func hasChanged() -> Bool {
      guard file >= 0, drain() else { return false }
      setWatches()
      return true
    }

    private static var currentFolder: String {
      guard let path = getcwd(nil, 0) else { return "" }
      defer { free(path) }
      return String(cString: path)
    }

    /// Reads all pending events.
    private func drain() -> Bool {
      let size = 16 * 1024
      let buffer = UnsafeMutableRawBufferPointer.allocate(
        byteCount: size, alignment: MemoryLayout<inotify_event>.alignment)
      defer { buffer.deallocate() }
      var isConcerned = false
      while true {
        let count = read(file, buffer.baseAddress, size)
        guard count > 0 else { return isConcerned }
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
          let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
          offset += MemoryLayout<inotify_event>.size
          let name = buffer[offset..<(offset + Int(event.len))].prefix { $0 != 0 }
          offset += Int(event.len)
          if concerns(event, name: String(decoding: name, as: UTF8.self)) { isConcerned = true }
        }
      }
    }

    private func concerns(_ event: inotify_event, name: String) -> Bool {
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
      // The kernel's confirmation that a watch was removed.
      if event.mask & UInt32(IN_IGNORED) != 0 { return false }
      guard let place = places[event.wd] else { return false }
      return name.isEmpty || place.names.contains(name)
    }

    /// Renews the watches for the current files.
    ///
    /// Repeats until nothing has appeared between looking and watching.
    private func setWatches() {
      guard file >= 0 else { return }
      var last: WatchPlan?
      for _ in 0..<8 {
        let plan = WatchPlan(folder: folder, files: files())
        if plan == last { return }
        watch(plan)
        last = plan
      }
    }

    private func watch(_ plan: WatchPlan) {
      var now: [Int32: WatchPlan.Watch] = [:]
      for (path, place) in plan.places {
        let watch = inotify_add_watch(file, path, place.mask)
        if watch >= 0 { now[watch] = place }
      }
      for watch in places.keys where now[watch] == nil { inotify_rm_watch(file, watch) }
      places = now
    }
  #else
    /// Watches nothing.
    init(folder: String, files: @escaping () -> [String]) { file = -1 }

    /// Always false.
    func hasChanged() -> Bool { false }
  #endif
}
