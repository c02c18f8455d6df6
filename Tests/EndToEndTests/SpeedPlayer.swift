import Foundation
import TestSupport
import Words

extension Tmux {
  /// Plays a game of the Speed Challenge whose first question is shown, always with the first answer.
  ///
  /// - Parameter end: What the screen shows at the end of the game.
  /// - Returns: The screen at the end.
  /// - Throws: Errors of the terminal.
  func playSpeedGame(until end: String) throws -> String {
    // Until a question could be read, a key is ignored.
    usleep(200_000)
    for _ in 0..<200 {
      let screen = try screen()
      if screen.shows(end) { break }
      // After a wrong answer the footer names the key as soon as it works.
      if screen.shows(Words.Speed.clockStopped(lives: nil).dropLast()) {
        try wait(for: "Space " + Words.Speed.resume)
        try press("Space")
        // A key that comes sooner could be a held one.
        usleep(200_000)
      } else {
        try press("1")
      }
    }
    return try wait(for: end)
  }
}
