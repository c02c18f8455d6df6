/// Input from a terminal.
public enum TerminalInput: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case pasted(String)
  /// The window was resized, or its contents are lost: redraw everything.
  case resized
  /// No input before the timeout.
  case timeout
  /// A watched file descriptor other than the terminal is ready.
  case watched
  /// The program must end, because of a signal or because the terminal is gone.
  case closed
}

/// A terminal: shows frames and reads input.
public protocol Terminal {
  /// The current columns and rows.
  var size: Size { get }
  /// Waits for input.
  ///
  /// - Parameter timeout: The maximum wait in milliseconds; nil waits without limit.
  /// - Returns: The first input.
  mutating func nextInput(timeout: Int?) -> TerminalInput
  /// Shows a frame; sends only the difference to the previous one.
  mutating func present(_ frame: Frame)
}
