import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file descriptors of a terminal.
struct TerminalDevice {
  let input: Int32
  let output: Int32

  /// Standard input and output.
  static let standard = TerminalDevice(input: STDIN_FILENO, output: STDOUT_FILENO)

  /// The maximum columns and rows, because a terminal that claims a larger size is mistaken, and memory would be
  /// allocated for it.
  static let largest = (width: 1024, height: 512)

  private var window: winsize? {
    var window = winsize()
    let isKnown = shim_window_size(output, &window) == 0 && window.ws_col > 0 && window.ws_row > 0
    return isKnown ? window : nil
  }

  /// Whether the window is larger than the maximum.
  var exceedsLargest: Bool {
    guard let window else { return false }
    return Int(window.ws_col) > Self.largest.width || Int(window.ws_row) > Self.largest.height
  }

  /// The window's size, up to the maximum; nil if the terminal does not report it.
  var size: (width: Int32, height: Int32)? {
    guard let window else { return nil }
    return (
      Int32(min(Int(window.ws_col), Self.largest.width)),
      Int32(min(Int(window.ws_row), Self.largest.height))
    )
  }

  /// Whether another process group is in the foreground.
  var isInBackground: Bool {
    let group = tcgetpgrp(output)
    return group > 0 && group != getpgrp()
  }

  /// The current settings; nil if there is no terminal.
  var settings: termios? {
    var settings = termios()
    return tcgetattr(output, &settings) == 0 ? settings : nil
  }

  /// Writes bytes without ncurses, for sequences that it does not support.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var room = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&room, 1, -1)
        continue
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Disables the system's handling of Ctrl-S, Ctrl-Q and Ctrl-V; Ctrl-S would freeze the screen.
  func freeKeys() {
    guard var settings else { return }
    settings.c_iflag &= ~tcflag_t(IXON)
    settings.c_lflag &= ~tcflag_t(IEXTEN)
    tcsetattr(output, TCSANOW, &settings)
  }
}

/// The end of a wait; time in which the program is stopped does not count.
struct Deadline {
  private let end: Int

  init(milliseconds: Int) { end = Self.now + max(0, min(milliseconds, 1 << 31)) }

  /// Milliseconds until the deadline, at least 0.
  var remaining: Int32 { Int32(clamping: max(0, end - Self.now)) }

  /// Milliseconds since the deadline, at least 0.
  var lateness: Int { max(0, Self.now - end) }

  /// Whether it is before another deadline, or there is no other.
  func isBefore(_ other: Deadline?) -> Bool { other.map { end < $0.end } ?? true }

  private static var now: Int { Int(AwakeClock.milliseconds) }
}
