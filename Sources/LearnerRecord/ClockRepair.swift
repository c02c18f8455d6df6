import Practice

/// Moves events back that are stamped in the future, because the clock was ahead when they were written.
///
/// The clock may have been wrong more than once: every run of events under one wrong clock is moved by an offset of its
/// own, and the distances within a run stay.
public struct ClockRepair {
  /// Events that were written under one wrong clock.
  public struct Run: Equatable, Sendable {
    /// How many.
    public var count: Int
    /// By how many seconds they are moved back.
    public var seconds: Int
  }

  /// Every event as it should be, in the order in which they were given.
  public private(set) var entries: [RecordEntry]
  /// The runs that were moved, the earliest first.
  public private(set) var runs: [Run] = []
  /// When the latest event was stamped; nil if none is stamped in the future.
  public private(set) var latest: Int?

  /// Seconds that a clock may be ahead of another one without being wrong.
  private static let tolerance = 60
  private static let day = 86400
  /// A pause under a wrong clock is no new run, unless it is this long.
  private static let pause = 30 * day

  /// An event by the order in which it was written: ids go on growing even after a clock has been set back.
  private struct TimedEntry {
    var index: Int
    var time: Int
    var written: (time: UInt64, id: String)
  }

  /// Works out where the events belong.
  ///
  /// - Parameters:
  ///   - entries: All events of a record.
  ///   - now: Seconds since 1970 UTC, by a clock that is right.
  public init(_ entries: [RecordEntry], now: Int) {
    self.entries = entries
    let places = entries.indices.map { index -> TimedEntry in
      let entry = entries[index]
      let milliseconds = EventClock.milliseconds(of: entry.id) ?? UInt64(max(0, entry.time)) * 1000
      return TimedEntry(index: index, time: entry.time, written: (milliseconds, entry.id))
    }.sorted { $0.written < $1.written }
    let ahead = places.indices.filter { places[$0].time > now + Self.tolerance }
    latest = ahead.map { places[$0].time }.max()
    // From the last run to the first: each ends before what was written after it.
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

  /// Moves a run by whole days, so that the hours stay, or to the second where days would put it before earlier events.
  ///
  /// - Returns: When its first event happened.
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
