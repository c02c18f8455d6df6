extension Words {
  /// What several screens say alike.
  ///
  /// All of these name what a key does, in footers and on help pages.
  package enum Common {
    /// One level out, to the screen before.
    package static let back = "back"
    /// Moves a list's cursor.
    package static let move = "move"
    /// Moves a list's cursor to the first entry, to the last one.
    package static let ends = "first, last"
    /// Moves a list's cursor by a page.
    package static let pages = "a page"
    /// Goes to the place that the list's cursor stands on.
    package static let goThere = "go there"
    /// Stands behind the row of keys that change a number.
    package static let tenfold = "the same, ten times as far"
    /// Takes back every change to a figure or an experiment.
    package static let asItWas = "as it was"
  }
  /// What keys do in a line of text that is being typed.
  package enum Typing {
    package static let accept = "accept"
    package static let cancel = "cancel"
    package static let delete = "delete"
    package static let deleteWord = "delete a word"
    package static let deleteForward = "delete the next character"
    package static let newLine = "new line"
    package static let lineEnds = "beginning, end of the line"
    package static let clear = "clear"
  }
}
