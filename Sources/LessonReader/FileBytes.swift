#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file's contents, read by the system's own calls: the lesson has two dozen files, and a learner waits for them.
enum FileBytes {
  /// Reads a whole file.
  ///
  /// - Parameter path: The file; a pipe or a device is none, it might never end.
  /// - Returns: Its bytes; nil if it cannot be read.
  static func contents(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    // What is written meanwhile is taken in too.
    var room = Int(status.st_size) + 1
    while true {
      let count = append(file, upTo: room, to: &bytes)
      if count < 0 { return nil }
      if count == 0 { return bytes }
      room = max(4096, room - count)
    }
  }

  /// Adds what one call reads.
  ///
  /// - Returns: How many bytes; 0 at the end, -1 where the system refuses.
  private static func append(_ file: Int32, upTo room: Int, to bytes: inout [UInt8]) -> Int {
    var count = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      repeat {
        count = read(file, buffer.baseAddress, room)
      } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    return count
  }

  /// Whether there is something at a path, symbolic links followed.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
