extension Words {
  /// Actions of keys that several screens share, for footers and help pages.
  package enum Common {
    package static let back = "back"
    package static let move = "move"
    package static let ends = "first, last"
    package static let pages = "a page"
    package static let goThere = "go there"
    package static let tenfold = "the same, ten times as far"
    package static let reset = "reset"
  }
  /// Actions of keys in text fields.
  package enum Typing {
    package static let accept = "accept"
    package static let cancel = "cancel"
    package static let discard = "discard"
    package static let delete = "delete"
    package static let deleteWord = "delete a word"
    package static let deleteForward = "delete the next character"
    package static let newLine = "new line"
    package static let lineEnds = "beginning, end of the line"
    package static let clear = "clear"
  }
}
