import CNcurses
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// ncurses' side of a terminal: its modes and its window.
///
/// Keys are read past ncurses, by ``KeyReader``.
final class CursesScreen {
  let device: TerminalDevice
  let hasColor: Bool
  private let screen: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]
  private let painter: Painter
  private let canHideCursor: Bool
  private var shown: Frame?
  /// Where the cursor has been put; nil if nobody knows.
  private var cursor: Point?

  /// Takes a terminal over.
  ///
  /// - Parameters:
  ///   - device: Its files.
  ///   - name: Its kind, which has been checked.
  ///   - colors: Which colours to use if there are any.
  ///   - isUTF8: Whether it takes more than ASCII.
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

  /// Has ncurses begin with the window's size, or with the largest that is drawn on: it takes memory for every cell.
  ///
  /// - Returns: What to restore once ncurses has begun.
  private static func chooseSize(of device: TerminalDevice) -> SizeVariables {
    let isAbsurd = device.exceedsLargest
    // The variables would count before the window, so they are looked at only where they are set here.
    use_env(isAbsurd)
    // Without the window ncurses would ask terminfo alone, which names no size for the Linux console.
    use_tioctl(!isAbsurd)
    return SizeVariables(isAbsurd ? device.size : nil)
  }

  /// Streams of their own, so that closing them leaves the program's alone.
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
    // A frame is always shown whole, even when more keys wait.
    typeahead(-1)
    device.freeKeys()
    def_prog_mode()
  }

  /// The largest screen that is drawn on; a window that claims to be larger gets a part filled.
  static let most = Size(width: 1000, height: 1000)

  /// Columns and rows, as far as they are drawn on.
  var size: Size {
    Size(
      width: min(Int(getmaxx(shim_stdscr())), Self.most.width),
      height: min(Int(getmaxy(shim_stdscr())), Self.most.height))
  }

  /// Takes the window's size and forgets what it shows.
  func adoptSize() {
    if let (width, height) = device.size {
      resize_term(min(height, Int32(Self.most.height)), min(width, Int32(Self.most.width)))
    }
    invalidate()
  }

  /// Makes the next frame be sent whole, on a screen cleared before.
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
    // A cursor that cannot be hidden waits in the last row.
    let place = isVisible ? frame.cursor : canHideCursor ? nil : Point(x: 0, y: size.height - 1)
    if let place, place != cursor || !bytes.isEmpty { bytes += painter.position(place) }
    cursor = place
    device.send(bytes)
    if canHideCursor { curs_set(isVisible ? 1 : 0) }
  }

  private func isInside(_ point: Point) -> Bool {
    (0..<size.width).contains(point.x) && (0..<size.height).contains(point.y)
  }

  /// Has ncurses take the screen if it is given back, and clear it.
  private func clear(for size: Size) {
    clearok(shim_stdscr(), true)
    wrefresh(shim_stdscr())
    shown = Frame(size)
    cursor = nil
  }

  /// Whether the terminal has been given back.
  var isSuspended: Bool { isendwin() }

  /// Whether the terminal reports the mouse while it is the program's.
  private var usesMouse = false

  /// Has the terminal report buttons, drags and the wheel, in SGR form (xterm, ctlseqs).
  func useMouse(_ isUsed: Bool) {
    usesMouse = isUsed
    device.send(isUsed ? Capabilities.mouseOn : Capabilities.mouseOff)
  }

  /// Gives the terminal back for a while.
  func suspend() {
    guard !isSuspended else { return }
    if usesMouse { device.send(Capabilities.mouseOff) }
    device.send(Capabilities.pasteOff)
    // Where no former screen comes back, the shell goes on in the last row.
    if shown != nil, Capabilities.bytes("rmcup") == nil {
      device.send(
        painter.position(Point(x: 0, y: size.height - 1)) + (Capabilities.bytes("el") ?? []))
    }
    endwin()
  }

  /// Takes the terminal again; the next frame is sent whole.
  func resume() {
    // ncurses does the rest with the next frame, but only if it believes the terminal given back.
    suspend()
    reset_prog_mode()
    if usesMouse { device.send(Capabilities.mouseOn) }
    device.send(Capabilities.pasteOn)
    adoptSize()
  }

  /// Frees what ncurses holds; the terminal must have been given back.
  func free() {
    delscreen(screen)
    for file in files { fclose(file) }
  }
}

/// The environment's `LINES` and `COLUMNS`, changed for a while.
private struct SizeVariables {
  private var former: [(name: String, value: String?)] = []

  /// Sets them; changes nothing if there is no size.
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
