import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Signals as bytes in a pipe, so that one `poll` waits for keys and signals alike.
///
/// Those that ask the program to end stay with it until it has ended: one that comes while it is leaving lets it
/// finish, within the time that ``EndTimer`` allows. There may be one at a time.
final class Signals {
  /// What has come.
  struct News: OptionSet {
    let rawValue: UInt8

    /// The program is to end.
    static let end = News(rawValue: 1)
    /// The window has another size.
    static let resize = News(rawValue: 2)
    /// The program goes on after a stop.
    static let resume = News(rawValue: 4)
    /// The program is to stop.
    static let suspend = News(rawValue: 8)
  }

  private static let meanings: [(number: Int32, news: News)] = [
    (SIGTERM, .end), (SIGHUP, .end), (SIGINT, .end), (SIGWINCH, .resize), (SIGCONT, .resume),
    (SIGTSTP, .suspend),
  ]

  /// The end of the pipe to wait on.
  let readEnd: Int32
  private let writeEnd: Int32
  private var former: [(number: Int32, action: sigaction)] = []
  /// Installs the handlers; nil if the system gives no pipe.
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

  /// Puts the former handlers back, but for those that ask the program to end: it is about to.
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

  /// Takes out of the pipe what has come since the last time.
  func news() -> News {
    var news: News = []
    var byte: UInt8 = 0
    while read(readEnd, &byte, 1) == 1 { news.insert(News(rawValue: byte)) }
    return news
  }

  /// Stops the program as the system would, until it is continued.
  ///
  /// - Returns: What has come meanwhile; without `resume` the program could not be stopped.
  func stop() -> News {
    // The stop begins here, for the clock.
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
    // A shell without job control ignores the stop key.
    if number == SIGTSTP, shim_is_ignored(&old) { return }
    former.append((number, old))
    var action = sigaction()
    action.sa_flags = Int32(SA_RESTART)
    shim_set_handler(&action, tell)
    sigaction(number, &action, nil)
  }

  /// Whoever started the program may have left signals blocked.
  private func unblock() {
    var wanted = sigset_t()
    sigemptyset(&wanted)
    for (number, _) in Self.meanings { sigaddset(&wanted, number) }
    pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
  }

  /// The byte for a signal; only calls that are safe in a signal handler.
  fileprivate static func byte(for number: Int32) -> UInt8 {
    switch number {
    case SIGWINCH: News.resize.rawValue
    case SIGCONT: News.resume.rawValue
    case SIGTSTP: News.suspend.rawValue
    default: News.end.rawValue
    }
  }
}

/// Where handlers write, or -1.
///
/// It lives on the heap so that a handler only follows a pointer.
nonisolated(unsafe) private let pipeEnd: UnsafeMutablePointer<Int32> = {
  let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  pointer.initialize(to: -1)
  return pointer
}()

private func tell(_ number: Int32) {
  let saved = errno
  if number == SIGCONT { AwakeClock.hasContinued() }
  if Signals.byte(for: number) == Signals.News.end.rawValue { EndTimer.begin(for: number) }
  var byte = Signals.byte(for: number)
  _ = write(pipeEnd.pointee, &byte, 1)
  errno = saved
}
