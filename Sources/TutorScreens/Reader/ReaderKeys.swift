import TerminalUI

extension ReaderScreen {
  /// The keys of the text, while no figure is held.
  ///
  /// - Parameter hasFigures: Whether the section has figures.
  /// - Returns: Every key, the most useful ones first.
  static func keys(hasFigures: Bool) -> [KeyBinding] {
    [
      KeyBinding([.space, .pageDown], "next page", footer: true),
      KeyBinding([.character("b"), .pageUp], "back", footer: true),
      KeyBinding([.tab], "figure", footer: hasFigures),
      KeyBinding("/", "search", footer: true),
      KeyBinding([.enter], "a marked term; Enter again explains it"),
      KeyBinding([.character("w"), .character("W")], "next or last marked term", label: "w W"),
      KeyBinding("t", "contents", footer: true),
      KeyBinding("c", "cards of this section", footer: true),
      KeyBinding([.character("1")], "answer the questions at the end", label: "1-9"),
      KeyBinding([.character("n"), .character("N")], "next or last match", label: "n N"),
      KeyBinding([.down, .up], "a line", label: "↓ ↑ j k"),
      KeyBinding([.right, .left], "next or last section", label: "→ ← l h"),
      KeyBinding([.character("g"), .character("G")], "top, bottom", label: "g G"),
      KeyBinding([.shiftRight, .shiftLeft], "move long code lines", label: "> <"),
      KeyBinding("m", "bookmark this place"), KeyBinding("'", "bookmarks and notes"),
      KeyBinding("e", "note on this section"),
      KeyBinding([.backspace], "back to where you jumped from"),
      KeyBinding("y", "copy the code in view"), KeyBinding("p", "this figure in the plot explorer"),
      KeyBinding("q", "home", footer: true),
    ]
  }
}
