import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The built program on a pseudo-terminal, with its screen in an emulator.
final class Pty {
  private let master: Int32
  private(set) var child: pid_t = 0
  private(set) var screen: Emulator
  /// The wait status once the program has ended.
  private(set) var status: Int32?
  /// The name of the program's side.
  private let inside: String
  /// All received bytes.
  private(set) var raw: [UInt8] = []

  /// Starts a program in a session of its own, with the pseudo-terminal as its controlling terminal.
  init(
    _ arguments: [String], program: String = Binary.path, size: (Int, Int) = (80, 24),
    environment: [String: String] = [:]
  ) throws {
    var (outer, inner): (Int32, Int32) = (-1, -1)
    try #require(openpty(&outer, &inner, nil, nil, nil) == 0)
    master = outer
    var name = [CChar](repeating: 0, count: 128)
    try #require(ttyname_r(inner, &name, name.count) == 0)
    let slave = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    inside = slave
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    screen = Emulator(width: size.0, height: size.1)
    try resize(size.0, size.1)
    let values = Binary.environment(
      ["NO_COLOR": "", "TERM": "xterm", "LC_ALL": "C"].merging(environment) { $1 })
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = values.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session leader opens becomes its controlling terminal.
    for file in 0..<3 as Range<Int32> {
      posix_spawn_file_actions_addopen(&actions, file, slave, O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | 0x80)
    _ = fcntl(inner, F_SETFD, FD_CLOEXEC)
    defer { close(inner) }
    try #require(posix_spawn(&child, program, &actions, &attributes, &words, &variables) == 0)
  }

  deinit {
    if status == nil {
      kill(child, SIGKILL)
      _ = waitpid(child, nil, 0)
    }
    if isOpen { close(master) }
  }

  private var isOpen = true

  /// Closes the window, as when a connection breaks.
  func hangUp() {
    isOpen = false
    close(master)
  }

  /// Resizes the window.
  func resize(_ width: Int, _ height: Int) throws {
    var window = winsize(
      ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(master, UInt(TIOCSWINSZ), &window) == 0)
    if width != screen.width || height != screen.height {
      screen.resize(width: width, height: height)
    }
  }

  /// Types bytes, waiting if the program does not read them quickly enough.
  func type(_ bytes: some Sequence<UInt8>) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty, status == nil {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 512)) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EAGAIN {
        return
      }
      read(patience: count > 0 ? 0 : 5)
      if count <= 0 { _ = hasEnded }
    }
  }

  func type(_ text: String) { type(text.utf8) }

  /// Types without reading the program's output.
  func typeBlindly(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Types a key repeatedly until the program stops reading, because it is blocked on its output.
  func type(_ key: String, untilBlocked seconds: Double = 20) -> Bool {
    let inner = open(inside, O_RDONLY | O_NOCTTY | O_NONBLOCK)
    defer { close(inner) }
    let end = Date().addingTimeInterval(seconds)
    var (unread, looks): (Int32, Int) = (0, 0)
    while Date() < end, looks < 20 {
      var count: Int32 = 0
      guard ioctl(inner, UInt(FIONREAD), &count) == 0 else { return false }
      looks = count > unread ? looks + 1 : 0
      unread = count
      typeBlindly(key)
      usleep(20_000)
    }
    return looks == 20
  }

  /// Reads output for some milliseconds.
  func read(patience: Int32) {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, patience) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(master, &buffer, buffer.count)
      guard count > 0 else { return }
      raw += buffer.prefix(count)
      screen.feed(buffer.prefix(count))
    }
  }

  /// Waits for a condition.
  ///
  /// - Returns: Whether it became true before the program ended or the time was over.
  @discardableResult
  func wait(seconds: Double = 30, _ isSo: (Emulator) -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while !isSo(screen) {
      if Date() > end { return false }
      read(patience: 10)
      if hasEnded {
        read(patience: 0)
        return isSo(screen)
      }
    }
    return true
  }

  /// Waits for a text on the screen, and records an issue if it does not appear.
  func expect(_ text: some StringProtocol, seconds: Double = 30) {
    if !wait(seconds: seconds, { $0.text.shows(text) }) {
      Issue.record("the screen never showed '\(text)':\n\(screen.text)")
    }
  }

  /// Whether the program has ended; sets its status.
  var hasEnded: Bool {
    if status != nil { return true }
    var value: Int32 = 0
    guard waitpid(child, &value, WNOHANG) == child else { return false }
    status = value
    return true
  }

  /// Waits for the end.
  ///
  /// - Returns: Whether the program ended.
  func waitForEnd(seconds: Double = 30) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while !hasEnded {
      if Date() > end { return false }
      if isOpen { read(patience: 5) } else { usleep(5000) }
    }
    if isOpen { read(patience: 0) }
    return true
  }

  /// Kills the program.
  func killNow() {
    kill(child, SIGKILL)
    _ = waitForEnd()
  }
}
