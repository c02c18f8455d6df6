import TerminalUI
import Words

/// Where keys lead in a list, or in a text that is longer than its room.
enum Move: Sendable {
  case up, down, pageUp, pageDown, first, last

  /// The place in a list to which it leads.
  ///
  /// - Parameters:
  ///   - index: The place from which.
  ///   - count: How many entries there are.
  ///   - page: How many entries a page counts as.
  /// - Returns: A place in the list; 0 if it is empty.
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

  /// The same in a list whose end is followed by its beginning.
  func around(_ index: Int, of count: Int) -> Int {
    switch self {
    case .up: (index + count - 1) % max(1, count)
    case .down: (index + 1) % max(1, count)
    default: from(index, of: count)
    }
  }
}

/// Rows that tables of several screens share.
extension KeyBinding {
  /// Leaves the screen.
  static func back(_ action: Action) -> KeyBinding {
    KeyBinding([.escape, "q"], action, Words.Common.back, footer: true)
  }

  /// Moves a list's cursor by one.
  static func move(
    _ action: (Move) -> Action, footer: Bool = true,
    when isAvailable: @autoclosure @escaping @Sendable () -> Bool = true
  ) -> KeyBinding {
    KeyBinding(
      [([.up, "k"], action(.up)), ([.down, "j"], action(.down))], Words.Common.move, footer: footer,
      when: isAvailable())
  }

  /// Moves a list's cursor to the first and the last entry.
  static func ends(
    _ action: (Move) -> Action, when isAvailable: @autoclosure @escaping @Sendable () -> Bool = true
  ) -> KeyBinding {
    KeyBinding(
      [(["g", .home], action(.first)), (["G", .end], action(.last))], Words.Common.ends,
      when: isAvailable())
  }

  /// Moves a list's cursor by a page.
  static func pages(
    _ action: (Move) -> Action, when isAvailable: @autoclosure @escaping @Sendable () -> Bool = true
  ) -> KeyBinding {
    KeyBinding(
      [([.pageDown, .space], action(.pageDown)), ([.pageUp, "b"], action(.pageUp))],
      Words.Common.pages, when: isAvailable())
  }

  /// Moves a text that is longer than its room.
  static func scroll(
    _ action: (Move) -> Action, footer: Bool = false,
    when isAvailable: @autoclosure @escaping @Sendable () -> Bool = true
  ) -> KeyBinding {
    KeyBinding(
      [([.down, "j"], action(.down)), ([.up, "k"], action(.up))], Words.Frame.scroll,
      footer: footer, when: isAvailable()
    ).also([.pageDown], action(.pageDown)).also([.pageUp], action(.pageUp))
  }
}
