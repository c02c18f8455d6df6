/// A key press.
public enum Key: Hashable, Sendable {
  /// A printable character, after the keyboard's layout and modifiers.
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right
  /// An arrow key with shift.
  case shiftLeft, shiftRight
  case home, end, pageUp, pageDown
  /// The control key with a letter, in lower case.
  case control(Character)
  /// A function key, from 1.
  case function(Int)
  /// A mouse event, while the terminal reports the mouse.
  case pointer(Pointer)

  /// The space bar.
  public static let space = Key.character(" ")

  /// The digits from 1 to 9.
  public static let digits: [Key] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

  /// The digit from 0 to 9, if the key is one.
  public var digit: Int? {
    if case .character(let character) = self, character.isASCII {
      return character.wholeNumberValue
    }
    return nil
  }
}

extension Key {
  /// Parses a key as used on the command line: `Down`, `PageUp`, `Enter`, `C-l`, `x`.
  ///
  /// - Parameter word: A name from ``names``, `Space`, `C-` and a letter, `F` and a number, or one character.
  public init?(word: String) {
    if let key = Key.names[word] {
      self = key
    } else if word.count == 1, let character = word.first {
      self = .character(character)
    } else if word.count == 3, word.hasPrefix("C-"), let letter = word.lowercased().last {
      self = .control(letter)
    } else if word.first == "F", let number = Int(word.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// Keys with names.
  public static let names: [String: Key] = [
    "Enter": .enter, "Esc": .escape, "Tab": .tab, "BackTab": .backTab, "Backspace": .backspace,
    "Delete": .delete, "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home,
    "End": .end, "PageUp": .pageUp, "PageDown": .pageDown, "Space": .space,
    "ShiftLeft": .shiftLeft, "ShiftRight": .shiftRight,
  ]

  /// The key's name on screen.
  ///
  /// - Parameter charset: Determines whether arrows are shown as glyphs.
  /// - Returns: A short name.
  public func label(_ charset: Charset) -> String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: charset.pick("↵", "Enter")
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: charset.pick("⌫", "Backspace")
    case .delete: "Del"
    case .up: charset.pick("↑", "Up")
    case .down: charset.pick("↓", "Down")
    case .left: charset.pick("←", "Left")
    case .right: charset.pick("→", "Right")
    case .shiftLeft: charset.pick("⇧←", "Shift-Left")
    case .shiftRight: charset.pick("⇧→", "Shift-Right")
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .function(let number): "F\(number)"
    case .pointer: "Mouse"
    }
  }
}
