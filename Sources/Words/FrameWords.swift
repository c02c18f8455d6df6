package import TerminalUI

extension Words {
  /// Header, footer and other parts that all screens share.
  package enum Frame {
    /// Behind the beginning of a text that is too long to show.
    package static func cut(bytes: Int) -> String { "… (truncated; \(bytes) bytes in total)" }

    package static func tooSmall(least: Size, size: Size) -> String {
      "tutor needs \(least.width)x\(least.height); this is \(size.width)x\(size.height)"
    }

    /// At the end of every footer: the key that lists all keys.
    package static let keys = "keys"
    /// The same in plain text.
    package static let allKeys = "all keys"
    /// Plain text: the footer.
    ///
    /// A binding is a key and its action.
    package static func footer(_ bindings: [String]) -> String {
      "Keys: " + bindings.joined(separator: ", ")
    }

    package static let scroll = "scroll"
    package static let open = "open"
    package static let openInLesson = "open in the lesson"

    /// Behind an arrow: the number of lines or keys that are out of view.
    package static func more(_ count: Int) -> String { "\(count) more" }
    package static func place(_ number: Int, of count: Int) -> String { "\(number) of \(count)" }

    /// Plain text: before something right.
    package static let right = "right:"
    /// Plain text: before something wrong.
    package static let wrong = "wrong:"
  }

  /// The page that lists all keys of a screen.
  package enum Help {
    package static let name = "Keys"
    package static func title(screen: String) -> String { "Keys · \(screen)" }

    /// Plain text: keys and what they do.
    package static func line(_ keys: [String], _ action: String) -> String {
      "\(keys.joined(separator: ", ")): \(action)"
    }

    package static let charset = "characters: ASCII, blocks, Braille"
    package static let redraw = "redraw the screen"
    package static let sleep = "suspend tutor; `fg` resumes it"
  }
}
