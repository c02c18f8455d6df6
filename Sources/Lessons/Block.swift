/// A piece of a section, top to bottom.
public indirect enum Block: Hashable, Sendable {
  /// A heading; the section's title, its first heading, is not among its blocks.
  case heading(level: Int, Prose)
  case paragraph(Prose)
  case list(ListBlock)
  case quote([Block])
  /// A quote that GitHub marks with `[!NOTE]` or another of five words.
  case alert(Alert, [Block])
  /// Preformatted lines; the language is empty where none is given.
  case code(language: String, text: String)
  case table(TableBlock)
  /// Something that is drawn and can be held.
  case figure(Figure)
  /// Displayed mathematics on lines of its own: as text, and as the author typed it, delimiters included.
  case math(text: String, source: String)
  /// A thematic break.
  case rule
}

/// A footnote.
public struct Footnote: Hashable, Sendable {
  /// Its number as the text refers to it, in raised digits.
  public var mark: String
  /// What it says.
  public var blocks: [Block]

  /// Makes a footnote.
  public init(mark: String, blocks: [Block]) {
    self.mark = mark
    self.blocks = blocks
  }
}

/// What an alert is about.
public enum Alert: String, CaseIterable, Hashable, Sendable {
  case note, tip, important, warning, caution
}

/// A bulleted, numbered or task list.
public struct ListBlock: Hashable, Sendable {
  /// One entry of a list.
  public struct Item: Hashable, Sendable {
    /// What the entry holds.
    public var blocks: [Block]
    /// Whether a task is done; nil if the entry is no task.
    public var isDone: Bool?

    /// Makes an entry.
    public init(_ blocks: [Block], isDone: Bool? = nil) {
      self.blocks = blocks
      self.isDone = isDone
    }
  }

  /// Number of the first entry; nil for bullets.
  public var start: Int?
  /// The entries.
  public var items: [Item]
  /// Whether entries stand without blank lines between them.
  public var isTight: Bool

  /// Makes a list.
  public init(start: Int? = nil, items: [Item], isTight: Bool = true) {
    self.start = start
    self.items = items
    self.isTight = isTight
  }
}

/// A table: a header row and rows of as many cells.
public struct TableBlock: Hashable, Sendable {
  /// Where the text of a column stands.
  public enum Alignment: Hashable, Sendable {
    case left, center, right
  }

  /// One for each column.
  public var alignments: [Alignment]
  /// One cell for each column.
  public var header: [Prose]
  /// Rows of one cell for each column.
  public var rows: [[Prose]]

  /// Makes a table.
  public init(alignments: [Alignment], header: [Prose], rows: [[Prose]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

/// What a fenced `plot` block asks for: functions over a window.
public struct PlotFigure: Hashable, Sendable {
  /// Where the derivative goes.
  public enum Derivative: String, CaseIterable, Hashable, Sendable {
    /// It is not drawn.
    case none
    /// In a panel of its own under the function's.
    case stacked
    /// In the function's panel.
    case overlaid
    /// It is drawn instead of the function.
    case only
  }

  /// Ids of functions in the catalogue, at least one.
  public var functions: [String]
  /// Window in x.
  public var x: ClosedRange<Double>
  /// Window in y of the functions; nil to fit them.
  public var y: ClosedRange<Double>?
  /// Where the derivative goes.
  public var derivative: Derivative
  /// Values of the functions' parameters by name.
  public var parameters: [String: Double]
  /// What stands under the figure; may be empty.
  public var caption: String

  /// Makes a figure.
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

  /// A window from one end to the other; nil unless both are finite, the first is the lower one, and they differ by
  /// more than a billionth of the larger magnitude, so that a plot can tell its columns apart.
  public static func window(from low: Double, to high: Double) -> ClosedRange<Double>? {
    guard low.isFinite, high.isFinite, low < high else { return nil }
    // An infinite difference is one of doubles that lie on both sides of 0, far apart.
    guard high - low > 1e-9 * max(low.magnitude, high.magnitude) else { return nil }
    return low...high
  }

  /// The window if it can be drawn; see ``window(from:to:)``.
  public static func window(_ range: ClosedRange<Double>) -> ClosedRange<Double>? {
    window(from: range.lowerBound, to: range.upperBound)
  }
}
