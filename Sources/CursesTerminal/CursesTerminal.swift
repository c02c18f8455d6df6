import CNcurses
public import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A terminal that shows frames through ncurses, reads keys, and is always restored.
///
/// Only one may exist at a time, used by one thread.
public final class CursesTerminal: Terminal {
  private let screen: CursesScreen
  private let signals: Signals?
  private let crashRestore: CrashRestore?
  private var bytes: InputBytes
  private var keys: KeyReader
  private var isOpen = true
  /// A file descriptor to watch besides the terminal; -1 for none.
  public var watched: Int32 = -1
  /// Whether the program must end, or the terminal is gone.
  private var hasEnded = false
  /// Resizes that were not reported yet.
  private var burst = ResizeBurst()
  /// Signals that arrived while a key was being assembled.
  private var pendingNews: Signals.News = []

  /// Uses standard input and output as the terminal named by TERM.
  ///
  /// - Parameters:
  ///   - colors: The colour mode.
  ///   - noColor: Whether the environment asks for no colours.
  ///   - crashMessage: A line to print if the program crashes.
  /// - Throws: `TerminalError` if there is no terminal, or it cannot show screens; then nothing was sent.
  public convenience init(
    colors: ColorMode, noColor: Bool, crashMessage: String
  ) throws(TerminalError) {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    try self.init(
      .standard, name: name, colors: colors, noColor: noColor, crashMessage: crashMessage)
  }

  /// Uses a terminal.
  ///
  /// - Parameters:
  ///   - device: Its files.
  ///   - name: Its type.
  ///   - colors: The colour mode.
  ///   - noColor: Whether the environment asks for no colours.
  ///   - crashMessage: A line to print if the program crashes; nil installs no signal handlers.
  /// - Throws: `TerminalError`.
  init(
    _ device: TerminalDevice, name: String, colors: ColorMode, noColor: Bool, crashMessage: String?
  ) throws(TerminalError) {
    guard isatty(device.input) == 1 else { throw .notATerminal(.input) }
    guard isatty(device.output) == 1 else { throw .notATerminal(.output) }
    let isUTF8 = Self.localeIsUTF8()
    try Capabilities.check(name, output: device.output)
    let settings = device.settings
    // Installs handlers first: ncurses does not replace them.
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

  /// Whether the locale's encoding is UTF-8; initialises the locale from the environment.
  public static func localeIsUTF8() -> Bool {
    setlocale(LC_CTYPE, "")
    guard let codeset = shim_codeset() else { return false }
    return ["UTF-8", "UTF8"].contains(String(cString: codeset).uppercased())
  }

  /// The columns of the terminal on standard output; nil if it is not a terminal.
  public static var outputWidth: Int? { TerminalDevice.standard.size.map { Int($0.width) } }

  public var hasColor: Bool { screen.hasColor }

  public var size: Size { isOpen ? screen.size : Size(width: 0, height: 0) }

  public func present(_ frame: Frame) {
    if isOpen, !hasEnded { screen.present(frame) }
  }

  /// Clears the screen and sends the next frame completely.
  public func invalidate() {
    if isOpen { screen.invalidate() }
  }

  /// Copies a text to the clipboard (OSC 52); terminals without support ignore it.
  public func copy(_ text: String) {
    guard isOpen, !hasEnded else { return }
    let sequence = "\u{1B}]52;c;" + Base64.text(of: Array(text.utf8)) + "\u{7}"
    screen.device.send(Array(sequence.utf8))
  }

  /// Enables or disables mouse reports.
  public func useMouse(_ isUsed: Bool) {
    if isOpen, !hasEnded { screen.useMouse(isUsed) }
  }

  /// The milliseconds allowed for restoring the terminal after a signal to end.
  private var patience = EndTimer.usualPatience

  /// The milliseconds allowed for printing unsaved entries.
  private static let patienceForUnsaved = 10_000

  /// Registers unsaved entries.
  ///
  /// - Parameters:
  ///   - count: The number of entries that exist only in memory.
  ///   - crashMessage: A line to print if the program crashes.
  public func setUnsaved(_ count: Int, crashMessage: String) {
    crashRestore?.setCrashMessage(crashMessage)
    patience = count > 0 ? Self.patienceForUnsaved : EndTimer.usualPatience
    if signals != nil { EndTimer.setPatience(patience) }
  }

  /// Restores the terminal; may be called more than once.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    if !screen.isSuspended, screen.device.isInBackground {
      // The settings now belong to the shell.
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

  /// The next byte, or nil after a timeout in milliseconds or when the program must end.
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

  /// A wait that ends this many milliseconds late was frozen, by a debugger or a paused container.
  private static let frozen = 1000

  /// Waits until input is available or the deadline has passed.
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

  /// Handles pending signals; nil if there is nothing to report.
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

  /// Restores the terminal, stops the process, and resumes once it is in the foreground.
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
