import CursesTerminal
import Foundation
import Practice
import TutorScreens

/// The only place where the program reads the time.
enum Clock {
  /// Milliseconds since 1970 UTC.
  static var milliseconds: UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return UInt64(max(0, now.tv_sec)) * 1000 + UInt64(now.tv_nsec / 1_000_000)
  }

  /// Milliseconds of a monotonic clock that excludes time in which the program is stopped.
  static var steady: Double { AwakeClock.milliseconds }

  /// The learner's day.
  static var today: LocalDay {
    LocalDay(
      unixSeconds: Int(milliseconds / 1000), utcOffsetSeconds: TimeZone.current.secondsFromGMT())
  }

  /// Sets the time in the context.
  static func set(_ context: inout AppContext) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    context.now = now.tv_sec
    var seconds = now.tv_sec
    var local = tm()
    // Called at every key; localtime_r avoids the tables that Foundation would load.
    localtime_r(&seconds, &local)
    context.utcOffset = local.tm_gmtoff
    context.milliseconds = Int(steady)
  }
}
