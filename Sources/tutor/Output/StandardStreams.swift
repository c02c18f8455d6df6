import Foundation

/// Sets up standard input, output and error at the start and end of the program.
enum StandardStreams {
  /// Prevents files of the program from becoming standard input, output or error, and signals for writing too much or
  /// to a closed pipe.
  ///
  /// A descriptor closed by the caller would be reused for the next file that is opened, and output would go into that
  /// file. A descriptor of a folder is put in its place, which can be neither read nor written.
  static func prepare() {
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      // The lowest free number, which is this one.
      _ = open("/", O_RDONLY | O_DIRECTORY)
    }
  }

  /// Ends the program by SIGPIPE, which shells report as 141.
  static func endByClosedPipe() -> Never {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    exit(Failure.Status.closedPipe)
  }
}
