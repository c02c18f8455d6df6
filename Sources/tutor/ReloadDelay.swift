/// The delay between a change of the course's files and reading them.
///
/// A save or a checkout changes several files in succession. They are read once, when there was no change for a moment,
/// at the latest after half a second.
struct ReloadDelay {
  private static let quiet = 60.0
  private static let longest = 500.0

  /// The times in milliseconds of the first unread change and of the next read.
  private var pending: (since: Double, due: Double)?

  /// Registers a change.
  mutating func begin(at now: Double) {
    let since = pending?.since ?? now
    pending = (since, min(now + Self.quiet, since + Self.longest))
  }

  /// The time to wait for input.
  ///
  /// - Parameters:
  ///   - tick: The screen's tick in milliseconds; nil for none.
  ///   - now: The time in milliseconds.
  /// - Returns: Milliseconds; the tick if nothing must be read before it.
  func timeout(orAfter tick: Int?, at now: Double) -> Int? {
    guard let pending else { return tick }
    let left = Int(max(0, pending.due - now).rounded(.up))
    return min(left, tick ?? left)
  }

  /// Whether to read now; if so, nothing is pending any more.
  mutating func isOver(at now: Double) -> Bool {
    guard let due = pending?.due, due <= now else { return false }
    pending = nil
    return true
  }
}
