/// A line of laid-out text, and where in its source it begins.
public struct TextLine: Hashable, Sendable {
  /// What stands on the line, from the left.
  public var runs: [Run]
  /// Characters of the source before this line.
  public var offset: Int

  /// Makes a line.
  public init(_ runs: [Run], offset: Int = 0) {
    self.runs = runs
    self.offset = offset
  }

  /// Columns the line takes.
  public var width: Int { runs.reduce(0) { $0 + $1.text.displayWidth } }
  /// The line without its styles.
  public var text: String { runs.map(\.text).joined() }
}

/// Breaks text into lines of a given width.
public enum TextLayout {
  /// Breaks styled text into lines where the text allows it: at blanks, after hyphens and slashes,
  /// between ideographs.
  ///
  /// No line begins with a closing bracket or another
  /// character that East Asian typography keeps from there, and none ends with an opening one, unless
  /// it has room for nothing else. A word longer than a line is broken between two of its graphemes.
  ///
  /// Blanks at a break are dropped, and a soft hyphen there becomes a hyphen; a line feed in the text
  /// always begins a new line.
  ///
  /// - Parameters:
  ///   - runs: The text.
  ///   - width: Columns of a line; at least 1 is assumed.
  /// - Returns: At least one line; each knows how many characters of the source came before it.
  public static func wrap(_ runs: [Run], width: Int) -> [TextLine] {
    LineBreaker(runs.withMarksJoined, width: max(1, width)).lines()
  }

  /// Breaks plain text; see the form for styled text.
  public static func wrap(_ text: String, width: Int, style: Style = .plain) -> [TextLine] {
    wrap([Run(text, style: style)], width: width)
  }

  /// The text cut to a number of columns, with an ellipsis where something was cut.
  public static func truncate(_ text: String, width: Int, ellipsis: String = "…") -> String {
    let room = width - ellipsis.displayWidth
    var columns = 0
    var cut = text.startIndex
    // No more is looked at than has room, however long the text is.
    for index in text.indices {
      columns += text[index].columns
      if columns > width {
        return room < 0 ? "" : String(text[..<cut]).trimmingTrailingSpaces + ellipsis
      }
      if columns <= room { cut = text.index(after: index) }
    }
    return text
  }
}
