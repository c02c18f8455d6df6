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
/// Swift's traps cannot be caught, and a signal handler must not call ncurses. So the bytes that restore the terminal
/// are prepared in advance, and the handlers only write them.
struct CrashRestore {
  /// The data of a handler; on the heap, so that a handler only follows a pointer.
  fileprivate struct CrashState {
    var terminal: Int32 = -1
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    /// Zero-terminated, so that it can be replaced by a single store.
    var crashMessage: UnsafeMutablePointer<UInt8>?
    var settings = termios()
  }

  private let terminal: Int32
  private let former: [(number: Int32, action: sigaction)]

  /// Prepares the data and installs the handlers.
  ///
  /// - Parameters:
  ///   - terminal: The terminal's file descriptor.
  ///   - settings: The terminal's original settings.
  ///   - bytes: The bytes that restore the terminal.
  ///   - crashMessage: A line to print if the program crashes.
  init(terminal: Int32, settings: termios, bytes: [UInt8], crashMessage: String) {
    self.terminal = terminal
    crashState.pointee = CrashState(
      terminal: terminal, bytes: Self.kept(bytes), count: bytes.count,
      crashMessage: Self.line(crashMessage), settings: settings)
    Self.prepareStack()
    former = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS, SIGQUIT].map { number in
      var old = sigaction()
      var action = sigaction()
      // Resets the handler, so that a second crash in it ends the program.
      action.sa_flags = SA_ONSTACK | SA_NODEFER | Int32(truncatingIfNeeded: SA_RESETHAND)
      shim_set_handler(&action, crash)
      sigaction(number, &action, &old)
      return (number, old)
    }
  }

  /// Replaces the crash message.
  ///
  /// The previous text is not freed: a handler on another thread may be writing it.
  func setCrashMessage(_ crashMessage: String) {
    crashState.pointee.crashMessage = Self.line(crashMessage)
  }

  private static func line(_ text: String) -> UnsafeMutablePointer<UInt8> {
    kept(Array((text + "\n").utf8) + [0])
  }

  /// Copies bytes to memory that is never freed, for handlers.
  private static func kept(_ bytes: [UInt8]) -> UnsafeMutablePointer<UInt8> {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 1)
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    return copy
  }

  /// Sets up an alternate signal stack, because a crash may be a stack overflow.
  private static func prepareStack() {
    let size = 65_536
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  /// Restores the terminal if the program is using it; safe in a signal handler.
  static func giveBack() {
    guard crashState.pointee.terminal >= 0 else { return }
    // In the background, changing the terminal would stop the program.
    signal(SIGTTOU, SIG_IGN)
    writeBytes(crashState.pointee)
    tcsetattr(crashState.pointee.terminal, TCSANOW, &crashState.pointee.settings)
  }

  /// Tells handlers whether the program is using the terminal.
  func arm(_ isArmed: Bool) { crashState.pointee.terminal = isArmed ? terminal : -1 }

  /// Restores the terminal's screen without its settings, which belong to another program while this one is in the
  /// background.
  func leaveScreen() { writeBytes(crashState.pointee) }

  /// Restores the previous handlers.
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
  // Does not block on a terminal that accepts no output.
  let flags = fcntl(crashState.terminal, F_GETFL)
  _ = fcntl(crashState.terminal, F_SETFL, flags | O_NONBLOCK)
  _ = write(crashState.terminal, bytes, crashState.count)
  _ = fcntl(crashState.terminal, F_SETFL, flags)
}

/// The signal handler; uses only async-signal-safe calls: write, tcsetattr, signal, raise.
private func crash(_ number: Int32) {
  CrashRestore.giveBack()
  // After Ctrl-\ a learner knows why the program ended.
  if number != SIGQUIT, let crashMessage = crashState.pointee.crashMessage {
    _ = write(STDERR_FILENO, crashMessage, strlen(crashMessage))
  }
  signal(number, SIG_DFL)
  raise(number)
}
