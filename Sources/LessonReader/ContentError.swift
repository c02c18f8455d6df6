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
    case badFigureValue(key: String, expected: Expectation)
    /// An unknown setting in the preferences file.
    case unknownSetting(String, known: [String])
    /// An unknown name of a key.
    case unknownKeyName(String)
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
