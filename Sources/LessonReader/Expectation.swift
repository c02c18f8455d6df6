/// What should have stood in a course's file instead of what stands there.
public enum Expectation: Equatable, Sendable {
  // Of JSON itself.

  /// One of these, as they are typed.
  case symbols([String])
  case endOfFile
  case value
  case nameInQuotes
  case finiteNumber
  case digit
  /// A quotation mark before the line ends.
  case quoteInLine
  case escape
  case surrogatePair
  case hexadecimalDigits

  // Kinds of value.

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

  // Amounts.

  /// Numbers between two ends, as they are written.
  case between(String, String)
  case atLeast(String)
  /// A year from which on the entries go up.
  case yearsFrom(Int)
  case choices(ClosedRange<Int>)
  case items(ClosedRange<Int>)
  case severalChoices
  /// So many numbers, each between two ends, as they are written.
  indirect case numbers(ClosedRange<Int>, each: Expectation)

  // Lines of a figure.

  /// A setting, with an example.
  case setting
  /// Two ends, with an example.
  case ends
}

extension Expectation {
  /// Whole numbers in a range.
  static func between(_ range: ClosedRange<Int>) -> Expectation {
    .between("\(range.lowerBound)", "\(range.upperBound)")
  }

  /// Numbers in a range; whole ones are written without a point.
  static func between(_ range: ClosedRange<Double>) -> Expectation {
    let ends = [range.lowerBound, range.upperBound].map { end in
      Int(exactly: end).map(String.init) ?? "\(end)"
    }
    return .between(ends[0], ends[1])
  }
}
