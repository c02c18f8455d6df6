import Testing

@testable import CursesTerminal

struct ResizeBurstTests {
  /// The times at which resizes are reported, given the times at which they happen.
  private func reports(_ sizes: [Int], keys: Set<Int> = []) -> [Int] {
    var burst = ResizeBurst()
    var reports: [Int] = []
    for now in 0...((sizes.last ?? 0) + 1000) {
      if sizes.contains(now) { burst.add(at: now) }
      if burst.isDue(at: now, hasKeys: keys.contains(now)) {
        reports.append(now)
        burst.end(at: now)
      }
      #expect(burst.wait(at: now) != 0)
    }
    return reports
  }

  @Test func aSingleResizeIsReportedImmediately() {
    #expect(reports([7]) == [7])
    #expect(reports([0, 700, 1500]) == [0, 700, 1500])
  }

  @Test func aBurstIsReportedAtItsBeginningAndEnd() {
    #expect(reports([0, 1, 2, 3]) == [0, 103])
    #expect(reports([0, 10, 20, 240]) == [0, 120, 340])
  }

  @Test func aLongBurstIsReportedPeriodicallyAndAtItsEnd() {
    let sizes = (0..<200).map { $0 * 50 }
    let times = reports(sizes)
    #expect(times.count <= 20)
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 <= ResizeBurst.pause })
    #expect((0...ResizeBurst.pause).contains((times.last ?? 0) - 199 * 50))
  }

  @Test func aKeyIsHandledAfterAPendingResize() {
    #expect(reports([0, 10], keys: [12]) == [0, 12])
  }
}
