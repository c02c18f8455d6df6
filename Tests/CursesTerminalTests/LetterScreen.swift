/// A terminal emulator that counts columns in different ways.
///
/// - Source: ECMA-48 and xterm's control sequences, as far as `TERM=xterm-256color` uses them.
struct LetterScreen {
  /// A way to count columns.
  enum Kind: CaseIterable {
    /// Per code point, by a current table.
    case codePoints
    /// Per code point, by the C library's table.
    case system
    /// Per grapheme: two columns for wide ones, one for all others.
    case graphemes
    /// Every code point takes one column, as in terminals without combining marks.
    case simple
  }

  let kind: Kind
  private(set) var rows: [[String]]
  /// The number of rows scrolled off the screen.
  private(set) var scrolled = 0
  private let columns: (Unicode.Scalar) -> Int
  private var (x, y) = (0, 0)
  private var wraps = true
  private var isWrapPending = false
  private var last: (x: Int, y: Int)?
  private var escape: String?

  init(_ kind: Kind, width: Int, height: Int, columns: @escaping (Unicode.Scalar) -> Int) {
    self.kind = kind
    self.columns = columns
    rows = Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  /// The text of each row without trailing spaces.
  var lines: [String] {
    rows.map { row in
      var text = row.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  mutating func feed(_ text: String) {
    for scalar in text.unicodeScalars { take(scalar) }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if escape != nil {
      escape?.unicodeScalars.append(scalar)
      endEscape(scalar)
      return
    }
    switch scalar {
    case "\u{1B}": escape = ""
    case "\r": (x, isWrapPending, last) = (0, false, nil)
    case "\n": lineFeed()
    case "\u{8}": (x, isWrapPending, last) = (max(0, x - 1), false, nil)
    case "\0"..<" ": break
    default: put(scalar)
    }
  }

  private mutating func endEscape(_ final: Unicode.Scalar) {
    guard let text = escape else { return }
    if text.hasPrefix("[") {
      guard text.count > 1, ("@"..."~").contains(final) else { return }
      control(String(text.dropFirst().dropLast()), final)
      escape = nil
    } else if !text.hasPrefix("(") || text.unicodeScalars.count == 2 {
      escape = nil
    }
  }

  private mutating func control(_ text: String, _ final: Unicode.Scalar) {
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    switch final {
    case "H":
      y = min(rows.count, max(1, numbers.first ?? 1)) - 1
      x = min(rows[0].count, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "J":
      rows = Array(repeating: Array(repeating: " ", count: rows[0].count), count: rows.count)
    case "h" where text == "?7": wraps = true
    case "l" where text == "?7": wraps = false
    default: return
    }
    (isWrapPending, last) = (false, nil)
  }

  private mutating func lineFeed() {
    (isWrapPending, last) = (false, nil)
    guard y == rows.count - 1 else { return y += 1 }
    scrolled += 1
    rows.append(Array(repeating: " ", count: rows.removeFirst().count))
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if kind == .graphemes, let last, joins(scalar, rows[last.y][last.x]) {
      rows[last.y][last.x].unicodeScalars.append(scalar)
      return
    }
    let width = kind == .simple ? max(1, columns(scalar)) : max(0, columns(scalar))
    if width == 0 {
      // A mark is added to the cell before the cursor.
      var column = isWrapPending ? x : max(0, x - 1)
      while column > 0, rows[y][column].isEmpty { column -= 1 }
      rows[y][column].unicodeScalars.append(scalar)
      return
    }
    if isWrapPending || x + width > rows[0].count {
      if wraps {
        x = 0
        lineFeed()
      } else {
        x = max(0, rows[0].count - width)
      }
    }
    clear(x, y)
    rows[y][x] = String(scalar)
    if width == 2, x + 1 < rows[0].count {
      clear(x + 1, y)
      rows[y][x + 1] = ""
    }
    last = (x, y)
    // Even without wrapping, the cursor is after the last cell until it moves: marks are added there.
    isWrapPending = x + width >= rows[0].count
    x = min(rows[0].count - 1, x + width)
  }

  private func joins(_ scalar: Unicode.Scalar, _ cell: String) -> Bool {
    !cell.isEmpty && (cell + String(scalar)).count == 1
  }

  /// Clears a cell, and the other half of a wide glyph.
  private mutating func clear(_ x: Int, _ y: Int) {
    if rows[y][x].isEmpty, x > 0 { rows[y][x - 1] = " " }
    if x + 1 < rows[y].count, rows[y][x + 1].isEmpty { rows[y][x + 1] = " " }
    rows[y][x] = " "
  }
}
