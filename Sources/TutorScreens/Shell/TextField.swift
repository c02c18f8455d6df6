import TerminalUI
import Words

/// A one-line text field.
struct TextField: Hashable, Sendable {
  private(set) var text: String
  private static let longest = 200

  init(_ text: String = "") { self.text = text }

  /// An editing action.
  enum Edit: Sendable {
    case accept, cancel, deleteBackward, deleteWord, clear
  }

  /// The result of an edit.
  enum Outcome: Hashable {
    case editing, done, cancelled
  }

  /// The bindings of a field; no character has one, so that all can be typed.
  ///
  /// - Parameters:
  ///   - action: Makes the screen's action of an edit.
  ///   - isCancelledByDeleting: Whether Backspace in an empty field cancels.
  /// - Returns: Bindings for Enter, Esc and the keys that delete.
  func bindings<Action>(
    _ action: (Edit) -> Action, isCancelledByDeleting: Bool = true
  ) -> [KeyBinding<Action>] {
    [
      KeyBinding("accept", [.enter], action(.accept), Words.Typing.accept, footer: true),
      KeyBinding("cancel", [.escape], action(.cancel), Words.Typing.cancel, footer: true),
    ] + deletion(action, isCancelledByDeleting: isCancelledByDeleting) + [
      KeyBinding("clear", [.control("u")], action(.clear), Words.Typing.clear, when: !text.isEmpty)
    ]
  }

  /// The bindings of the keys that delete a character or a word.
  func deletion<Action>(
    _ action: (Edit) -> Action, isCancelledByDeleting: Bool = false
  ) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        "delete", [.backspace, .control("h")], action(.deleteBackward), Words.Typing.delete,
        when: isCancelledByDeleting || !text.isEmpty),
      KeyBinding(
        "delete-word", [.control("w")], action(.deleteWord), Words.Typing.deleteWord,
        when: !text.isEmpty),
    ]
  }

  /// Performs an edit; deleting from an empty field cancels.
  mutating func edit(_ edit: Edit) -> Outcome {
    switch edit {
    case .accept: return .done
    case .cancel: return .cancelled
    case .deleteBackward:
      if text.isEmpty { return .cancelled }
      text.removeLast()
    case .deleteWord:
      while text.last == " " { text.removeLast() }
      while let last = text.last, last != " " { text.removeLast() }
    case .clear: text = ""
    }
    return .editing
  }

  /// Appends a text, as much as fits.
  mutating func insert(_ added: String) {
    let room = max(0, Self.longest - text.unicodeScalars.count)
    text.unicodeScalars.append(
      contentsOf: added.filter { !$0.isControl }.unicodeScalars.prefix(room))
  }

  /// Draws the field into the page's last row, with the cursor after the text and a status message above it.
  func draw(_ label: String, on page: inout Page, _ context: AppContext) {
    let (width, row) = (page.frame.size.width, page.frame.size.height - 1)
    page.frame.fill(Rect(x: 0, y: row, width: width, height: 1))
    if let message = context.statusMessage { page.writeStatusMessage(message, to: row, context) }
    let start = page.frame.write(context.text(label), x: 1, y: row, .accent, .bold)
    let room = max(1, width - start - 2)
    let end = page.frame.write(context.text(text).end(columns: room), x: start, y: row)
    page.frame.cursor = Point(x: end, y: row)
  }
}

extension String {
  /// The last letters that fit into a number of columns.
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
