extension Words {
  /// What a question shows before it asks: code, or measurements of a network.
  package enum Stem {
    /// Plain text: before lines of code.
    package static let code = "Code:"
    /// Plain text: before lines of a log.
    package static let log = "Log:"
    /// Above a plot: what it shows, and the name of its x axis.
    package static func curves(_ title: String, over x: String) -> String { "\(title) by \(x)" }
    /// Plain text: some values of a curve.
    package static func values(
      of name: String, over x: String, _ values: [(x: String, value: String)]
    ) -> String {
      "\(name): "
        + values.enumerated().map { index, pair in
          index == 0 ? "\(pair.value) at \(x) \(pair.x)" : "\(pair.value) at \(pair.x)"
        }.joined(separator: ", ") + "."
    }
    /// Above the bars of a histogram: the count of the longest one.
    package static func histogram(_ title: String, most: Int, of total: Int) -> String {
      "\(title); longest bar \(most) of \(total)"
    }
    /// Plain text: before the bins.
    package static func histogram(_ title: String) -> String { "\(title): " }
    /// Plain text: some neighbouring bins with the same share of all values.
    package static func bins(_ count: Int, from low: String, to high: String, percent: Int)
      -> String
    {
      count == 1
        ? "\(low) to \(high), \(percent) %"
        : "\(low) to \(high), \(percent) % in each of \(count) bins"
    }
    /// Under the bars.
    package static func outside(below: Int, above: Int) -> String {
      "\(below) below and \(above) above the range."
    }
  }
}
