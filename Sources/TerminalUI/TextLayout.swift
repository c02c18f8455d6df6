/// A line of laid-out text with its position in the source.
public struct TextLine: Hashable, Sendable {
  /// The text of the line, from the left.
  public var runs: [Run]
  /// The number of characters of the source before this line.
  public var offset: Int

  public init(_ runs: [Run], offset: Int = 0) {
    self.runs = runs
    self.offset = offset
  }

  /// The columns of the line.
  public var width: Int { runs.reduce(0) { $0 + $1.text.displayWidth } }
  /// The line without styles.
  public var text: String { runs.map(\.text).joined() }
}

/// Breaks text into lines of a given width.
public enum TextLayout {
  /// Breaks styled text into lines: at spaces, after hyphens and slashes, between ideographs.
  ///
  /// A line neither begins with a closing bracket or another character that East Asian typography forbids there, nor
  /// ends with an opening one, unless there is no other break. A word longer than a line is broken between two
  /// graphemes.
  ///
  /// Spaces at a break are dropped, and a soft hyphen there becomes a hyphen. A line feed always starts a new line.
  ///
  /// - Parameters:
  ///   - runs: The text.
  ///   - width: The columns of a line; at least 1 is assumed.
  /// - Returns: At least one line, each with its offset in the source.
  public static func wrap(_ runs: [Run], width: Int) -> [TextLine] {
    LineBreaker(runs.withMarksJoined, width: max(1, width)).lines()
  }

  /// Breaks plain text; see the variant for styled text.
  public static func wrap(_ text: String, width: Int, style: Style = .plain) -> [TextLine] {
    wrap([Run(text, style: style)], width: width)
  }

  /// The text cut to a number of columns, with an ellipsis if something was cut.
  public static func truncate(_ text: String, width: Int, ellipsis: String = "…") -> String {
    let room = width - ellipsis.displayWidth
    var columns = 0
    var cut = text.startIndex
    // Only looks at as much text as fits, however long it is.
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
