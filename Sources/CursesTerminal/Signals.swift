import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Delivers signals as bytes in a pipe, so that one `poll` waits for keys and signals.
///
/// Signals to end the program stay handled until it has ended: one that arrives during shutdown lets it finish, within
/// the limit of ``EndTimer``. Only one instance may exist at a time.
final class Signals {
  /// Received signals.
  struct News: OptionSet {
    let rawValue: UInt8

    /// The program must end.
    static let end = News(rawValue: 1)
    /// The window was resized.
    static let resize = News(rawValue: 2)
    /// The program continues after a stop.
    static let resume = News(rawValue: 4)
    /// The program must stop.
    static let suspend = News(rawValue: 8)
  }

  private static let meanings: [(number: Int32, news: News)] = [
    (SIGTERM, .end), (SIGHUP, .end), (SIGINT, .end), (SIGWINCH, .resize), (SIGCONT, .resume),
    (SIGTSTP, .suspend),
  ]

  /// The file descriptor to wait on.
  let readEnd: Int32
  private let writeEnd: Int32
  private var former: [(number: Int32, action: sigaction)] = []

  /// Installs the handlers; nil if there is no pipe.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    readEnd = ends[0]
    writeEnd = ends[1]
    pipeEnd.pointee = writeEnd
    _ = AwakeClock.handler
    EndTimer.prepare()
    for (number, _) in Self.meanings { install(number) }
    unblock()
  }

  deinit { remove() }

  /// Restores the previous handlers, except those for signals to end the program, which is about to end.
  func remove() {
    guard pipeEnd.pointee == writeEnd else { return }
    for (number, action) in former where Self.byte(for: number) != News.end.rawValue {
      var action = action
      sigaction(number, &action, nil)
    }
    pipeEnd.pointee = -1
    close(readEnd)
    close(writeEnd)
  }

  /// Drains the pipe.
  func news() -> News {
    var news: News = []
    var byte: UInt8 = 0
    while read(readEnd, &byte, 1) == 1 { news.insert(News(rawValue: byte)) }
    return news
  }

  /// Stops the process as the system would, until it is continued.
  ///
  /// - Returns: Signals received meanwhile; without `resume` the process could not be stopped.
  func stop() -> News {
    // Marks the beginning of the stop for the clock.
    _ = AwakeClock.milliseconds
    var usual = sigaction()
    var own = sigaction()
    shim_set_handler(&usual, SIG_DFL)
    sigaction(SIGTSTP, &usual, &own)
    raise(SIGTSTP)
    sigaction(SIGTSTP, &own, nil)
    return news()
  }

  private func install(_ number: Int32) {
    var old = sigaction()
    sigaction(number, nil, &old)
    // A shell without job control ignores SIGTSTP.
    if number == SIGTSTP, shim_is_ignored(&old) { return }
    former.append((number, old))
    var action = sigaction()
    action.sa_flags = Int32(SA_RESTART)
    shim_set_handler(&action, handleSignal)
    sigaction(number, &action, nil)
  }

  /// Unblocks signals that the parent process may have blocked.
  private func unblock() {
    var handled = sigset_t()
    sigemptyset(&handled)
    for (number, _) in Self.meanings { sigaddset(&handled, number) }
    pthread_sigmask(SIG_UNBLOCK, &handled, nil)
  }

  /// The byte for a signal; async-signal-safe.
  fileprivate static func byte(for number: Int32) -> UInt8 {
    switch number {
    case SIGWINCH: News.resize.rawValue
    case SIGCONT: News.resume.rawValue
    case SIGTSTP: News.suspend.rawValue
    default: News.end.rawValue
    }
  }
}

/// The write end of the pipe, or -1.
///
/// On the heap, so that a handler only follows a pointer.
nonisolated(unsafe) private let pipeEnd: UnsafeMutablePointer<Int32> = {
  let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  pointer.initialize(to: -1)
  return pointer
}()

private func handleSignal(_ number: Int32) {
  let saved = errno
  if number == SIGCONT { AwakeClock.hasContinued() }
  if Signals.byte(for: number) == Signals.News.end.rawValue { EndTimer.begin(for: number) }
  var byte = Signals.byte(for: number)
  _ = write(pipeEnd.pointee, &byte, 1)
  errno = saved
}
