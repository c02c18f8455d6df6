import CNcurses
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The ncurses part of a terminal: its modes and its window.
///
/// Keys are read without ncurses, by ``KeyReader``.
final class CursesScreen {
  let device: TerminalDevice
  let hasColor: Bool
  private let screen: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]
  private let painter: Painter
  private let canHideCursor: Bool
  private var shown: Frame?
  /// The position of the cursor; nil if unknown.
  private var cursor: Point?

  /// Starts ncurses.
  ///
  /// - Parameters:
  ///   - device: The terminal's files.
  ///   - name: Its type, already checked.
  ///   - colors: The colour mode.
  ///   - isUTF8: Whether it accepts more than ASCII.
  /// - Throws: `unknownTerminal` if ncurses cannot use it.
  init(_ device: TerminalDevice, name: String, colors: ColorMode, isUTF8: Bool)
    throws(TerminalError)
  {
    self.device = device
    files = Self.streams(of: device)
    let environment = Self.chooseSize(of: device)
    defer { environment.restore() }
    guard files.count == 2, let screen = newterm(name, files[1], files[0]) else {
      for file in files { fclose(file) }
      throw .unknownTerminal(name: name)
    }
    self.screen = screen
    hasColor =
      colors != .never && has_colors() && start_color() == OK && use_default_colors() == OK
      && shim_colors() >= 8
    let theme = Theme(
      hasColor: hasColor, hasItalics: Capabilities.bytes("sitm") != nil,
      palette: Theme.Palette(ofColors: Int(shim_colors()), colors))
    painter = Painter(DrawingCodes(theme), isUTF8: isUTF8)
    canHideCursor = curs_set(0) != ERR
    setModes()
    adoptSize()
    device.send(Capabilities.pasteOn)
  }

  /// Limits the initial size of ncurses, which allocates memory for every cell.
  ///
  /// - Returns: The variables to restore after ncurses has started.
  private static func chooseSize(of device: TerminalDevice) -> SizeVariables {
    let isAbsurd = device.exceedsLargest
    // The variables override the window, so they are only used if set here.
    use_env(isAbsurd)
    // Without the window size, ncurses would use terminfo, which has no size for the Linux console.
    use_tioctl(!isAbsurd)
    return SizeVariables(isAbsurd ? device.size : nil)
  }

  /// Opens separate streams, so that closing them does not close the program's own.
  private static func streams(of device: TerminalDevice) -> [UnsafeMutablePointer<FILE>] {
    [(device.input, "r"), (device.output, "w")].compactMap { file, mode in
      let copy = fcntl(file, F_DUPFD_CLOEXEC, 3)
      guard copy >= 0 else { return nil }
      let stream = fdopen(copy, mode)
      if stream == nil { close(copy) }
      return stream
    }
  }

  private func setModes() {
    cbreak()
    noecho()
    nonl()
    keypad(shim_stdscr(), true)
    // Shows every frame completely, even when more keys are waiting.
    typeahead(-1)
    device.freeKeys()
    def_prog_mode()
  }

  /// The maximum size that is drawn; a larger window is filled partly.
  static let most = Size(width: 1000, height: 1000)

  /// Columns and rows, up to the maximum.
  var size: Size {
    Size(
      width: min(Int(getmaxx(shim_stdscr())), Self.most.width),
      height: min(Int(getmaxy(shim_stdscr())), Self.most.height))
  }

  /// Adopts the window's size and invalidates its contents.
  func adoptSize() {
    if let (width, height) = device.size {
      resize_term(min(height, Int32(Self.most.height)), min(width, Int32(Self.most.width)))
    }
    invalidate()
  }

  /// Clears the screen and sends the next frame completely.
  func invalidate() {
    shown = nil
  }

  /// Shows a frame.
  func present(_ frame: Frame) {
    if shown?.size != frame.size { clear(for: frame.size) }
    let diff = FrameDiff(from: shown, to: frame)
    shown = frame
    var bytes = painter.bytes(for: diff, of: frame, in: size)
    let isVisible = frame.cursor.map { isInside($0) } ?? false
    let focus = frame.focus.flatMap { isInside($0) ? $0 : nil }
    // Without focus, a cursor that cannot be hidden is parked in the last row.
    let rest = focus ?? (canHideCursor ? nil : Point(x: 0, y: size.height - 1))
    let place = isVisible ? frame.cursor : rest
    if let place, place != cursor || !bytes.isEmpty { bytes += painter.position(place) }
    cursor = place
    device.send(bytes)
    if canHideCursor { curs_set(isVisible ? 1 : 0) }
  }

  private func isInside(_ point: Point) -> Bool {
    (0..<size.width).contains(point.x) && (0..<size.height).contains(point.y)
  }

  /// Makes ncurses resume the screen if it is suspended, and clear it.
  private func clear(for size: Size) {
    clearok(shim_stdscr(), true)
    wrefresh(shim_stdscr())
    shown = Frame(size)
    cursor = nil
  }

  /// Whether the terminal is suspended.
  var isSuspended: Bool { isendwin() }

  /// Whether mouse reports are enabled.
  private var usesMouse = false

  /// Enables or disables reports of buttons, drags and the wheel, in SGR form (xterm, ctlseqs).
  func useMouse(_ isUsed: Bool) {
    usesMouse = isUsed
    device.send(isUsed ? Capabilities.mouseOn : Capabilities.mouseOff)
  }

  /// Suspends ncurses and restores the terminal.
  func suspend() {
    guard !isSuspended else { return }
    if usesMouse { device.send(Capabilities.mouseOff) }
    device.send(Capabilities.pasteOff)
    // Without a former screen, the shell continues in the last row.
    if shown != nil, Capabilities.bytes("rmcup") == nil {
      device.send(
        painter.position(Point(x: 0, y: size.height - 1)) + (Capabilities.bytes("el") ?? []))
    }
    endwin()
  }

  /// Resumes ncurses; the next frame is sent completely.
  func resume() {
    // ncurses restores its modes with the next frame, but only after endwin.
    suspend()
    reset_prog_mode()
    if usesMouse { device.send(Capabilities.mouseOn) }
    device.send(Capabilities.pasteOn)
    adoptSize()
  }

  /// Frees ncurses' memory; the terminal must be suspended.
  func free() {
    delscreen(screen)
    for file in files { fclose(file) }
  }
}

/// Temporary values of the environment variables `LINES` and `COLUMNS`.
private struct SizeVariables {
  private var former: [(name: String, value: String?)] = []

  /// Sets them; nil changes nothing.
  init(_ size: (width: Int32, height: Int32)?) {
    guard let size else { return }
    for (name, value) in [("LINES", size.height), ("COLUMNS", size.width)] {
      former.append((name, getenv(name).map { String(cString: $0) }))
      setenv(name, String(value), 1)
    }
  }

  func restore() {
    for (name, value) in former {
      if let value { setenv(name, value, 1) } else { unsetenv(name) }
    }
  }
}
