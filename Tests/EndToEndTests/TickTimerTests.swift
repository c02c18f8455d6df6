import Testing

@testable import tutor

struct TickTimerTests {
  @Test func withoutATickNothingIsDue() {
    var timer = TickTimer()
    timer.start(nil, at: 0)
    #expect(timer.timeout(at: 0) == nil)
    let isDue = timer.takeTick(at: 1e9)
    #expect(!isDue)
    // A screen that stops ticking ends the interval.
    timer.start(100, at: 0)
    timer.start(nil, at: 50)
    #expect(timer.timeout(at: 50) == nil && !timer.isDue(at: 1000))
  }

  @Test func inputDoesNotDelayATick() {
    var timer = TickTimer()
    var ticks: [Double] = []
    // A held key arrives each 30 ms, and the screen wants a tick every second.
    for now in stride(from: 0.0, through: 3100, by: 30) {
      if timer.takeTick(at: now) { ticks.append(now) }
      timer.start(1000, at: now)
    }
    #expect(ticks == [1020, 2040, 3060])
  }

  @Test func theTimeoutIsWhatIsLeft() {
    var timer = TickTimer()
    timer.start(1000, at: 0)
    timer.start(1000, at: 400)
    #expect(timer.timeout(at: 400.5) == 600)
    #expect(timer.timeout(at: 2000) == 0)
    // Another interval begins anew.
    timer.start(250, at: 400)
    #expect(timer.timeout(at: 400) == 250)
  }

  @Test func aTickLeavesTimeForInput() {
    var timer = TickTimer()
    timer.start(1, at: 0)
    let isDue = timer.takeTick(at: 25)
    timer.start(1, at: 25)
    #expect(isDue && !timer.isDue(at: 25) && timer.timeout(at: 25) == 1)
  }
}
