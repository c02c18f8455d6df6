import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Restores the terminal from a crash signal handler.
///
/// Swift's traps cannot be caught, and ncurses cannot be called in a signal handler. So the bytes
/// that restore the terminal are laid out beforehand, and handlers only write them.
struct CrashRestore {
  /// What a handler needs; it lives on the heap so that a handler only follows a pointer.
  fileprivate struct CrashState {
    var terminal: Int32 = -1
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    /// Ended by a zero, so that another one takes its place by a single store.
    var crashMessage: UnsafeMutablePointer<UInt8>?
    var settings = termios()
  }

  private let terminal: Int32
  private let former: [(number: Int32, action: sigaction)]

  /// Lays out what is needed and installs the handlers.
  ///
  /// - Parameters:
  ///   - terminal: The terminal's file.
  ///   - settings: What the terminal was set to before.
  ///   - bytes: What the terminal must be sent.
  ///   - crashMessage: A line for whoever sees the program crash.
  init(terminal: Int32, settings: termios, bytes: [UInt8], crashMessage: String) {
    self.terminal = terminal
    crashState.pointee = CrashState(
      terminal: terminal, bytes: Self.kept(bytes), count: bytes.count,
      crashMessage: Self.line(crashMessage), settings: settings)
    Self.prepareStack()
    former = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS, SIGQUIT].map { number in
      var old = sigaction()
      var action = sigaction()
      // Reset, so that a second crash in the handler ends the program.
      action.sa_flags = SA_ONSTACK | SA_NODEFER | Int32(truncatingIfNeeded: SA_RESETHAND)
      shim_set_handler(&action, crash)
      sigaction(number, &action, &old)
      return (number, old)
    }
  }

  /// Says something else from now on if the program crashes.
  ///
  /// The former text stays in memory: a handler on another thread may be writing it.
  func setCrashMessage(_ crashMessage: String) {
    crashState.pointee.crashMessage = Self.line(crashMessage)
  }

  private static func line(_ text: String) -> UnsafeMutablePointer<UInt8> {
    kept(Array((text + "\n").utf8) + [0])
  }

  /// Bytes that a handler may read, whatever has become of the program.
  private static func kept(_ bytes: [UInt8]) -> UnsafeMutablePointer<UInt8> {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 1)
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    return copy
  }

  /// A stack for handlers, since a crash may be the overflow of the usual one.
  private static func prepareStack() {
    let size = 65_536
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  /// Restores the terminal if it is the program's; safe in a signal handler.
  static func giveBack() {
    guard crashState.pointee.terminal >= 0 else { return }
    // In the background, changing the terminal would stop the program.
    signal(SIGTTOU, SIG_IGN)
    writeBytes(crashState.pointee)
    tcsetattr(crashState.pointee.terminal, TCSANOW, &crashState.pointee.settings)
  }

  /// Tells handlers whether the terminal is the program's.
  func arm(_ isArmed: Bool) { crashState.pointee.terminal = isArmed ? terminal : -1 }

  /// Gives the terminal's screen back without touching its settings, which are another program's
  /// while this one is in the background.
  func leaveScreen() { writeBytes(crashState.pointee) }

  /// Puts the former handlers back.
  func remove() {
    arm(false)
    for (number, action) in former {
      var action = action
      sigaction(number, &action, nil)
    }
  }
}

nonisolated(unsafe) private let crashState: UnsafeMutablePointer<CrashRestore.CrashState> = {
  let pointer = UnsafeMutablePointer<CrashRestore.CrashState>.allocate(capacity: 1)
  pointer.initialize(to: CrashRestore.CrashState())
  return pointer
}()

private func writeBytes(_ crashState: CrashRestore.CrashState) {
  guard crashState.terminal >= 0, let bytes = crashState.bytes else { return }
  // A terminal that takes nothing must not keep the program.
  let flags = fcntl(crashState.terminal, F_GETFL)
  _ = fcntl(crashState.terminal, F_SETFL, flags | O_NONBLOCK)
  _ = write(crashState.terminal, bytes, crashState.count)
  _ = fcntl(crashState.terminal, F_SETFL, flags)
}

/// Only calls that are safe in a signal handler: write, tcsetattr, signal, raise.
private func crash(_ number: Int32) {
  CrashRestore.giveBack()
  // Whoever presses control and backslash knows what has ended the program.
  if number != SIGQUIT, let crashMessage = crashState.pointee.crashMessage {
    _ = write(STDERR_FILENO, crashMessage, strlen(crashMessage))
  }
  signal(number, SIG_DFL)
  raise(number)
}
