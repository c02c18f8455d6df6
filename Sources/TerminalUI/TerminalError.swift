/// The reason why a terminal cannot be used.
public enum TerminalError: Error, Equatable, Sendable {
  /// A standard stream is a file or a pipe.
  case notATerminal(StandardStream)
  /// The terminal's type is not in the terminfo database; empty if TERM is not set.
  case unknownTerminal(name: String)
  /// The terminal cannot move its cursor.
  case tooDumb(name: String)
}

/// A standard stream.
public enum StandardStream: Equatable, Sendable {
  case input, output
}
