import TerminalUI
import Words

/// Text input in the reader's last row.
struct ReaderPrompt: Sendable {
  /// The purpose of the text.
  enum Purpose: Sendable {
    case search, bookmark
    /// The answer to the question with an id.
    case answer(String)
  }

  let purpose: Purpose
  var field: TextField

  init(_ purpose: Purpose, _ text: String = "") {
    self.purpose = purpose
    field = TextField(text)
  }

  /// Draws into the page's last row.
  func draw(on page: inout Page, _ context: AppContext) {
    let words =
      switch purpose {
      case .search: "/"
      case .bookmark: Words.Reader.bookmarkPrompt
      case .answer: Words.TextQuestions.prompt
      }
    field.draw(words, on: &page, context)
  }
}
