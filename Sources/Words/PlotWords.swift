package import TerminalUI

extension Words {
  /// The plot explorer.
  package enum Plot {
    package static let name = "Plot explorer"
    /// The header; see ``curves(_:)``.
    package static func title(_ shown: String) -> String { "Plot · \(shown)" }
    /// In the header, for softmax alone, which is not a curve.
    package static let softmax = "Softmax"
    package static func curves(_ names: [String]) -> String {
      names.count > 3
        ? "\(names[0]), \(names[1]) and \(names.count - 2) more"
        : names.joined(separator: " vs ")
    }
    package static func window(from low: String, to high: String) -> String {
      "x \(low) to \(high)"
    }

    package static func mouseOn(_ keys: KeyNames) -> String {
      "Mouse on: click, drag, wheel. \(keys["M"]) turns it off."
    }
    package static let mouseOff = "Mouse off."
    package static func copied(_ text: String) -> String { "Copied: \(text)" }

    /// Plain text: all functions.
    package static func functions(_ names: [String]) -> String {
      "Functions: \(names.joined(separator: ", "))"
    }
    package static func slope(_ formula: String) -> String { "slope \(formula)" }
    package static func by(_ name: String) -> String { "by \(name)" }
    package static let byUnknown = "author unknown"
    /// In the list of functions, behind one that stays drawn for comparison.
    package static func kept(_ function: String) -> String { "\(function) (kept)" }
    /// At the upper or lower end of the list of functions.
    package static func more(_ count: Int) -> String { "\(count) more" }

    /// Actions of keys.
    package enum Keys {
      package static let function = "function"
      package static let keep = "keep to compare"
      /// Whether SwiGLU's gate is drawn over both inputs or over one.
      package static let gate = "plane or slice"
      /// `tutor plot` is a command and is not translated.
      package static let copy = "copy the plot as text for `tutor plot`"
      package static func inWords(_ keys: KeyNames) -> String {
        "describe in words; \(keys[.pageDown]) continues"
      }
      package static let mouse = "mouse on, off"
    }
  }
}
