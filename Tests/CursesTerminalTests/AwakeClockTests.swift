import Testing

@testable import CursesTerminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Serialized, because there is only one clock.
@Suite(.serialized)
struct AwakeClockTests {
  private func systemMilliseconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) * 1000 + Double(now.tv_nsec) / 1e6
  }

  /// Sends SIGCONT to the process; the threads that run tests block signals.
  private func continueNow() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGCONT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(SIGCONT)
  }

  @Test func timeBeforeAResumeDoesNotCount() {
    let systemStart = systemMilliseconds()
    let start = AwakeClock.milliseconds
    usleep(30_000)
    continueNow()
    let end = AwakeClock.milliseconds
    #expect(end >= start)
    #expect(end - start <= systemMilliseconds() - systemStart - 30)
  }

  @Test func theClockIsMonotonicAcrossContinuations() {
    var last = AwakeClock.milliseconds
    for number in 0..<1000 {
      if number.isMultiple(of: 3) { continueNow() }
      let next = AwakeClock.milliseconds
      #expect(next >= last)
      last = next
    }
  }

  @Test func aDeadlineCountsOnlyTimeAwake() {
    let deadline = Deadline(milliseconds: 10_000)
    usleep(30_000)
    continueNow()
    #expect(deadline.remaining > 9_975 && deadline.lateness == 0)
  }
}
