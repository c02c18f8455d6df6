import TerminalUI
import Words

/// What is being typed into the reader's last row.
struct ReaderPrompt: Sendable {
  /// What it is typed for.
  enum Purpose: Sendable {
    case search, bookmark
  }

  /// What a key did.
  enum Outcome: Equatable {
    case editing, cancelled
    /// Enter was pressed behind this text.
    case done(String)
  }

  let purpose: Purpose
  private var field: TextField

  init(_ purpose: Purpose, _ text: String = "") {
    self.purpose = purpose
    field = TextField(text)
  }

  /// Takes a key.
  mutating func press(_ key: Key) -> Outcome {
    switch field.press(key) {
    case .editing: .editing
    case .cancelled: .cancelled
    case .done: .done(field.text)
    }
  }

  /// Adds a text that was pasted.
  mutating func insert(_ text: String) { field.insert(text) }

  /// Draws into the page's last row.
  func draw(on page: inout Page, _ context: AppContext) {
    field.draw(purpose == .search ? "/" : Words.Reader.bookmarkPrompt, on: &page, context)
  }
}
