import TerminalUI
import Words

/// Text input in the reader's last row.
struct ReaderPrompt: Sendable {
  /// The purpose of the text.
  enum Purpose: Sendable {
    case search, bookmark
  }

  let purpose: Purpose
  var field: TextField

  init(_ purpose: Purpose, _ text: String = "") {
    self.purpose = purpose
    field = TextField(text)
  }

  /// Draws into the page's last row.
  func draw(on page: inout Page, _ context: AppContext) {
    field.draw(purpose == .search ? "/" : Words.Reader.bookmarkPrompt, on: &page, context)
  }
}
