package import TerminalUI

extension Words {
  /// Plain text: the session without a full-screen interface, and characters as words.
  package enum Plain {
    /// A line that prints the page once more.
    package static let again = "again"
    /// Before the first screen.
    package static func welcome(_ keys: KeyNames) -> String {
      "Type a key and press Enter. \(keys["?"]) lists the keys, \(keys["q"]) goes back. "
        + "An empty line is \(keys[.space]), the word \(again) repeats the page."
    }
    package static let unchanged = "Nothing changed."
    package static func noKey(_ line: String, _ keys: KeyNames) -> String {
      "'\(line)' is not a key. \(keys["?"]) lists the keys."
    }
    /// After a change that only removed lines.
    package static func removed(_ count: Int) -> String {
      count == 1 ? "1 line was removed." : "\(count) lines were removed."
    }
    /// Back on a long page that was printed before.
    package static let restUnchanged = "The page is as before; the word \(again) repeats it."

    // Parts of a page.

    /// Before a selected line.
    package static let selected = "selected: "
    /// The selected words, and the sentence that contains them.
    package static func selection(_ words: String, in sentence: String) -> String {
      sentence == words ? "Selected: \(words)" : "Selected: \(words), in: \(sentence)"
    }

    /// Characters with the words that are printed for them.
    package static let marks: [Character: String] = [
      "✓": "done ", "✗": "wrong ", "→": " to ", "←": " from ", "↔": " and ", "⇒": " implies ",
      "∞": "infinity", "≈": " about ", "×": " times ", "±": " plus or minus ", "≤": " at most ",
      "≥": " at least ", "≠": " not equal to ", "∈": " in ", "∝": " proportional to ", "›": ", ",
      "↑": " up ", "↓": " down ", "—": " - ", "•": "", "▸": "", "▾": "", "●": "", "○": "", "◔": "",
      "◑": "", "■": "", "□": "", "★": "", "♥": "", "♡": "",
    ]
    /// Between two factors.
    package static let times = " times "
  }
}
