extension Words {
  /// What should have stood in a course's file: "expected …", "must be …", "use …".
  package enum Expected {
    /// One of these symbols.
    package static func symbols(_ symbols: [String]) -> String {
      symbols.map { "`\($0)`" }.joined(separator: " or ")
    }
    /// Nothing more.
    package static let endOfFile = "the end of the file"
    /// Any value of JSON.
    package static let value = "a value"
    /// The name of a member.
    package static let nameInQuotes = "a name in quotes"
    /// A number that is not too large.
    package static let finiteNumber = "a finite number"
    /// A digit of a number.
    package static let digit = "a digit"
    /// A text must end where its line ends.
    package static let quoteInLine = "`\"` before the end of the line"
    /// What may follow a backslash.
    package static let escape = "an escape such as `\\n` or `\\u00e9`"
    /// Both halves of a character in UTF-16.
    package static let surrogatePair = "a whole surrogate pair"
    /// What follows \u.
    package static let hexadecimalDigits = "four hexadecimal digits"

    /// Names and values in braces.
    package static let object = "an object"
    /// A text.
    package static let text = "a text in quotes"
    /// A number.
    package static let number = "a number"
    /// A number without a fraction.
    package static let wholeNumber = "a whole number"
    /// Yes or no; these are JSON's words.
    package static let truth = "true or false"
    /// Values in brackets.
    package static let list = "a list"
    /// Texts in brackets.
    package static let listOfTexts = "a list of texts"
    /// What belongs together, by ids.
    package static let pairs = "pairs such as [\"1\", \"x\"]"
    /// Two numbers, the smaller first.
    package static let ascendingNumbers = "two ascending numbers"
    /// One of these words.
    package static func word(_ words: [String]) -> String { words.joined(separator: ", ") }

    /// From one end to the other.
    package static func between(_ low: String, _ high: String) -> String { "\(low) to \(high)" }
    /// No less.
    package static func atLeast(_ low: String) -> String { "\(low) or more" }
    /// Years of a timeline.
    package static func years(from year: Int) -> String { "\(year) or later, in order" }
    /// How many answers to choose from.
    package static func choices(_ low: Int, _ high: Int) -> String { "\(low) to \(high) choices" }
    /// How many things to put in order or together.
    package static func items(_ low: Int, _ high: Int) -> String { "\(low) to \(high) items" }
    /// Where several choices are right.
    package static let severalChoices = "two or more right choices and a wrong one"
    /// So many numbers, and what each may be.
    package static func numbers(_ low: Int, _ high: Int, each: String) -> String {
      let count = low == high ? "\(low)" : "\(low) to \(high)"
      return "\(count) numbers, each from \(each)"
    }

    /// A parameter of a function and its value.
    package static let setting = "`alpha=0.2`"
    /// What a plot shows from left to right or from bottom to top.
    package static let ends = "`-6 to 6`"
  }
}
