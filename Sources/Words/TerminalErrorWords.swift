package import TerminalUI

extension TerminalError {
  /// The error as a sentence without a full stop.
  ///
  /// Text in backquotes is typed as it is.
  package var sentence: String {
    switch self {
    case .notATerminal:
      "standard input or output is not a terminal: "
        + "add `--plain` for text without a terminal, or use `tutor render` or `tutor plot --print`"
    case .unknownTerminal(""):
      "TERM is not set: set it to your terminal's type, for example xterm-256color"
    case .unknownTerminal(let name):
      "TERM=\(name) is not in the terminfo database: "
        + "set it to your terminal's type, for example xterm-256color"
    case .tooDumb(let name):
      "TERM=\(name) cannot position the cursor: "
        + "add `--plain` for text line by line, or use `tutor render` or `tutor plot --print`"
    }
  }
}
