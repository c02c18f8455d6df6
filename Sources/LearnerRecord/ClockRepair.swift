import Practice

/// Moves events with times in the future back, after the clock was ahead when they were written.
///
/// The clock may have been wrong several times: every run of events under one wrong clock is moved by its own offset,
/// and the distances within a run are kept.
public struct ClockRepair {
  /// Events written under one wrong clock.
  public struct Run: Equatable, Sendable {
    /// The number of events.
    public var count: Int
    /// The offset by which they are moved back, in seconds.
    public var seconds: Int
  }

  /// All events after the repair, in their given order.
  public private(set) var entries: [RecordEntry]
  /// The moved runs, the earliest first.
  public private(set) var runs: [Run] = []
  /// The latest time in the future; nil if there is none.
  public private(set) var latest: Int?

  /// The seconds by which clocks may differ without being wrong.
  private static let tolerance = 60
  private static let day = 86400
  /// A pause under a wrong clock starts a new run only if it is at least this long.
  private static let pause = 30 * day

  /// An event in the order of writing: ids keep growing even after the clock was set back.
  private struct TimedEntry {
    var index: Int
    var time: Int
    var written: (time: UInt64, id: String)
  }

  /// Computes the repair.
  ///
  /// - Parameters:
  ///   - entries: All events of a record.
  ///   - now: Seconds since 1970 UTC, by a correct clock.
  public init(_ entries: [RecordEntry], now: Int) {
    self.entries = entries
    let places = entries.indices.map { index -> TimedEntry in
      let entry = entries[index]
      let milliseconds = EventClock.milliseconds(of: entry.id) ?? UInt64(max(0, entry.time)) * 1000
      return TimedEntry(index: index, time: entry.time, written: (milliseconds, entry.id))
    }.sorted { $0.written < $1.written }
    let ahead = places.indices.filter { places[$0].time > now + Self.tolerance }
    latest = ahead.map { places[$0].time }.max()
    // From the last run to the first: each must end before the events written after it.
    var bound = now
    for run in Self.runs(ahead, places).reversed() {
      let next = run.upperBound + 1
      if next < places.count, places[next].time <= now { bound = min(bound, places[next].time) }
      let before = places[..<run.lowerBound].last { $0.time <= now }?.time
      bound = move(places[run], notAfter: bound, notBefore: before)
    }
    runs.reverse()
  }

  /// Consecutive events of one wrong clock.
  private static func runs(_ ahead: [Int], _ places: [TimedEntry]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for index in ahead {
      if let last = runs.last, last.upperBound == index - 1 {
        let gap = places[index].time - places[index - 1].time
        if (-day...pause).contains(gap) {
          runs[runs.count - 1] = last.lowerBound...index
          continue
        }
      }
      runs.append(index...index)
    }
    return runs
  }

  /// Moves a run by whole days, which keeps the time of day, or by seconds if whole days would put it before earlier
  /// events.
  ///
  /// - Returns: The new time of its first event.
  private mutating func move(
    _ run: ArraySlice<TimedEntry>, notAfter end: Int, notBefore start: Int?
  ) -> Int {
    let first = run.map(\.time).min() ?? end
    let last = run.map(\.time).max() ?? end
    var seconds = (last - end + Self.day - 1) / Self.day * Self.day
    if let start, first - seconds < start { seconds = last - end }
    for place in run {
      entries[place.index].time = max(LearnerEvent.times.lowerBound, place.time - seconds)
    }
    runs.append(Run(count: run.count, seconds: seconds))
    return max(LearnerEvent.times.lowerBound, first - seconds)
  }
}
