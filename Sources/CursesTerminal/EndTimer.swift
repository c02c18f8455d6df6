import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends the program with the signal that asked for it, if it does not end in time.
///
/// A program that is busy, or blocked on a terminal, does not read its signal pipe; the system's timer works
/// regardless. Everything here is async-signal-safe.
enum EndTimer {
  /// The milliseconds allowed for restoring the terminal after a signal to end.
  static let usualPatience = 900
  /// The milliseconds allowed for the last copy of the record.
  static let patienceAtEnd = 3000

  fileprivate struct State {
    /// The first signal to end; 0 if there was none.
    var number: Int32 = 0
    var patience = EndTimer.usualPatience
  }

  /// Installs the timer's signal handler.
  static func prepare() {
    state.pointee.patience = usualPatience
    var action = sigaction()
    shim_set_handler(&action, expire)
    sigaction(SIGALRM, &action, nil)
  }

  /// Starts the timer at the first signal.
  static func begin(for number: Int32) {
    guard state.pointee.number == 0 else { return }
    state.pointee.number = number
    shim_start_timer(Int32(state.pointee.patience))
  }

  /// Changes the time allowed, counted from now.
  static func setPatience(_ milliseconds: Int) {
    state.pointee.patience = milliseconds
    if state.pointee.number != 0 { shim_start_timer(Int32(milliseconds)) }
  }
}

/// On the heap, so that a handler only follows a pointer.
nonisolated(unsafe) private let state: UnsafeMutablePointer<EndTimer.State> = {
  let pointer = UnsafeMutablePointer<EndTimer.State>.allocate(capacity: 1)
  pointer.initialize(to: EndTimer.State())
  return pointer
}()

/// Handles the expired timer.
private func expire(_: Int32) {
  CrashRestore.giveBack()
  signal(state.pointee.number, SIG_DFL)
  kill(getpid(), state.pointee.number)
}
