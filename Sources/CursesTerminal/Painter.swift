import CNcurses
import TerminalUI

/// Writes cells into ncurses' standard window.
struct Painter {
  /// Attributes and a colour pair.
  private typealias Ink = (attributes: attr_t, pair: Int16)

  private let isUTF8: Bool
  /// Every style's ink, by role and then by attributes.
  private let inks: [Ink]
  /// A blank of every ink.
  private let blanks: [cchar_t]

  /// What has been worked out for other graphemes than ASCII.
  private var glyphs: [GlyphKey: Letters] = [:]
  /// So many are remembered at most.
  private static let mostGlyphs = 4096

  private struct GlyphKey: Hashable {
    var grapheme: Grapheme
    var width: UInt8
  }

  /// A glyph as ncurses takes it, ended by zero, and the columns it fills.
  private struct Letters {
    var characters: [wchar_t]
    var columns: Int
  }

  private static let attributeSets = 16

  /// Prepares the colours; they have been started if the theme has any.
  init(_ theme: Theme, isUTF8: Bool) {
    self.isUTF8 = isUTF8
    if theme.hasColor {
      for color in Theme.Color.allCases where color != .none {
        init_pair(color.rawValue, color.index(in: theme.palette), -1)
      }
    }
    inks = Role.allCases.flatMap { role in
      (0..<Self.attributeSets).map { set in
        Self.ink(theme.look(of: Style(role, Attributes(rawValue: UInt8(set)))))
      }
    }
    blanks = inks.map { ink in
      var blank = cchar_t()
      setcchar(&blank, [wchar_t(UInt8(ascii: " ")), 0], ink.attributes, ink.pair, nil)
      return blank
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

  /// Where a style's ink is among all.
  private func place(of style: Style) -> Int {
    Int(style.role.rawValue) * Self.attributeSets
      + Int(style.attributes.rawValue) % Self.attributeSets
  }

  /// Writes what differs; places outside the window are left out.
  mutating func paint(_ diff: FrameDiff, of frame: Frame) {
    let window = shim_stdscr()
    let width = min(frame.size.width, Int(getmaxx(window)))
    let height = Int(getmaxy(window))
    var letters: [cchar_t] = []
    for stretch in diff.stretches where stretch.y < height {
      let row = stretch.y * frame.size.width
      letters.removeAll(keepingCapacity: true)
      for x in stretch.x..<max(stretch.x, min(stretch.x + stretch.length, width)) {
        put(frame.cells, row + x, x: x, width: width, into: &letters)
      }
      // It neither wraps nor scrolls, not even in the last cell.
      mvwadd_wchnstr(window, Int32(stretch.y), Int32(stretch.x), letters, Int32(letters.count))
    }
  }

  /// Adds one cell; the right half of a wide one comes with its left half.
  private mutating func put(
    _ cells: [Cell], _ index: Int, x: Int, width: Int, into letters: inout [cchar_t]
  ) {
    let cell = cells[index]
    if cell.width == 0, x > 0, cells[index - 1].width == 2 { return }
    let place = place(of: cell.style)
    var letter = blanks[place]
    if let byte = cell.grapheme.printableASCII {
      letter.chars.0 = wchar_t(byte)
      letters.append(letter)
      return
    }
    guard cell.width > 0, x + Int(cell.width) <= width else {
      letters.append(letter)
      return
    }
    let glyph = self.letters(for: cell)
    setcchar(&letter, glyph.characters, inks[place].attributes, inks[place].pair, nil)
    letters.append(letter)
    if glyph.columns < Int(cell.width) { letters.append(blanks[place]) }
  }

  private mutating func letters(for cell: Cell) -> Letters {
    let key = GlyphKey(grapheme: cell.grapheme, width: cell.width)
    if let known = glyphs[key] { return known }
    let glyph = Glyph(
      cell, isUTF8: isUTF8, limit: Int(CCHARW_MAX),
      systemWidth: { Int(shim_wcwidth(wchar_t(truncatingIfNeeded: $0.value))) })
    let letters = Letters(
      characters: glyph.scalars.map { wchar_t(truncatingIfNeeded: $0.value) } + [0],
      columns: glyph.columns)
    if glyphs.count < Self.mostGlyphs { glyphs[key] = letters }
    return letters
  }
}
