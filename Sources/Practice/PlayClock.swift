/// The clock of a game, which counts only time in which the player could see the game.
///
/// It compares a monotonic clock, which excludes time in which the program is suspended, with the time of day, which
/// does not. Neither a suspension nor a clock that jumps is counted.
public struct PlayClock: Hashable, Sendable {
  /// Milliseconds counted up to the latest reading.
  public private(set) var milliseconds = 0
  /// The monotonic clock at the latest reading, in milliseconds.
  private var monotonic: Int?
  /// The time of day at the latest reading, in seconds.
  private var wall = 0

  /// A reading that is late by more milliseconds than this is the jump of a clock.
  private static let longestDelay = 10_000
  /// The lead of the time of day, in milliseconds, that tells of a suspension; it is read in whole seconds.
  private static let suspension = 3000

  /// Starts at 0 with the first reading.
  public init() {}

  /// The milliseconds that a reading would show.
  public func now(monotonic: Int) -> Int {
    milliseconds + max(0, monotonic - (self.monotonic ?? monotonic))
  }

  /// Reads the clocks.
  ///
  /// - Parameters:
  ///   - monotonic: Milliseconds of a monotonic clock.
  ///   - wall: Seconds since 1970 UTC.
  ///   - due: The milliseconds after the previous reading in which this one was due; nil if it could come at any time.
  /// - Returns: Whether the player was away since the previous reading.
  public mutating func read(monotonic: Int, wall: Int, due: Int?) -> Bool {
    defer { (self.monotonic, self.wall) = (monotonic, wall) }
    guard let latest = self.monotonic else { return false }
    let step = max(0, monotonic - latest)
    if let due, step > due + Self.longestDelay { return true }
    milliseconds += step
    return due != nil && (wall - self.wall) * 1000 - step >= Self.suspension
  }
}
