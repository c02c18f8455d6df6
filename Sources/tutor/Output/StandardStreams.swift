import Foundation

/// What a program owes to whoever started it before it does anything else, and at its end.
enum StandardStreams {
  /// Makes sure that no file of the program's own becomes standard input, output or error, and that writing too
  /// much, or to a reader that has gone, is an error and not the end.
  ///
  /// A descriptor that was closed by the caller would be given to the next file that is opened, and what is printed
  /// would go into that file. A folder takes its place: it can be neither read nor written.
  static func prepare() {
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      // The lowest free number, which is this one.
      _ = open("/", O_RDONLY | O_DIRECTORY)
    }
  }

  /// Ends the program as one ends whose reader has gone: by the signal for it, which shells count as 141.
  static func endByClosedPipe() -> Never {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    exit(Failure.Status.readerGone)
  }
}
