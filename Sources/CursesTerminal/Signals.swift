import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Signals as bytes in a pipe, so that one `poll` waits for keys and signals alike; and the last
/// rescue of the terminal when the program crashes.
enum Signals {
  /// What has come.
  enum Notice: UInt8 {
    case end = 1
    case resize = 2
    case resume = 3
  }

  nonisolated(unsafe) private static var ends: [Int32] = [-1, -1]
  nonisolated(unsafe) fileprivate static var writeEnd: Int32 = -1
  nonisolated(unsafe) fileprivate static var restoreBytes: UnsafeMutablePointer<UInt8>?
  nonisolated(unsafe) fileprivate static var restoreCount = 0
  nonisolated(unsafe) fileprivate static var settings: UnsafeMutablePointer<termios>?

  /// The end of the pipe to wait on.
  static var readEnd: Int32 { ends[0] }

  /// Installs the handlers.
  ///
  /// - Parameter restore: Bytes that bring the terminal back after a crash.
  static func install(restore: [UInt8]) {
    guard ends[0] < 0, pipe(&ends) == 0 else { return }
    writeEnd = ends[1]
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: restore.count + 1)
    for (index, byte) in restore.enumerated() { bytes[index] = byte }
    restoreBytes = bytes
    restoreCount = restore.count
    let saved = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    saved.initialize(to: termios())
    if tcgetattr(STDIN_FILENO, saved) == 0 { settings = saved }
    // Whoever started the program may have left signals blocked.
    var wanted = sigset_t()
    sigemptyset(&wanted)
    for number in [SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGCONT, SIGTSTP] {
      sigaddset(&wanted, number)
    }
    sigprocmask(SIG_UNBLOCK, &wanted, nil)
    for number in [SIGTERM, SIGHUP, SIGINT] { signal(number) { _ in tell(1) } }
    signal(SIGWINCH) { _ in tell(2) }
    signal(SIGCONT) { _ in tell(3) }
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] { signal(number, crash) }
  }

  /// Takes one notice out of the pipe.
  static func next() -> Notice? {
    var byte: UInt8 = 0
    return read(readEnd, &byte, 1) == 1 ? Notice(rawValue: byte) : nil
  }
}

private func tell(_ byte: UInt8) {
  let saved = errno
  var byte = byte
  _ = write(Signals.writeEnd, &byte, 1)
  errno = saved
}

/// Only calls that are safe in a signal handler: write, tcsetattr, signal, raise.
private func crash(_ number: Int32) {
  if let bytes = Signals.restoreBytes { _ = write(STDOUT_FILENO, bytes, Signals.restoreCount) }
  if let settings = Signals.settings { _ = tcsetattr(STDIN_FILENO, TCSANOW, settings) }
  let message: StaticString =
    "tutor: an internal error ended the program; everything you did is saved\n"
  _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
  signal(number, SIG_DFL)
  raise(number)
}
