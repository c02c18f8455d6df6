package import TerminalUI

extension Words {
  /// What stands around every screen.
  package enum Frame {
    /// Behind the beginning of a text that is too long to be shown.
    package static func cut(bytes: Int) -> String { "… (cut here; \(bytes) bytes in all)" }

    /// In a window that is too small for any screen.
    package static func tooSmall(least: Size, size: Size) -> String {
      "tutor needs \(least.width)x\(least.height); this is \(size.width)x\(size.height)"
    }

    /// At the end of every footer, behind its key: opens the list of all keys.
    package static let keys = "keys"
    /// The same where the screen is read out.
    package static let allKeys = "all keys"
    /// The footer where the screen is read out; each of the bindings is a key and what it does.
    package static func footer(_ bindings: [String]) -> String {
      "Keys: " + bindings.joined(separator: ", ")
    }

    /// What keys do: move a text that is longer than its room.
    package static let scroll = "scroll"
    /// What a key does: opens what is chosen.
    package static let open = "open"
    /// What a key does: shows the place in the lesson that a card is about.
    package static let openInLesson = "open in the lesson"

    /// Where a text is longer than its room, behind an arrow: lines or keys that are not in view.
    package static func more(_ count: Int) -> String { "\(count) more" }
    /// How far: the third of twelve things.
    package static func place(_ number: Int, of count: Int) -> String { "\(number) of \(count)" }

    /// Before something right where the screen is read out.
    package static let right = "right:"
    /// Before something wrong where the screen is read out.
    package static let wrong = "wrong:"
  }

  /// The page that names all keys of a screen.
  package enum Help {
    /// The page's name.
    package static let name = "Keys"
    /// Its title; the screen comes by its own name.
    package static func title(screen: String) -> String { "Keys · \(screen)" }

    /// What a key does: the next set of characters to draw with.
    package static let charset = "characters: ASCII, blocks, Braille"
    /// What a key does: repairs a screen that another program has written on.
    package static let redraw = "draw everything again"
    /// What a key does: hands the terminal back to the shell, whose command `fg` returns.
    package static let sleep = "put the tutor to sleep; `fg` wakes it"
  }
}
