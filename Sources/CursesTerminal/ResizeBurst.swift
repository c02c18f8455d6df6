/// Sizes that follow one another while a window is dragged: they are told about once a second, and the last one
/// always.
///
/// All times are milliseconds of one steady clock.
struct ResizeBurst {
  /// Time without another size after which a burst is over.
  static let quiet = 100
  /// Time between two sizes that are told.
  static let pause = 700

  /// When to tell the latest size, if it has not been told.
  private var due: Int?
  /// When the next size may be told.
  private var next = Int.min

  /// The window has another size.
  mutating func add(at now: Int) { due = max(now, min(next, now + Self.quiet)) }

  /// Whether to tell the size now.
  ///
  /// - Parameters:
  ///   - now: The time.
  ///   - hasKeys: Whether keys wait; none is answered on a screen of a former size.
  /// - Returns: Whether it is time.
  func isDue(at now: Int, hasKeys: Bool) -> Bool { due.map { hasKeys || $0 <= now } ?? false }

  /// The latest size is told.
  mutating func end(at now: Int) {
    due = nil
    next = now + Self.pause
  }

  /// How long to wait at most before a size is to be told; nil if there is none.
  func wait(at now: Int) -> Int? { due.map { max(0, $0 - now) } }
}
