import CursesTerminal
import Foundation
import Practice
import TutorScreens

/// The one place where the program asks what time it is.
enum Clock {
  /// Milliseconds since 1970 UTC.
  static var milliseconds: UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return UInt64(max(0, now.tv_sec)) * 1000 + UInt64(now.tv_nsec / 1_000_000)
  }

  /// Milliseconds of a clock that never goes back, and stands still while the program is stopped.
  static var steady: Double { AwakeClock.milliseconds }

  /// The learner's day.
  static var today: LocalDay {
    LocalDay(
      unixSeconds: Int(milliseconds / 1000), utcOffsetSeconds: TimeZone.current.secondsFromGMT())
  }

  /// Sets the time in the appContext.
  static func set(_ context: inout AppContext) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    context.now = now.tv_sec
    var seconds = now.tv_sec
    var local = tm()
    // Asked at every key, and without the tables that Foundation would load for it.
    localtime_r(&seconds, &local)
    context.utcOffset = local.tm_gmtoff
    context.milliseconds = Int(steady)
  }
}
