/// Why a terminal cannot be used.
public enum TerminalError: Error, Equatable, Sendable {
  /// A standard stream is a file or a pipe.
  case notATerminal(StandardStream)
  /// The terminal's kind, as TERM names it, is not known here; empty if TERM is not set.
  case unknownTerminal(name: String)
  /// The terminal cannot move its cursor.
  case tooDumb(name: String)
}

/// One of the streams a program starts with.
public enum StandardStream: Equatable, Sendable {
  case input, output
}

/// Which colours to use.
public enum ColorMode: String, CaseIterable, Sendable {
  /// Those the terminal has, unless the environment asks for none.
  case auto
  /// None.
  case never
  /// The ANSI colours as the terminal has them, whatever the environment asks for.
  case sixteen = "16"
  /// The best of those the terminal has, whatever the environment asks for.
  case full = "256"
}
