/// The times of the visible screen's ticks, which input between them does not delay.
struct TickTimer {
  /// The interval that the screen asked for, and when it ends, in milliseconds.
  private var next: (tick: Int, due: Double)?

  /// Starts the interval to the next tick, unless it has started already.
  ///
  /// - Parameters:
  ///   - tick: The interval in milliseconds; nil for none.
  ///   - now: The time in milliseconds.
  mutating func start(_ tick: Int?, at now: Double) {
    guard let tick else { return next = nil }
    if next?.tick != tick { next = (tick, now + Double(tick)) }
  }

  /// The milliseconds to wait for input; nil without a limit.
  func timeout(at now: Double) -> Int? {
    next.map { Int(max(0, $0.due - now).rounded(.up)) }
  }

  /// Whether the next tick is due.
  func isDue(at now: Double) -> Bool { next.map { $0.due <= now } ?? false }

  /// Ends the interval if it is over.
  ///
  /// - Returns: Whether it was.
  mutating func takeTick(at now: Double) -> Bool {
    guard isDue(at: now) else { return false }
    next = nil
    return true
  }
}
