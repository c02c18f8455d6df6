import TerminalUI
import Words

/// A movement in a list, or in text that does not fit on the screen.
enum Move: Sendable {
  case up, down, pageUp, pageDown, first, last

  /// The index after the movement.
  ///
  /// - Parameters:
  ///   - index: The index before it.
  ///   - count: The number of entries.
  ///   - page: The number of entries on a page.
  /// - Returns: A valid index; 0 if there is no entry.
  func from(_ index: Int, of count: Int, page: Int = 10) -> Int {
    let wanted =
      switch self {
      case .up: index - 1
      case .down: index + 1
      case .pageUp: index - page
      case .pageDown: index + page
      case .first: 0
      case .last: count - 1
      }
    return max(0, min(count - 1, wanted))
  }

  /// The index after the movement in a list that wraps around.
  func around(_ index: Int, of count: Int) -> Int {
    switch self {
    case .up: (index + count - 1) % max(1, count)
    case .down: (index + 1) % max(1, count)
    default: from(index, of: count)
    }
  }
}

/// Bindings that several screens share.
extension KeyBinding {
  /// Leaves the screen.
  static func back(_ action: Action) -> KeyBinding {
    KeyBinding("back", [.escape, "q", .backspace], action, Words.Common.back, footer: true)
  }

  /// Moves the selection by one entry.
  static func move(
    _ action: (Move) -> Action, _ words: String = Words.Common.move, footer: Bool = true,
    when isAvailable: @autoclosure @escaping @Sendable () -> Bool = true
  ) -> KeyBinding {
    KeyBinding(
      [("up", [.up, "k"], action(.up)), ("down", [.down, "j"], action(.down))], words,
      footer: footer, when: isAvailable())
  }

  /// Selects the first or the last entry.
  static func ends(
    _ action: (Move) -> Action, when isAvailable: @autoclosure @escaping @Sendable () -> Bool = true
  ) -> KeyBinding {
    KeyBinding(
      [("first", ["g", .home], action(.first)), ("last", ["G", .end], action(.last))],
      Words.Common.ends,
      when: isAvailable())
  }

  /// Moves the selection by a page.
  static func pages(
    _ action: (Move) -> Action, when isAvailable: @autoclosure @escaping @Sendable () -> Bool = true
  ) -> KeyBinding {
    KeyBinding(
      [
        ("page-down", [.pageDown, .space], action(.pageDown)),
        ("page-up", [.pageUp, "b"], action(.pageUp)),
      ],
      Words.Common.pages, when: isAvailable())
  }

  /// Scrolls text.
  static func scroll(
    _ action: (Move) -> Action, footer: Bool = false,
    when isAvailable: @autoclosure @escaping @Sendable () -> Bool = true
  ) -> KeyBinding {
    KeyBinding(
      [("down", [.down, "j"], action(.down)), ("up", [.up, "k"], action(.up))], Words.Frame.scroll,
      footer: footer, when: isAvailable()
    ).also("page-down", [.pageDown], action(.pageDown)).also("page-up", [.pageUp], action(.pageUp))
  }
}
