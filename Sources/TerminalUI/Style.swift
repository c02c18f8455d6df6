/// The meaning of a cell, which the terminal maps to a look.
///
/// Meaning never depends on colour alone: `right` and `wrong` cells are accompanied by a mark.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Running text.
  case text
  /// The title of a section or screen.
  case heading
  /// The most important text: a key, a choice, a key figure.
  case accent
  /// Inline code and code blocks.
  case code
  /// Quotations and asides.
  case quote
  /// Secondary text: hints, separators, past answers.
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
  /// The selected line or choice.
  case selection
}

/// Text attributes in addition to a role.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Strong emphasis.
  public static let bold = Attributes(rawValue: 1)
  /// Emphasis: italics if the terminal supports them, otherwise an underline.
  public static let emphasis = Attributes(rawValue: 2)
  public static let underline = Attributes(rawValue: 4)
  /// Swaps foreground and background.
  public static let reverse = Attributes(rawValue: 8)
  /// Not visible: the line continues the paragraph of the line above, so that plain text can undo the wrapping.
  public static let softWrapped = Attributes(rawValue: 16)
  /// Not visible, with ``softWrapped``: no space was dropped at the break.
  public static let joined = Attributes(rawValue: 32)
  /// Not visible: a hyphen that is there only because of a break.
  public static let breakHyphen = Attributes(rawValue: 64)

  /// The attributes that a terminal shows.
  public var visible: Attributes { intersection([.bold, .emphasis, .underline, .reverse]) }
}

/// The style of a piece of text.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var attributes: Attributes

  public init(_ role: Role = .text, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// Running text without emphasis.
  public static let plain = Style()
}

/// A piece of text in one style.
public struct Run: Hashable, Sendable {
  /// The text; must not contain line feeds.
  public var text: String
  public var style: Style

  public init(_ text: String, _ role: Role = .text, _ attributes: Attributes = []) {
    self.text = text
    style = Style(role, attributes)
  }

  public init(_ text: String, style: Style) {
    self.text = text
    self.style = style
  }
}

extension [Run] {
  /// The runs, with every combining mark moved to the run of its base character.
  ///
  /// If the style changes between a letter and its mark, both get the letter's style.
  public var withMarksJoined: [Run] {
    // Only bytes from that of U+0300, the first combining mark, can continue a grapheme.
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
