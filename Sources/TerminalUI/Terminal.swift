/// What a terminal tells the program.
public enum TerminalInput: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// A text was pasted.
  case pasted(String)
  /// The window has another size, or its contents are lost: draw everything anew.
  case resized
  /// Nothing came before the time was over.
  case timeout
  /// Something that is waited for besides the terminal has happened.
  case watched
  /// The program is asked to end, by a signal or because the terminal has gone.
  case closed
}

/// A terminal: shows frames and hands over keys.
public protocol Terminal {
  /// Columns and rows now.
  var size: Size { get }
  /// Waits for input.
  ///
  /// - Parameter timeout: Milliseconds to wait at most; nil waits for ever.
  /// - Returns: What came first.
  mutating func nextInput(timeout: Int?) -> TerminalInput
  /// Shows a frame; only what differs from the last one is sent.
  mutating func present(_ frame: Frame)
}
