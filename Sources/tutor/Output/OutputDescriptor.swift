import Foundation

/// An open file, pipe or terminal that bytes are written to.
struct OutputDescriptor {
  /// The descriptor's number.
  let number: Int32

  /// Bytes that are handed to the system at once: more than macOS takes is an error there.
  private static let most = 1 << 30

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(number) != 0 }

  /// Writes all bytes, however many calls and however much waiting that takes.
  ///
  /// - Throws: What the system says; then some bytes may have been written.
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

  /// Writes text, or, to a terminal, text whose control characters are visible.
  ///
  /// - Throws: As ``write(_:)``.
  func writeVisibly(_ data: Data) throws(SystemFailure) {
    guard isTerminal else { return try write(data) }
    try write(Data(String(decoding: data, as: UTF8.self).visibleLines.utf8))
  }

  /// Asks for what file systems tell only when a file is closed, as NFS and quotas do; the descriptor stays open.
  ///
  /// - Throws: What the system says.
  func settle() throws(SystemFailure) {
    let other = dup(number)
    guard other >= 0 else { return }
    guard close(other) == 0 || errno == EINTR else { throw .latest }
  }

  /// Another program has set the descriptor to return at once instead of waiting.
  private func waitUntilWritable() {
    var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    poll(&request, 1, -1)
  }
}

/// One call of the system; -1 with `errno` if it fails.
private func put(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int {
  write(file, bytes.baseAddress, bytes.count)
}

/// What the system says went wrong.
struct SystemFailure: Error, Equatable {
  /// Its number, as in errno.
  var number: Int32

  /// What went wrong just now.
  static var latest: SystemFailure { SystemFailure(number: errno) }
}
