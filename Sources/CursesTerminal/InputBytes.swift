#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A buffer of bytes from the terminal.
struct InputBytes {
  private let file: Int32
  private var bytes: [UInt8] = []
  private var taken = 0
  /// Whether the other side has closed the connection.
  private(set) var hasEnded = false

  init(_ file: Int32) { self.file = file }

  /// Whether the buffer contains bytes.
  var isWaiting: Bool { taken < bytes.count }

  /// Removes the next buffered byte.
  mutating func next() -> UInt8? {
    guard taken < bytes.count else { return nil }
    taken += 1
    return bytes[taken - 1]
  }

  /// Reads available bytes; blocks if there are none.
  mutating func fill() {
    let room = 65_536
    var count = 0
    bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      count = read(file, buffer.baseAddress, room)
      filled = max(0, count)
    }
    taken = 0
    if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { hasEnded = true }
  }
}
