import CNcurses
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A monotonic clock that excludes time in which the program is stopped or the machine sleeps.
///
/// A program is not told when it is stopped, only when it continues (`SIGCONT`). Then the time since the clock's latest
/// reading is excluded; frequent readings lose next to nothing.
public enum AwakeClock {
  /// Milliseconds since an arbitrary time.
  public static var milliseconds: Double {
    _ = handler
    return Double(reading) / 1e6
  }

  /// Excludes time for which the program was frozen, as measured by the lateness of a wait.
  static func leaveOut(milliseconds: Int) {
    away.add(milliseconds * 1_000_000, ordering: .sequentiallyConsistent)
  }

  /// Excludes the time since the latest reading; safe in a signal handler.
  static func hasContinued() {
    let now = system
    let last = lastReading.load(ordering: .sequentiallyConsistent)
    guard last > 0, now > last else { return }
    away.add(now - last, ordering: .sequentiallyConsistent)
    lastReading.max(now, ordering: .sequentiallyConsistent)
  }

  /// Handles `SIGCONT` for the whole program; a later handler must call ``hasContinued()``.
  static let handler: Void = {
    var action = sigaction()
    action.sa_flags = Int32(SA_RESTART)
    shim_set_handler(&action) { _ in AwakeClock.hasContinued() }
    sigaction(SIGCONT, &action, nil)
  }()

  private static var reading: Int {
    while true {
      let before = away.load(ordering: .sequentiallyConsistent)
      let now = system
      // If `SIGCONT` arrived in between, the reading would include the stop.
      guard away.load(ordering: .sequentiallyConsistent) == before else { continue }
      lastReading.max(now, ordering: .sequentiallyConsistent)
      return now - before
    }
  }

  /// Nanoseconds of a system clock that excludes sleep.
  private static var system: Int {
    #if canImport(Darwin)
      Int(clock_gettime_nsec_np(CLOCK_UPTIME_RAW))
    #else
      var now = timespec()
      clock_gettime(CLOCK_MONOTONIC, &now)
      return now.tv_sec * 1_000_000_000 + now.tv_nsec
    #endif
  }
}

/// The latest reading of the system clock, in nanoseconds.
private let lastReading = Atomic<Int>(0)
/// Excluded nanoseconds.
private let away = Atomic<Int>(0)
