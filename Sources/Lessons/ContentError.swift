/// An error in a course's files, with its location.
public struct ContentError: Error, Equatable, Sendable {
  public enum Problem: Equatable, Sendable {
    case missingFile
    case unreadable
    case empty
    case notUTF8
    /// The path leaves the course's folder.
    case unsafePath(String)
    case malformedJSON(expected: Expectation)
    case nestedTooDeeply
    case duplicateKey(String)
    case missingField(String)
    case wrongType(field: String, expected: Expectation)
    case emptyField(String)
    case wrongFormat(expected: String, found: String)
    case newerVersion(found: Int, known: Int)
    case badID(String)
    case duplicateID(String, firstLine: Int)
    /// A card in the deck, in that line, has the id of a retired one.
    case retiredID(String, line: Int)
    /// The deck has no card that could continue the reviews of a retired one.
    case unknownHeir(String)
    /// An id that something else in the course has.
    case usedID(String)
    case noSections
    case noCards
    /// No note can become a card; the reason is that of the first note.
    case noNotes(SkippedNote.Reason)
    /// The file is a deck of another program, or not a deck.
    case foreignDeck(ForeignDeck)
    case missingTitle
    /// The mind map is not a title and one nested list.
    case noMindMap
    /// A link that is not to a section, card or plot.
    case badLink(String)
    case unknownSection(String)
    case unknownCard(String)
    /// The deck has no question with that id that single keys can answer.
    case unknownQuestion(String)
    case unknownItem(String, in: String)
    /// The number of right choices is not one.
    case correctChoices(Int)
    case tooFew(field: String, needed: Int, found: Int)
    case badCloze
    /// A text without exactly one gap `___`.
    case badGap
    case badNumber(field: String)
    case outOfRange(field: String, allowed: Expectation)
    case unknownFunction(String, known: [String])
    case unknownParameter(String, known: [String])
    case unknownFigureKey(String, known: [String])
    /// A prediction is not followed by the figure that it hides.
    case noFigureAfterPrediction
    /// The questions of an exercise must be in the deck, and answered by keys or in a line of text.
    case unusableExercise(String)
    case badFigureValue(key: String, expected: Expectation)
    /// An unknown setting in the preferences file.
    case unknownSetting(String, known: [String])
    /// An unknown name of a key.
    case unknownKeyName(String)
    /// An unknown name of an action that a key could trigger.
    case unknownAction(String, known: [String])
  }

  /// The file, with the folder as it was given.
  public var file: String
  /// From 1.
  public var line: Int
  /// In characters, from 1.
  public var column: Int
  public var problem: Problem

  public init(file: String, line: Int = 1, column: Int = 1, _ problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }
}

/// The content that the reader expected at the location of an error.
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
  package static func between(_ range: ClosedRange<Int>) -> Expectation {
    .between("\(range.lowerBound)", "\(range.upperBound)")
  }

  /// A number in a range; integers are written without a decimal point.
  package static func between(_ range: ClosedRange<Double>) -> Expectation {
    let ends = [range.lowerBound, range.upperBound].map { end in
      Int(exactly: end).map(String.init) ?? "\(end)"
    }
    return .between(ends[0], ends[1])
  }
}
