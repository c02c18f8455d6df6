/// Why a terminal cannot be used.
public enum TerminalError: Error, Equatable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// The terminal's kind, as TERM names it, is not known here.
  case unknownTerminal(String)
  /// The terminal cannot move its cursor.
  case tooDumb(String)
}

/// Which colours to use.
public enum ColorMode: String, CaseIterable, Sendable {
  case auto, never
  case sixteen = "16"
  case full = "256"
}
