package import TerminalUI

extension Words {
  /// The plot explorer.
  package enum Plot {
    /// The screen's name.
    package static let name = "Plot explorer"
    /// The screen's header; see ``curves(_:)``.
    package static func title(_ shown: String) -> String { "Plot · \(shown)" }
    /// Stands in the header for softmax on its own, which is no curve.
    package static let softmax = "Softmax"
    /// Stands in the header for one curve or several.
    package static func curves(_ names: [String]) -> String {
      names.count > 3
        ? "\(names[0]), \(names[1]) and \(names.count - 2) more"
        : names.joined(separator: " vs ")
    }
    /// The window from its left to its right edge.
    package static func window(from low: String, to high: String) -> String {
      "x \(low) to \(high)"
    }

    /// Answers the key that has the terminal report the mouse.
    package static func mouseOn(_ keys: KeyNames) -> String {
      "Mouse on: click, drag, wheel; \(keys["M"]) gives it back."
    }
    /// Answers the key that leaves the mouse to the terminal again.
    package static let mouseOff = "Mouse off."
    /// Said once a plot is in the clipboard.
    package static func copied(_ text: String) -> String { "Copied: \(text)" }

    /// Where there is no drawing: all functions, their names with commas between them.
    package static func functions(_ names: [String]) -> String {
      "Functions: \(names.joined(separator: ", "))"
    }
    /// Before a function's derivative in a narrow column.
    package static func slope(_ formula: String) -> String { "slope \(formula)" }
    /// Who introduced a function.
    package static func by(_ name: String) -> String { "by \(name)" }
    /// Stands where nobody is known to have introduced a function.
    package static let byNobody = "by nobody in particular"
    /// In the list of functions, of which a copy stays drawn.
    package static func kept(_ function: String) -> String { "\(function) (kept)" }
    /// In the list of functions, at its upper or lower end.
    package static func more(_ count: Int) -> String { "\(count) more" }

    /// What keys do.
    package enum Keys {
      /// What the arrows choose.
      package static let function = "function"
      package static let keep = "keep to compare"
      /// Whether SwiGLU's gate is drawn over both inputs or one.
      package static let gate = "plane or slice"
      /// `tutor plot` is a command and stays.
      package static let copy = "copy the plot as text for `tutor plot`"
      package static func inWords(_ keys: KeyNames) -> String {
        "in words; \(keys[.pageDown]) goes on"
      }
      package static let mouse = "mouse on, off"
    }
  }
}
