/// What is wrong with a course's files, and where.
public struct ContentError: Error, Equatable, Sendable {
  /// What is wrong.
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
    case noSections
    case noCards
    /// No note makes a card; the first one for this reason.
    case noNotes(SkippedNote.Reason)
    /// The file is of a kind that is no deck for this program.
    case foreignDeck(ForeignDeck)
    case missingTitle
    /// A mind map is a title and one nested list.
    case noMindMap
    /// A link that leads to no section, card or plot.
    case badLink(String)
    case unknownSection(String)
    case unknownCard(String)
    /// No question of that id can be answered by single keys.
    case unknownQuestion(String)
    case unknownItem(String, in: String)
    /// So many choices are right, and it should be one.
    case correctChoices(Int)
    case tooFew(field: String, needed: Int, found: Int)
    case badCloze
    /// A gap must be written as `___`, once.
    case badGap
    case badNumber(field: String)
    case outOfRange(field: String, allowed: Expectation)
    case unknownFunction(String, known: [String])
    case unknownParameter(String, known: [String])
    case unknownFigureKey(String, known: [String])
    case badFigureValue(key: String, expected: Expectation)
    /// A file of preferences has a setting that does not exist.
    case unknownSetting(String, known: [String])
    /// A key that no keyboard has.
    case unknownKeyName(String)
  }

  /// The file, as the reader was given its folder.
  public var file: String
  /// Line from 1.
  public var line: Int
  /// Column from 1, in characters.
  public var column: Int
  /// What is wrong.
  public var problem: Problem

  /// Makes an error.
  public init(file: String, line: Int = 1, column: Int = 1, _ problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }
}
