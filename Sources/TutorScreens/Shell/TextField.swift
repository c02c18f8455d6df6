import TerminalUI

/// A line of text being typed.
struct TextField: Hashable, Sendable {
  private(set) var text: String
  private static let longest = 200

  init(_ text: String = "") { self.text = text }

  /// What a key did to the text.
  enum Outcome: Hashable {
    case editing, done, cancelled
  }

  /// Takes a key: letters add, Backspace takes away, Enter ends, Esc gives up.
  mutating func press(_ key: Key) -> Outcome {
    switch key {
    case .enter: return .done
    case .escape: return .cancelled
    case .backspace, .control("h"):
      if text.isEmpty { return .cancelled }
      text.removeLast()
    case .control("u"): text = ""
    case .control("w"):
      while text.last == " " { text.removeLast() }
      while let last = text.last, last != " " { text.removeLast() }
    case .character(let character):
      if text.unicodeScalars.count < Self.longest, !character.isControl { text.append(character) }
    default: break
    }
    return .editing
  }

  /// Adds a text at the end, as much as has room.
  mutating func insert(_ added: String) {
    let room = max(0, Self.longest - text.unicodeScalars.count)
    text.unicodeScalars.append(
      contentsOf: added.filter { !$0.isControl }.unicodeScalars.prefix(room))
  }

  /// Draws the field into the page's last row, with the cursor behind the text.
  func draw(_ label: String, on page: inout Page, _ context: AppContext) {
    let (width, row) = (page.frame.size.width, page.frame.size.height - 1)
    page.frame.fill(Rect(x: 0, y: row, width: width, height: 1))
    let start = page.frame.write(context.text(label), x: 1, y: row, .accent, .bold)
    let room = max(1, width - start - 2)
    let end = page.frame.write(context.text(text).end(columns: room), x: start, y: row)
    page.frame.cursor = Point(x: end, y: row)
  }
}

extension String {
  /// The letters at the end that have room in so many columns.
  fileprivate func end(columns: Int) -> String {
    var left = columns
    var start = endIndex
    while start > startIndex {
      let before = index(before: start)
      left -= self[before].columns
      if left < 0 { break }
      start = before
    }
    return String(self[start...])
  }
}
