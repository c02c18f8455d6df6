import Practice
import Testing

@testable import LearnerRecord

struct ClockRepairTests {
  private static let now = 1_800_000_000
  private static let day = 86400

  /// Events as written by a program whose clock shows these times.
  private func written(_ times: [Int]) -> [RecordEntry] {
    var ids = EventClock()
    return times.enumerated().map { index, time in
      RecordEntry(
        id: ids.next(at: UInt64(max(0, time)) * 1000, random: UInt64(index)), time: time,
        utcOffset: 0,
        fact: #"{"review":{"card":"c\#(index)","rating":3}}"#)
    }
  }

  /// Checks the invariants of every repair.
  private func check(_ entries: [RecordEntry]) -> ClockRepair {
    let repair = ClockRepair(entries, now: Self.now)
    #expect(repair.entries.count == entries.count)
    for (before, after) in zip(entries, repair.entries) {
      #expect(after.id == before.id && after.fact == before.fact)
      #expect(after.time <= Self.now + 60 && after.problem == nil)
      if before.time <= Self.now + 60 { #expect(after == before) }
    }
    #expect(ClockRepair(repair.entries, now: Self.now).latest == nil)
    #expect(repair.runs.reduce(0) { $0 + $1.count } == entries.count { $0.time > Self.now + 60 })
    return repair
  }

  @Test func noRepairIsMadeIfNoEventIsAhead() {
    let repair = check(written([Self.now - 5, Self.now, Self.now + 60]))
    #expect(repair.latest == nil && repair.runs.isEmpty)
  }

  @Test func oneJumpIsMovedByWholeDays() {
    let ahead = (0..<5).map { Self.now + 1460 * Self.day + $0 * 10 }
    let repair = check(written([Self.now - 9 * Self.day] + ahead))
    #expect(repair.runs == [.init(count: 5, seconds: 1461 * Self.day)])
    #expect(repair.latest == ahead.last)
    #expect(zip(repair.entries.dropFirst(), ahead).allSatisfy { $1 - $0.time == 1461 * Self.day })
  }

  /// 2030, then correct, then 2050, then 9999: each moves between the entries written before and after it.
  @Test func everyClockChangeHasItsOwnCorrection() {
    let (year, now) = (365 * Self.day, Self.now)
    let times = [
      now - 40 * Self.day, now + 3 * year, now + 3 * year + 60, now - 20 * Self.day,
      now + 23 * year,
      now + 23 * year + 5, now - 10 * Self.day, 253_402_300_700, 253_402_300_799,
    ]
    let repair = check(written(times))
    #expect(repair.runs.map(\.count) == [2, 2, 2])
    #expect(repair.entries.map(\.time) == repair.entries.map(\.time).sorted())
    #expect(repair.entries.allSatisfy { $0.time >= now - 41 * Self.day })
    #expect(repair.entries[2].time - repair.entries[1].time == 60)
  }

  /// Without correct times in between, the runs follow one another.
  @Test func consecutiveClockErrorsDoNotOverlap() {
    let year = 365 * Self.day
    let repair = check(written([3, 3, 23, 23, 8000].map { Self.now + $0 * year }))
    #expect(repair.runs.map(\.count) == [2, 2, 1])
    #expect(repair.entries.map(\.time) == repair.entries.map(\.time).sorted())
    #expect(repair.entries.allSatisfy { $0.time > Self.now - 10 * Self.day })
  }

  @Test func eventsOfAnotherMachineDoNotShiftARun() {
    // Merged after the jump, and years old.
    let own = written([Self.now - Self.day, Self.now + 1460 * Self.day])
    let repair = check(own + written([Self.now - 2000 * Self.day]))
    #expect(repair.entries[1].time > Self.now - 2 * Self.day)
  }

  @Test func aClockThatWasMinutesAheadIsCorrectedByMinutes() {
    let repair = check(written([Self.now - 30, Self.now + 600, Self.now - 10]))
    #expect(repair.entries[1].time == Self.now - 10)
  }

  @Test(arguments: 0..<50) func randomClocksAreRepaired(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let places = [-900, -30, -1, 0, 1, 40, 1460, 9000, 3_000_000]
    var times: [Int] = []
    for _ in 0..<Int(random.next() % 8) {
      let start = min(
        253_402_300_000, Self.now + places[Int(random.next() % 9)] * Self.day)
      for index in 0..<Int(random.next() % 5) { times.append(start + index * 7) }
    }
    var entries = written(times)
    // Imported entries have ids of their own.
    if seed % 3 == 0, !entries.isEmpty { entries[0].id = "own" }
    _ = check(entries)
  }
}
