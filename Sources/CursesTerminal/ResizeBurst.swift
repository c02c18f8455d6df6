/// Throttles the resizes while a window is being dragged: about one per second is reported, and always the last one.
///
/// All times are milliseconds of one monotonic clock.
struct ResizeBurst {
  /// The time without resizes that ends a burst.
  static let quiet = 100
  /// The minimum time between two reports.
  static let pause = 700

  /// The time of the next report, if there is one.
  private var due: Int?
  /// The earliest time of the next report.
  private var next = Int.min

  /// Registers a resize.
  mutating func add(at now: Int) { due = max(now, min(next, now + Self.quiet)) }

  /// Whether to report the size now.
  ///
  /// - Parameters:
  ///   - now: The time.
  ///   - hasKeys: Whether keys are waiting; they must not be handled on a screen of an old size.
  /// - Returns: Whether a report is due.
  func isDue(at now: Int, hasKeys: Bool) -> Bool { due.map { hasKeys || $0 <= now } ?? false }

  /// Registers that the size was reported.
  mutating func end(at now: Int) {
    due = nil
    next = now + Self.pause
  }

  /// The time to the next report; nil if none is pending.
  func wait(at now: Int) -> Int? { due.map { max(0, $0 - now) } }
}
