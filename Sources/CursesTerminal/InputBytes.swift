#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes that a terminal has sent and nobody has taken yet.
struct InputBytes {
  private let file: Int32
  private var bytes: [UInt8] = []
  private var taken = 0
  /// Whether the other side has gone.
  private(set) var hasEnded = false

  init(_ file: Int32) { self.file = file }

  /// Whether there are bytes that nobody has taken.
  var isWaiting: Bool { taken < bytes.count }

  /// Takes the next byte that has been read already.
  mutating func next() -> UInt8? {
    guard taken < bytes.count else { return nil }
    taken += 1
    return bytes[taken - 1]
  }

  /// Reads what has come; waits if nothing has.
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
