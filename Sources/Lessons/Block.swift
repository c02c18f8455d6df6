/// A block of a section.
public indirect enum Block: Hashable, Sendable {
  /// A heading.
  ///
  /// The section's title, its first heading, is not among its blocks.
  case heading(level: Int, Prose)
  case paragraph(Prose)
  case list(ListBlock)
  case quote([Block])
  /// A quote that begins with `[!NOTE]` or another of GitHub's five kinds.
  case alert(Alert, [Block])
  /// Preformatted lines; the language is empty if none is given.
  case code(language: String, text: String)
  case table(TableBlock)
  /// An interactive figure.
  case figure(Figure)
  /// A question about a figure, which the learner sees after the answer.
  case prediction(Prediction)
  /// Questions of the deck that the learner answers in place, by their ids.
  case exercise([String])
  /// A link to an instrument that is a paragraph of its own, with the link's text.
  case instrument(address: String, words: String)
  /// Display mathematics: as text, and as the author typed it, delimiters included.
  case math(text: String, source: String)
  case rule
}

extension Block {
  /// The text of the block and of all blocks in it.
  public var plainText: String {
    switch self {
    case .heading(_, let prose), .paragraph(let prose): prose.plainText
    case .list(let list):
      list.items.flatMap(\.blocks).map(\.plainText).joined(separator: " ")
    case .quote(let blocks), .alert(_, let blocks):
      blocks.map(\.plainText).joined(separator: " ")
    case .code(_, let text), .math(let text, _): text
    case .table(let table):
      ([table.header] + table.rows).joined().map(\.plainText).joined(separator: " ")
    case .figure(let figure): figure.caption
    case .prediction(let prediction):
      [prediction.card(in: "").prompt, prediction.figure.caption].joined(separator: " ")
    case .exercise: ""
    case .instrument(_, let words): words
    case .rule: ""
    }
  }

  /// The number of words of its text.
  public var wordCount: Int { plainText.split(whereSeparator: \.isWhitespace).count }
}

public struct Footnote: Hashable, Sendable {
  /// The number in the text, in superscript digits.
  public var mark: String
  public var blocks: [Block]

  public init(mark: String, blocks: [Block]) {
    self.mark = mark
    self.blocks = blocks
  }
}

/// The kind of an alert.
public enum Alert: String, CaseIterable, Hashable, Sendable {
  case note, tip, important, warning, caution
}

/// A bulleted, numbered or task list.
public struct ListBlock: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public var blocks: [Block]
    /// Whether a task is done; nil if the item is not a task.
    public var isDone: Bool?

    public init(_ blocks: [Block], isDone: Bool? = nil) {
      self.blocks = blocks
      self.isDone = isDone
    }
  }

  /// Number of the first item; nil for bullets.
  public var start: Int?
  public var items: [Item]
  /// Whether items are not separated by blank lines.
  public var isTight: Bool

  public init(start: Int? = nil, items: [Item], isTight: Bool = true) {
    self.start = start
    self.items = items
    self.isTight = isTight
  }
}

/// A table: a header row, and rows of the same number of cells.
public struct TableBlock: Hashable, Sendable {
  /// The alignment of a column.
  public enum Alignment: Hashable, Sendable {
    case left, center, right
  }

  /// One per column.
  public var alignments: [Alignment]
  /// One cell per column.
  public var header: [Prose]
  /// Rows of one cell per column.
  public var rows: [[Prose]]

  public init(alignments: [Alignment], header: [Prose], rows: [[Prose]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

/// A fenced `plot` block: functions over a range of x.
public struct PlotFigure: Hashable, Sendable {
  public enum Derivative: String, CaseIterable, Hashable, Sendable {
    /// It is not drawn.
    case none
    /// In a panel under the function's.
    case stacked
    /// In the function's panel.
    case overlaid
    /// Instead of the function.
    case only
  }

  /// Ids of functions in the catalogue, at least one.
  public var functions: [String]
  /// The range of x.
  public var x: ClosedRange<Double>
  /// The range of y for the functions; nil to fit them.
  public var y: ClosedRange<Double>?
  public var derivative: Derivative
  /// Values of the functions' parameters by name.
  public var parameters: [String: Double]
  /// The text under the figure; may be empty.
  public var caption: String

  public init(
    functions: [String], x: ClosedRange<Double> = -6...6, y: ClosedRange<Double>? = nil,
    derivative: Derivative = .stacked, parameters: [String: Double] = [:], caption: String = ""
  ) {
    self.functions = functions
    self.x = x
    self.y = y
    self.derivative = derivative
    self.parameters = parameters
    self.caption = caption
  }

  /// A range that a plot can show; nil unless both ends are finite, the first is smaller, and they differ by more than
  /// a billionth of the larger magnitude, so that columns have different x.
  public static func window(from low: Double, to high: Double) -> ClosedRange<Double>? {
    guard low.isFinite, high.isFinite, low < high else { return nil }
    // Ends of opposite signs may be so far apart that their difference is infinite.
    guard high - low > 1e-9 * max(low.magnitude, high.magnitude) else { return nil }
    return low...high
  }

  /// The range if a plot can show it; see ``window(from:to:)``.
  public static func window(_ range: ClosedRange<Double>) -> ClosedRange<Double>? {
    window(from: range.lowerBound, to: range.upperBound)
  }
}
