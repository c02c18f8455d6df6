import CNcurses
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A clock that never goes back, and stands still while the program is stopped or the machine sleeps.
///
/// Nothing tells a program when it is stopped, only that it continues (`SIGCONT`). So the time since the clock was
/// last read does not count then: readings that are close together lose next to nothing.
public enum AwakeClock {
  /// Milliseconds since an arbitrary moment.
  public static var milliseconds: Double {
    _ = handler
    return Double(reading) / 1e6
  }

  /// Leaves out a time that the program has spent frozen, as its lateness shows.
  static func leaveOut(milliseconds: Int) {
    away.add(milliseconds * 1_000_000, ordering: .sequentiallyConsistent)
  }

  /// Leaves out the time since the last reading; safe in a signal handler.
  static func hasContinued() {
    let now = system
    let last = lastReading.load(ordering: .sequentiallyConsistent)
    guard last > 0, now > last else { return }
    away.add(now - last, ordering: .sequentiallyConsistent)
    lastReading.max(now, ordering: .sequentiallyConsistent)
  }

  /// Takes `SIGCONT`, once for the whole program; whoever takes it later must call ``hasContinued()``.
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
      // A continuation in between would count the stop.
      guard away.load(ordering: .sequentiallyConsistent) == before else { continue }
      lastReading.max(now, ordering: .sequentiallyConsistent)
      return now - before
    }
  }

  /// Nanoseconds of a system clock that does not count a machine's sleep.
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

/// The latest reading of the system's clock, in nanoseconds.
private let lastReading = Atomic<Int>(0)
/// Nanoseconds that do not count.
private let away = Atomic<Int>(0)
