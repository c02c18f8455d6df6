/// What a cell means; the terminal decides how that looks.
///
/// Meaning never rests on the hue alone: whoever writes `right` or `wrong` cells also writes a mark.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Running text.
  case text
  /// A section's or a screen's title.
  case heading
  /// What the eye should find first: a key, a choice, a number that matters.
  case accent
  /// Inline code and code blocks.
  case code
  /// Quotations and asides.
  case quote
  /// What may be overlooked: hints, separators, past answers.
  case dim
  /// A right answer.
  case right
  /// A wrong answer.
  case wrong
  /// The first curve of a plot.
  case curve
  /// The second curve of a plot.
  case secondCurve
  /// The third curve of a plot.
  case thirdCurve
  /// A derivative.
  case slope
  /// Axes, ticks and labels of a plot.
  case axis
  /// The line or choice under the cursor.
  case selection
}

/// Letter shapes on top of a role.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Strong emphasis.
  public static let bold = Attributes(rawValue: 1)
  /// Emphasis; italics where the terminal has them, else an underline.
  public static let emphasis = Attributes(rawValue: 2)
  /// An underline.
  public static let underline = Attributes(rawValue: 4)
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 8)
}

/// How a piece of text is to look.
public struct Style: Hashable, Sendable {
  /// What it means.
  public var role: Role
  /// Letter shapes.
  public var attributes: Attributes

  /// Makes a style.
  public init(_ role: Role = .text, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// Running text without emphasis.
  public static let plain = Style()
}

/// A piece of text in one style.
public struct Run: Hashable, Sendable {
  /// The text; line feeds have no meaning here.
  public var text: String
  /// Its look.
  public var style: Style

  /// Makes a run.
  public init(_ text: String, _ role: Role = .text, _ attributes: Attributes = []) {
    self.text = text
    style = Style(role, attributes)
  }

  /// Makes a run in a given style.
  public init(_ text: String, style: Style) {
    self.text = text
    self.style = style
  }
}

extension [Run] {
  /// The runs with every mark in the run of the letter that it belongs to.
  ///
  /// Where styles change between a letter and its mark, both look like the letter.
  public var withMarksJoined: [Run] {
    // No grapheme goes on with a byte below that of U+0300, the first mark.
    guard dropFirst().contains(where: { $0.text.utf8.first.map { $0 >= 0xCC } ?? false }) else {
      return self
    }
    var runs: [Run] = []
    for run in self {
      var text = run.text[...]
      while let last = runs.last?.text.last, let first = text.first,
        (String(last) + String(first)).count == 1
      {
        runs[runs.count - 1].text.append(first)
        text.removeFirst()
      }
      if !text.isEmpty { runs.append(Run(String(text), style: run.style)) }
    }
    return runs
  }
}
