package import TerminalUI

extension TerminalError {
  /// The error as a sentence without a full stop.
  ///
  /// Text in backquotes is typed as it is.
  package var sentence: String {
    switch self {
    case .notATerminal:
      "standard input or output is not a terminal: "
        + "use `tutor render` or `tutor plot --print` to print text"
    case .unknownTerminal(""):
      "TERM is not set: set it to your terminal's type, for example xterm-256color"
    case .unknownTerminal(let name):
      "TERM=\(name) is not in the terminfo database: "
        + "set it to your terminal's type, for example xterm-256color"
    case .tooDumb(let name):
      "TERM=\(name) cannot position the cursor: "
        + "use `tutor render` or `tutor plot --print` to print text"
    }
  }
}
