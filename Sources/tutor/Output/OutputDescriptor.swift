import Foundation

/// An open file, pipe or terminal for output.
struct OutputDescriptor {
  let number: Int32

  /// The maximum number of bytes per call; macOS rejects more.
  private static let most = 1 << 30

  var isTerminal: Bool { isatty(number) != 0 }

  /// Writes all bytes, with as many calls and as much waiting as necessary.
  ///
  /// - Throws: The system's error; some bytes may have been written.
  func write(_ data: Data) throws(SystemFailure) {
    let problem = data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> Int32? in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = put(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.most)), to: number)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if count == 0 {
          return EIO
        } else if errno == EAGAIN || errno == EWOULDBLOCK {
          waitUntilWritable()
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
    if let problem { throw SystemFailure(number: problem) }
  }

  /// Writes text; to a terminal, with control characters made visible.
  ///
  /// - Throws: The errors of ``write(_:)``.
  func writeVisibly(_ data: Data) throws(SystemFailure) {
    guard isTerminal else { return try write(data) }
    try write(Data(String(decoding: data, as: UTF8.self).visibleLines.utf8))
  }

  /// Checks for errors that file systems such as NFS report only when a file is closed; the descriptor stays open.
  ///
  /// - Throws: The system's error.
  func settle() throws(SystemFailure) {
    let other = dup(number)
    guard other >= 0 else { return }
    guard close(other) == 0 || errno == EINTR else { throw .latest }
  }

  /// Waits if another program has made the descriptor non-blocking.
  private func waitUntilWritable() {
    var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    poll(&request, 1, -1)
  }
}

/// One write call; -1 with `errno` on an error.
private func put(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int {
  write(file, bytes.baseAddress, bytes.count)
}

/// An error of a system call.
struct SystemFailure: Error, Equatable {
  /// The error number.
  var number: Int32

  /// The current `errno`.
  static var latest: SystemFailure { SystemFailure(number: errno) }
}
