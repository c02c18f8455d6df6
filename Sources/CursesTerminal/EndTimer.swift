import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends the program by the signal that asked for it, if it does not end by itself in time.
///
/// A program that is busy, or waits for a terminal that takes nothing, does not look at its pipe. The system's timer
/// does not depend on that. Everything here is safe in a signal handler.
enum EndTimer {
  /// Milliseconds in which a program gives the terminal back after it was asked to end.
  static let usualPatience = 900
  /// Milliseconds that it then has for its last copy.
  static let patienceAtEnd = 3000

  fileprivate struct State {
    /// The signal that asked first; 0 as long as none has.
    var number: Int32 = 0
    var patience = EndTimer.usualPatience
  }

  /// Takes the timer's signal.
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

  /// Changes how long the program may take, from now on.
  static func setPatience(_ milliseconds: Int) {
    state.pointee.patience = milliseconds
    if state.pointee.number != 0 { shim_start_timer(Int32(milliseconds)) }
  }
}

/// It lives on the heap so that a handler only follows a pointer.
nonisolated(unsafe) private let state: UnsafeMutablePointer<EndTimer.State> = {
  let pointer = UnsafeMutablePointer<EndTimer.State>.allocate(capacity: 1)
  pointer.initialize(to: EndTimer.State())
  return pointer
}()

/// The time is over.
private func expire(_: Int32) {
  CrashRestore.giveBack()
  signal(state.pointee.number, SIG_DFL)
  kill(getpid(), state.pointee.number)
}
