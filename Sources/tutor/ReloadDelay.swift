/// The wait between a change of the course's files and reading them.
///
/// A save or a checkout changes several files, one after the other: they are read once, when no more changes have come
/// for a moment, at the latest after half a second of changes.
struct ReloadDelay {
  private static let quiet = 60.0
  private static let longest = 500.0

  /// When the first change came that has not been read yet, and when to read; in milliseconds.
  private var pending: (since: Double, due: Double)?

  /// Notes that something has changed.
  mutating func begin(at now: Double) {
    let since = pending?.since ?? now
    pending = (since, min(now + Self.quiet, since + Self.longest))
  }

  /// How long to wait for input.
  ///
  /// - Parameters:
  ///   - tick: What a screen asks for, in milliseconds; nil for as long as it takes.
  ///   - now: The time in milliseconds.
  /// - Returns: Milliseconds; the tick if nothing is to be read before it.
  func timeout(orAfter tick: Int?, at now: Double) -> Int? {
    guard let pending else { return tick }
    let left = Int(max(0, pending.due - now).rounded(.up))
    return min(left, tick ?? left)
  }

  /// Whether it is time to read; if so, nothing is pending any more.
  mutating func isOver(at now: Double) -> Bool {
    guard let due = pending?.due, due <= now else { return false }
    pending = nil
    return true
  }
}
