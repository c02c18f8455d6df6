/// What a file should contain at the location of an error.
public enum Expectation: Equatable, Sendable {
  // JSON syntax.

  /// One of these symbols.
  case symbols([String])
  case endOfFile
  case value
  case nameInQuotes
  case finiteNumber
  case digit
  /// A quotation mark before the end of the line.
  case quoteInLine
  case escape
  case surrogatePair
  case hexadecimalDigits

  // Types of values.

  case object
  case text
  case number
  case wholeNumber
  case truth
  case list
  case listOfTexts
  case pairs
  case ascendingNumbers
  /// One of these words.
  case word([String])

  // Numbers and counts.

  /// A number between two ends, as they are written.
  case between(String, String)
  case atLeast(String)
  /// A year that is not before the previous entry's.
  case yearsFrom(Int)
  case choices(ClosedRange<Int>)
  case items(ClosedRange<Int>)
  case severalChoices
  /// A number of numbers, each between two ends.
  indirect case numbers(ClosedRange<Int>, each: Expectation)

  // Lines of a figure.

  /// A setting, with an example.
  case setting
  /// Two ends of a range, with an example.
  case ends
}

extension Expectation {
  /// An integer in a range.
  static func between(_ range: ClosedRange<Int>) -> Expectation {
    .between("\(range.lowerBound)", "\(range.upperBound)")
  }

  /// A number in a range; integers are written without a decimal point.
  static func between(_ range: ClosedRange<Double>) -> Expectation {
    let ends = [range.lowerBound, range.upperBound].map { end in
      Int(exactly: end).map(String.init) ?? "\(end)"
    }
    return .between(ends[0], ends[1])
  }
}
