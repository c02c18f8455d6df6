import CNcurses
public import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal: shows frames by ncurses, reads keys, and is given back whatever happens.
///
/// There may be one at a time, and it belongs to one thread.
public final class CursesTerminal: Terminal {
  private let screen: CursesScreen
  private let signals: Signals?
  private let crashRestore: CrashRestore?
  private var bytes: InputBytes
  private var keys: KeyReader
  private var isOpen = true
  /// A file besides the terminal that is waited for; -1 for none.
  public var watched: Int32 = -1
  /// Whether the program has been asked to end, or the terminal has gone.
  private var hasEnded = false
  /// Sizes that have not been told yet.
  private var burst = ResizeBurst()
  /// Signals that came while a key was being put together.
  private var pendingNews: Signals.News = []

  /// Takes the terminal over: standard input and output, of the kind that TERM names.
  ///
  /// - Parameters:
  ///   - colors: Which colours to use.
  ///   - noColor: Whether the environment asks for none.
  ///   - crashMessage: What to say if the program crashes.
  /// - Throws: `TerminalError` where there is no terminal, or none that can show screens; then
  ///   nothing has been sent.
  public convenience init(
    colors: ColorMode, noColor: Bool, crashMessage: String
  ) throws(TerminalError) {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    try self.init(
      .standard, name: name, colors: colors, noColor: noColor, crashMessage: crashMessage)
  }

  /// Takes a terminal over.
  ///
  /// - Parameters:
  ///   - device: Its files.
  ///   - name: Its kind.
  ///   - colors: Which colours to use.
  ///   - noColor: Whether the environment asks for none.
  ///   - crashMessage: What to say if the program crashes; nil if the process' signal handlers are to stay.
  /// - Throws: `TerminalError`.
  init(
    _ device: TerminalDevice, name: String, colors: ColorMode, noColor: Bool, crashMessage: String?
  ) throws(TerminalError) {
    guard isatty(device.input) == 1 else { throw .notATerminal(.input) }
    guard isatty(device.output) == 1 else { throw .notATerminal(.output) }
    let isUTF8 = Self.localeIsUTF8()
    try Capabilities.check(name, output: device.output)
    let settings = device.settings
    // Handlers go in first: ncurses leaves alone what is taken.
    signals = crashMessage == nil ? nil : Signals()
    screen = try CursesScreen(
      device, name: name, colors: colors == .auto && noColor ? .never : colors,
      isUTF8: isUTF8)
    bytes = InputBytes(device.input)
    keys = KeyReader(
      isUTF8: isUTF8, sequences: .ofTerminal,
      patience: KeyReader.patience(
        escapeDelay: getenv("ESCDELAY").map { String(cString: $0) }))
    if let crashMessage, let settings {
      crashRestore = CrashRestore(
        terminal: device.output, settings: settings, bytes: Capabilities.restoration,
        crashMessage: crashMessage)
    } else {
      crashRestore = nil
    }
  }

  deinit { close() }

  /// Whether the locale's characters are UTF-8; takes the locale from the environment.
  public static func localeIsUTF8() -> Bool {
    setlocale(LC_CTYPE, "")
    guard let codeset = shim_codeset() else { return false }
    return ["UTF-8", "UTF8"].contains(String(cString: codeset).uppercased())
  }

  /// Whether colours are shown.
  public var hasColor: Bool { screen.hasColor }

  public var size: Size { isOpen ? screen.size : Size(width: 0, height: 0) }

  public func present(_ frame: Frame) {
    if isOpen, !hasEnded { screen.present(frame) }
  }

  /// Makes the next frame be sent whole, on a screen cleared before.
  public func invalidate() {
    if isOpen { screen.invalidate() }
  }

  /// Asks the terminal to put a text on the clipboard (OSC 52); one that cannot ignores it.
  public func copy(_ text: String) {
    guard isOpen, !hasEnded else { return }
    let sequence = "\u{1B}]52;c;" + Base64.text(of: Array(text.utf8)) + "\u{7}"
    screen.device.send(Array(sequence.utf8))
  }

  /// Has the terminal report the mouse, or leaves the mouse to the terminal again.
  public func useMouse(_ isUsed: Bool) {
    if isOpen, !hasEnded { screen.useMouse(isUsed) }
  }

  /// Milliseconds that the program has for giving the terminal back once it was asked to end.
  private var patience = EndTimer.usualPatience

  /// Milliseconds that the program has for printing what was never saved.
  private static let patienceForUnsaved = 10_000

  /// Takes note of what waits to be saved.
  ///
  /// - Parameters:
  ///   - count: Entries that only memory holds.
  ///   - crashMessage: What to say if the program crashes now.
  public func setUnsaved(_ count: Int, crashMessage: String) {
    crashRestore?.setCrashMessage(crashMessage)
    patience = count > 0 ? Self.patienceForUnsaved : EndTimer.usualPatience
    if signals != nil { EndTimer.setPatience(patience) }
  }

  /// Gives the terminal back; may be called more than once.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    if !screen.isSuspended, screen.device.isInBackground {
      // Its settings are the shell's now.
      crashRestore?.leaveScreen()
    } else {
      screen.suspend()
    }
    crashRestore?.remove()
    signals?.remove()
    screen.free()
    if signals != nil { EndTimer.setPatience(max(patience, EndTimer.patienceAtEnd)) }
  }

  public func nextInput(timeout: Int?) -> TerminalInput {
    let deadline = timeout.map { Deadline(milliseconds: $0) }
    while isOpen, !hasEnded {
      if let input = answerSignals() { return input }
      if burst.isDue(at: now, hasKeys: bytes.isWaiting) { return adoptSize() }
      switch keys.next(read) {
      case .key(let key): return .key(key)
      case .pasted(let text): return .pasted(text)
      case .ignored: continue
      case .quiet: break
      }
      let pause = burst.wait(at: now).map { Deadline(milliseconds: $0) }
      switch wait(until: pause.map { $0.isBefore(deadline) } == true ? pause : deadline) {
      case .timeout where deadline?.remaining == 0: return .timeout
      case .timeout, .signal: continue
      case .watched: return .watched
      case .gone: hasEnded = true
      case .input: fill()
      }
    }
    return .closed
  }

  private func fill() {
    bytes.fill()
    hasEnded = bytes.hasEnded
  }

  /// The next byte, waited for up to so many milliseconds; the wait ends early if the program is to end.
  private func read(patience: Int) -> UInt8? {
    if let byte = bytes.next() { return byte }
    guard patience > 0 else { return nil }
    let deadline = Deadline(milliseconds: patience)
    while !hasEnded, !pendingNews.contains(.end) {
      switch wait(until: deadline, forWatched: false) {
      case .timeout, .watched: return nil
      case .signal: pendingNews.formUnion(signals?.news() ?? [])
      case .gone: hasEnded = true
      case .input:
        fill()
        if let byte = bytes.next() { return byte }
      }
    }
    return nil
  }

  private enum Event {
    case input, signal, watched, gone, timeout
  }

  /// A wait that ends so many milliseconds late has been frozen: a debugger, a container that was paused.
  private static let frozen = 1000

  /// Sleeps until there is something to read or the time is over.
  private func wait(until deadline: Deadline?, forWatched: Bool = true) -> Event {
    var files = [
      pollfd(fd: screen.device.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals?.readEnd ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: forWatched ? watched : -1, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&files, 3, deadline?.remaining ?? -1)
    if let lateness = deadline?.lateness, lateness > Self.frozen {
      AwakeClock.leaveOut(milliseconds: lateness)
    }
    if count == 0 { return .timeout }
    if count < 0 { return errno == EINTR || errno == EAGAIN ? .signal : .gone }
    if files[1].revents != 0 { return .signal }
    if files[0].revents == 0 { return .watched }
    return files[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 ? .gone : .input
  }

  /// Does what signals ask for; nil if there is nothing to tell the program.
  private func answerSignals() -> TerminalInput? {
    let news = pendingNews.union(signals?.news() ?? [])
    pendingNews = []
    if news.isEmpty { return nil }
    if news.contains(.end) {
      hasEnded = true
      return .closed
    }
    if news.contains(.suspend) || (news.contains(.resume) && screen.device.isInBackground) {
      return stop()
    }
    if news.contains(.resume) {
      screen.resume()
      return .resized
    }
    burst.add(at: now)
    return nil
  }

  private var now: Int { Int(AwakeClock.milliseconds) }

  private func adoptSize() -> TerminalInput {
    burst.end(at: now)
    screen.adoptSize()
    return .resized
  }

  /// Gives the terminal back, stops, and takes it again once the program is in the foreground.
  private func stop() -> TerminalInput {
    if !screen.device.isInBackground { screen.suspend() }
    crashRestore?.arm(false)
    while let news = signals?.stop() {
      if news.contains(.end) {
        hasEnded = true
        return .closed
      }
      if !news.contains(.resume) || !screen.device.isInBackground { break }
    }
    crashRestore?.arm(true)
    screen.resume()
    return .resized
  }
}
