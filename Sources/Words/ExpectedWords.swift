extension Words {
  /// The contents that a course's file should have, after "expected", "must be" or "use".
  package enum Expected {
    package static func symbols(_ symbols: [String]) -> String {
      symbols.map { "`\($0)`" }.joined(separator: " or ")
    }
    package static let endOfFile = "the end of the file"
    package static let value = "a value"
    package static let nameInQuotes = "a name in quotes"
    package static let finiteNumber = "a finite number"
    package static let digit = "a digit"
    package static let quoteInLine = "`\"` before the end of the line"
    package static let escape = "an escape such as `\\n` or `\\u00e9`"
    package static let surrogatePair = "a whole surrogate pair"
    package static let hexadecimalDigits = "four hexadecimal digits"

    package static let object = "an object"
    package static let text = "a text in quotes"
    package static let number = "a number"
    package static let wholeNumber = "a whole number"
    /// JSON's words.
    package static let truth = "true or false"
    package static let list = "a list"
    package static let listOfTexts = "a list of texts"
    /// Pairs of ids.
    package static let pairs = "pairs such as [\"1\", \"x\"]"
    package static let ascendingNumbers = "two ascending numbers"
    package static func word(_ words: [String]) -> String { words.joined(separator: ", ") }

    package static func between(_ low: String, _ high: String) -> String { "\(low) to \(high)" }
    package static func atLeast(_ low: String) -> String { "\(low) or more" }
    package static func years(from year: Int) -> String { "\(year) or later, in order" }
    package static func choices(_ low: Int, _ high: Int) -> String { "\(low) to \(high) choices" }
    package static func items(_ low: Int, _ high: Int) -> String { "\(low) to \(high) items" }
    package static let severalChoices = "two or more right choices and at least one wrong one"
    package static func numbers(_ low: Int, _ high: Int, each: String) -> String {
      let count = low == high ? "\(low)" : "\(low) to \(high)"
      return "\(count) numbers, each from \(each)"
    }

    package static let setting = "`alpha=0.2`"
    package static let ends = "`-6 to 6`"
  }
}
