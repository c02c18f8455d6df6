import CNcurses
import TerminalUI

/// Writes cells into ncurses' standard window.
struct Painter {
  /// Attributes and a colour pair.
  private typealias Ink = (attributes: attr_t, pair: Int16)

  private let isUTF8: Bool
  /// Every style's ink, by role and then by attributes.
  private let inks: [Ink]

  private static let attributeSets = 16

  /// Prepares the colours; they have been started if the theme has any.
  init(_ theme: Theme, isUTF8: Bool) {
    self.isUTF8 = isUTF8
    if theme.hasColor {
      for color in Theme.Color.allCases where color != .none {
        init_pair(color.rawValue, color.rawValue, -1)
      }
    }
    inks = Role.allCases.flatMap { role in
      (0..<Self.attributeSets).map { set in
        Self.ink(theme.look(of: Style(role, Attributes(rawValue: UInt8(set)))))
      }
    }
  }

  private static func ink(_ look: Theme.Look) -> Ink {
    var attributes: attr_t = 0
    if look.shapes.contains(.bold) { attributes |= shim_bold() }
    if look.shapes.contains(.dim) { attributes |= shim_dim() }
    if look.shapes.contains(.italic) { attributes |= shim_italic() }
    if look.shapes.contains(.underline) { attributes |= shim_underline() }
    if look.shapes.contains(.reverse) { attributes |= shim_reverse() }
    return (attributes, look.color.rawValue)
  }

  private func ink(_ style: Style) -> Ink {
    inks[
      Int(style.role.rawValue) * Self.attributeSets
        + Int(style.attributes.rawValue) % Self.attributeSets]
  }

  /// Writes what differs; places outside the window are left out.
  func paint(_ diff: FrameDiff, of frame: Frame) {
    let window = shim_stdscr()
    let width = min(frame.size.width, Int(getmaxx(window)))
    let height = Int(getmaxy(window))
    for stretch in diff.stretches where stretch.y < height {
      let row = stretch.y * frame.size.width
      for x in stretch.x..<max(stretch.x, min(stretch.x + stretch.length, width)) {
        put(frame.cells, row + x, x: x, y: stretch.y, width: width, in: window)
      }
    }
  }

  /// Writes one cell; the right half of a wide one is written with its left half.
  private func put(
    _ cells: [Cell], _ index: Int, x: Int, y: Int, width: Int, in window: WindowPointer
  ) {
    let cell = cells[index]
    if cell.width == 0, x > 0, cells[index - 1].width == 2 { return }
    let ink = ink(cell.style)
    if let byte = cell.glyph.printableASCII {
      write(wchar_t(byte), x: x, y: y, ink, in: window)
      return
    }
    guard cell.width > 0, x + Int(cell.width) <= width else {
      write(wchar_t(UInt8(ascii: " ")), x: x, y: y, ink, in: window)
      return
    }
    let glyph = Glyph(
      cell, isUTF8: isUTF8, limit: Int(CCHARW_MAX),
      systemWidth: { Int(shim_wcwidth(wchar_t(truncatingIfNeeded: $0.value))) })
    write(glyph.scalars, x: x, y: y, ink, in: window)
    if glyph.columns < Int(cell.width) {
      write(wchar_t(UInt8(ascii: " ")), x: x + 1, y: y, ink, in: window)
    }
  }

  /// Writes a code point that has no marks.
  private func write(
    _ scalar: wchar_t, x: Int, y: Int, _ ink: Ink, in window: WindowPointer
  ) {
    var cell = cchar_t()
    let text = (scalar, wchar_t(0))
    let isSet = withUnsafeBytes(of: text) { bytes in
      setcchar(
        &cell, bytes.assumingMemoryBound(to: wchar_t.self).baseAddress, ink.attributes, ink.pair,
        nil)
    }
    if isSet == OK { mvwadd_wchnstr(window, Int32(y), Int32(x), &cell, 1) }
  }

  /// Writes a code point with its marks.
  ///
  /// It neither wraps nor scrolls, not even in the last cell.
  private func write(
    _ scalars: [Unicode.Scalar], x: Int, y: Int, _ ink: Ink, in window: WindowPointer
  ) {
    var cell = cchar_t()
    let text = scalars.map { wchar_t(truncatingIfNeeded: $0.value) } + [0]
    guard setcchar(&cell, text, ink.attributes, ink.pair, nil) == OK else { return }
    mvwadd_wchnstr(window, Int32(y), Int32(x), &cell, 1)
  }
}

private typealias WindowPointer = UnsafeMutablePointer<WINDOW>?

extension Character {
  /// The grapheme's byte, if it is a printable ASCII character.
  fileprivate var printableASCII: UInt8? {
    let bytes = utf8
    guard bytes.count == 1, let byte = bytes.first, (0x20..<0x7F).contains(byte) else { return nil }
    return byte
  }
}
