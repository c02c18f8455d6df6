import TerminalUI
import Words

extension ReaderScreen {
  /// The keys of the text, while no figure has focus.
  ///
  /// - Parameters:
  ///   - hasFigures: Whether the section has figures.
  ///   - names: What keys are called.
  /// - Returns: Every key, the most useful ones first.
  static func keys(hasFigures: Bool, _ names: KeyNames) -> [KeyBinding] {
    typealias Does = Words.Reader.Keys
    return [
      KeyBinding([.space, .pageDown], Does.nextPage, footer: true),
      KeyBinding([.character("b"), .pageUp], Does.previousPage, footer: true),
      KeyBinding([.tab], Does.figure, footer: hasFigures),
      KeyBinding("/", Does.search, footer: true),
      KeyBinding([.enter], Does.term(names)),
      KeyBinding([.character("w"), .character("W")], Does.otherTerm, label: "w W"),
      KeyBinding("t", Does.contents, footer: true),
      KeyBinding("c", Does.cards, footer: true),
      KeyBinding([.character("1")], Does.answer, label: "1-9"),
      KeyBinding([.character("n"), .character("N")], Does.otherMatch, label: "n N"),
      KeyBinding([.down, .up], Does.line, label: "↓ ↑ j k"),
      KeyBinding([.right, .left], Does.otherSection, label: "→ ← l h"),
      KeyBinding([.character("g"), .character("G")], Does.ends, label: "g G"),
      KeyBinding([.shiftRight, .shiftLeft], Does.code, label: "> <"),
      KeyBinding("m", Does.bookmark), KeyBinding("'", Does.marks),
      KeyBinding("e", Does.note),
      KeyBinding([.backspace], Does.jumpBack),
      KeyBinding("u", Does.links), KeyBinding("y", Does.copy), KeyBinding("p", Does.plot),
      KeyBinding("q", Words.Common.back, footer: true),
    ]
  }
}
