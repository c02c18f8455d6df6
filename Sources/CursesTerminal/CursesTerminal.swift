import CNcurses
public import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal, by ncurses: shows frames, hands over keys, and is restored whatever happens.
public final class CursesTerminal: Terminal {
  /// Whether colours are shown.
  public let hasColor: Bool
  private let isUTF8: Bool
  private let theme: Theme
  private let hasItalics: Bool
  private var shown: Frame?
  private var isOpen = true

  /// Takes the terminal over.
  ///
  /// - Parameters:
  ///   - colors: Which colours to use.
  ///   - noColor: Whether the environment asks for none.
  /// - Throws: `TerminalError` where there is no terminal, or none that can show screens.
  public init(colors: ColorMode, noColor: Bool) throws(TerminalError) {
    isUTF8 = Self.localeIsUTF8()
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard let screen = shim_open() else { throw .unknownTerminal(name) }
    guard shim_capability("cup") != nil else {
      endwin()
      delscreen(screen)
      throw .tooDumb(name)
    }
    set_escdelay(25)
    cbreak()
    noecho()
    nonl()
    keypad(shim_stdscr(), true)
    curs_set(0)
    let mayColor = colors != .never && !(noColor && colors == .auto)
    hasColor = mayColor && has_colors() && start_color() == OK && use_default_colors() == OK
    theme = Theme(hasColor: hasColor)
    hasItalics = shim_capability("sitm") != nil
    if hasColor {
      for color in Theme.Color.allCases where color != .none {
        init_pair(color.rawValue, color.rawValue, -1)
      }
    }
    Signals.install(restore: Self.restoreBytes)
  }

  deinit { close() }

  /// Whether the locale's characters are UTF-8; sets the locale from the environment.
  public static func localeIsUTF8() -> Bool {
    setlocale(LC_ALL, "")
    return shim_codeset().map { String(cString: $0) } == "UTF-8"
  }

  /// Gives the terminal back; may be called more than once.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    endwin()
  }

  /// Makes the next frame be sent whole.
  public func invalidate() {
    shown = nil
    clearok(shim_stdscr(), true)
  }

  private static var restoreBytes: [UInt8] {
    ["rmkx", "sgr0", "cnorm", "rmcup"].flatMap { name -> [UInt8] in
      guard let value = shim_capability(name) else { return [] }
      return Array(String(cString: value).utf8)
    } + Array("\r\n".utf8)
  }

  public var size: Size {
    Size(width: Int(getmaxx(shim_stdscr())), height: Int(getmaxy(shim_stdscr())))
  }

  public func nextInput(timeout: Int?) -> TerminalInput {
    while true {
      if let key = readKey() { return key }
      var waits = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: Signals.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waits, 2, timeout.map { Int32($0) } ?? -1)
      if count == 0 { return .timeout }
      if let notice = Signals.next() {
        switch notice {
        case .end: return .closed
        case .resize: return adoptSize()
        case .resume:
          invalidate()
          return adoptSize()
        }
      }
      let trouble = Int16(POLLHUP | POLLERR | POLLNVAL)
      if waits[0].revents & trouble != 0 { return .closed }
      if waits[0].revents & Int16(POLLIN) != 0 {
        // Readable without a byte: the other side has gone.
        guard let input = readKey(blocking: true) else { return .closed }
        return input
      }
    }
  }

  /// A key that has come; nil if there is none.
  private func readKey(blocking: Bool = false) -> TerminalInput? {
    wtimeout(shim_stdscr(), blocking ? 50 : 0)
    for _ in 0..<64 {
      var value: wint_t = 0
      let kind = wget_wch(shim_stdscr(), &value)
      if kind == ERR { return nil }
      if kind == KEY_CODE_YES {
        if Int32(value) == KEY_RESIZE { return adoptSize() }
        if let key = KeyDecoder.key(code: Int(value)) { return .key(key) }
      } else if value == 27, swallowSequence() {
        continue
      } else if let key = KeyDecoder.key(character: UInt32(value)) {
        return .key(key)
      }
    }
    return nil
  }

  /// Reads a control sequence that ncurses does not know, so that it is not taken for letters.
  ///
  /// - Returns: Whether there was one.
  private func swallowSequence() -> Bool {
    wtimeout(shim_stdscr(), 5)
    defer { wtimeout(shim_stdscr(), 0) }
    var value: wint_t = 0
    guard wget_wch(shim_stdscr(), &value) == OK else { return false }
    guard value == 91 || value == 79 else {
      unget_wch(wchar_t(value))
      return false
    }
    while wget_wch(shim_stdscr(), &value) == OK {
      if (0x40...0x7E).contains(value) { break }
    }
    return true
  }

  private func adoptSize() -> TerminalInput {
    var window = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 {
      resizeterm(Int32(window.ws_row), Int32(window.ws_col))
    }
    shown = nil
    return .resized
  }

  public func present(_ frame: Frame) {
    let old = shown?.size == frame.size ? shown : nil
    if old == nil { werase(shim_stdscr()) }
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width {
        let index = y * frame.size.width + x
        let cell = frame.cells[index]
        if old?.cells[index] != cell || old?.cells[index].width == 2 { put(cell, x: x, y: y) }
      }
    }
    shown = frame
    if let cursor = frame.cursor {
      curs_set(1)
      wmove(shim_stdscr(), Int32(cursor.y), Int32(cursor.x))
    } else {
      curs_set(0)
    }
    wrefresh(shim_stdscr())
  }

  private func put(_ cell: Cell, x: Int, y: Int) {
    guard cell.width > 0 else { return }
    var text: [wchar_t] = []
    if cell.glyph.isControl {
      text = [63]
    } else if isUTF8 || cell.glyph.isASCII {
      text = cell.glyph.unicodeScalars.prefix(5).map { wchar_t(bitPattern: $0.value) }
    } else {
      text = [63]
    }
    text.append(0)
    let (attributes, pair) = look(of: cell.style)
    _ = shim_add(Int32(y), Int32(x), text, attributes, pair)
  }

  private func look(of style: Style) -> (attr_t, Int16) {
    let (color, shapes) = theme.look(of: style.role)
    var attributes: attr_t = 0
    if shapes.contains(.bold) || style.attributes.contains(.bold) { attributes |= shim_bold() }
    if shapes.contains(.dim) { attributes |= shim_dim() }
    if shapes.contains(.underline) || style.attributes.contains(.underline) {
      attributes |= shim_underline()
    }
    if style.attributes.contains(.emphasis) {
      attributes |= hasItalics ? shim_italic() : shim_underline()
    }
    if shapes.contains(.reverse) != style.attributes.contains(.reverse) {
      attributes |= shim_reverse()
    }
    return (attributes, color == .none ? 0 : color.rawValue)
  }
}

extension wchar_t {
  fileprivate init(bitPattern value: UInt32) { self = wchar_t(truncatingIfNeeded: value) }
}
