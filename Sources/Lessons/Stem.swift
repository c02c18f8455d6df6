/// What a question shows before it asks: code, or measurements of a network.
public enum Stem: Hashable, Sendable {
  /// Lines of Python.
  case code([String])
  /// Lines of a log.
  case log([String])
  case table(Table)
  case histogram(Histogram)
  case curves(Curves)

  /// Rows of one cell per column.
  public struct Table: Hashable, Sendable {
    public var header: [String]
    public var rows: [[String]]

    public init(header: [String], rows: [[String]]) {
      self.header = header
      self.rows = rows
    }
  }

  /// Counts in bins of equal width.
  public struct Histogram: Hashable, Sendable {
    /// What was counted.
    public var title: String
    /// The lower bound of the first bin and the upper bound of the last one.
    public var range: ClosedRange<Double>
    /// The number of values in each bin, not all 0.
    public var counts: [Int]
    /// The number of values below the range, and above it.
    public var below: Int, above: Int

    public init(
      title: String, range: ClosedRange<Double>, counts: [Int], below: Int = 0, above: Int = 0
    ) {
      self.title = title
      self.range = range
      self.counts = counts
      self.below = below
      self.above = above
    }

    /// The number of all values.
    public var total: Int { counts.reduce(below + above, +) }
  }

  /// Quantities in the course of training.
  public struct Curves: Hashable, Sendable {
    public struct Series: Hashable, Sendable {
      public var name: String
      /// One for each place, or fewer if it ended early.
      public var values: [Double]

      public init(name: String, values: [Double]) {
        self.name = name
        self.values = values
      }
    }

    /// What the curves show.
    public var title: String
    /// The name of the x axis, such as "epoch".
    public var x: String
    /// The x of the values, ascending.
    public var places: [Double]
    public var series: [Series]

    public init(title: String, x: String, places: [Double], series: [Series]) {
      self.title = title
      self.x = x
      self.places = places
      self.series = series
    }
  }

  // Bounds of what an author may write.

  /// Parts of one stem.
  public static let parts = 1...6
  /// Lines of code or of a log.
  public static let lines = 1...40
  /// Rows of a table, with its header.
  public static let rows = 2...20
  /// Columns of a table.
  public static let columns = 2...8
  /// Bins of a histogram.
  public static let bins = 2...30
  /// A count in a histogram.
  public static let counts = 0...1_000_000_000
  /// Curves in one plot.
  public static let series = 1...3
  /// Values of a curve.
  public static let values = 2...200
}

extension Stem {
  /// The part as lines of text, for programs that only have text.
  var textLines: [String] {
    switch self {
    case .code(let lines), .log(let lines): lines
    case .table(let table):
      ([table.header] + table.rows).map { $0.joined(separator: " | ") }
    case .histogram(let histogram):
      [
        "\(histogram.title), \(histogram.counts.count) bins from \(histogram.range.lowerBound) "
          + "to \(histogram.range.upperBound):",
        histogram.counts.map(String.init).joined(separator: " "),
      ]
    case .curves(let curves):
      [([curves.x] + curves.places.map { "\($0)" }).joined(separator: " ")]
        + curves.series.map { ([$0.name] + $0.values.map { "\($0)" }).joined(separator: " ") }
    }
  }
}
