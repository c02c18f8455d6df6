import Activations
import CursesTerminal
import Figures
import Foundation
import LearnerRecord
import LessonReader
import TerminalUI
import TutorScreens
import Words

/// An error message for a person, with its exit status.
struct Failure: Error {
  let sentence: String
  let status: Int32

  /// Statuses of sysexits.h, and 1 for everything else.
  enum Status {
    static let badContent: Int32 = 65
    static let noInput: Int32 = 66
    static let usage: Int32 = 64
    static let cannotWrite: Int32 = 73
    static let general: Int32 = 1
    /// Standard output was closed by its reader; shells report `SIGPIPE` like this.
    ///
    /// There is no message.
    static let closedPipe: Int32 = 141
  }

  init(_ sentence: String, status: Int32 = Status.general) {
    self.sentence = sentence.withVisibleControls
    self.status = status
  }

  init(_ error: ContentError) {
    // An error about the file as a whole has no line.
    if case .foreignDeck = error.problem {
      self.init("\(error.file): \(error.problem.sentence)", status: Status.badContent)
      return
    }
    let place = "\(error.file):\(error.line):\(error.column)"
    self.init("\(place): \(error.problem.sentence)", status: Self.status(of: error.problem))
  }

  private static func status(of problem: ContentError.Problem) -> Int32 {
    switch problem {
    case .missingFile, .unreadable: Status.noInput
    default: Status.badContent
    }
  }

  init(_ error: RecordError) {
    switch error {
    case .cannotOpen(let path, .noRecord):
      self.init(Words.Files.noRecord(path), status: Status.noInput)
    case .newerFormat(let path, let found, let known):
      self.init(
        Words.Failures.newerRecord(path: path, found: found, known: known),
        status: Status.badContent)
    case .notARecord(let path):
      self.init(Words.Failures.notARecord(path: path), status: Status.badContent)
    case .isLink(let path):
      self.init(Words.Failures.isLink(path: path), status: Status.cannotWrite)
    case .busy(let path):
      self.init(Words.Failures.busy(path: path), status: Status.cannotWrite)
    case .cannotOpen(let path, let reason):
      self.init(
        Words.Failures.cannotOpenRecord(path: path, reason: reason.sentence),
        status: Status.cannotWrite)
    case .badLine(let file, let line, let error):
      self.init("\(file):\(line):1: \(error.sentence)", status: Status.badContent)
    case .cannotWrite(let path, let reason):
      self.init(
        Words.Failures.cannotWrite(path: path, reason: reason.sentence),
        status: Status.cannotWrite)
    }
  }

  init(_ error: TerminalError) {
    switch error {
    case .notATerminal: self.init(Words.Failures.noTerminal)
    case .unknownTerminal(let name):
      self.init(
        name.isEmpty ? Words.Failures.noTerminalType : Words.Failures.unknownTerminal(name))
    case .tooDumb(let name): self.init(Words.Failures.dumbTerminal(name))
    }
  }

  init(_ error: ActivationError) {
    self.init(Self.sentence(error), status: Status.usage)
  }

  private static func sentence(_ error: ActivationError) -> String {
    switch error {
    case .unknownFunction(let name, let suggestions):
      Words.Failures.unknownFunction(
        name, choices: suggestions.isEmpty ? Catalogue.all.map(\.id) : suggestions)
    case .unknownParameter(let name, let function, let allowed):
      Words.Failures.unknownParameter(name, of: function, allowed: allowed)
    case .parameterOutOfRange(let name, let value, let allowed):
      Words.Failures.outOfRange(name, value: value, allowed)
    case .parameterNotFinite(let name, let value), .parameterNotWhole(let name, let value):
      Words.Failures.notPlain(name, value: value)
    }
  }
}

extension Failure {
  init(_ error: PlotStateError) {
    switch error {
    case .function(let error): self.init(error)
    case .badPart(let part, let expected):
      self.init(Words.Failures.badPart(part, expected: expected), status: Status.usage)
    case .badRange(let part, let isEmpty):
      self.init(Words.Failures.badRange(part, isEmpty: isEmpty), status: Status.usage)
    case .tooManyFunctions(let most):
      self.init(Words.Failures.tooManyFunctions(most: most), status: Status.usage)
    }
  }
}

extension RecordError.Reason {
  /// The reason as text, for use inside a sentence.
  var sentence: String {
    switch self {
    case .full: Words.RecordReasons.full
    case .refused: Words.RecordReasons.refused
    case .unreadable: Words.RecordReasons.unreadable
    case .noMemory: Words.RecordReasons.noMemory
    case .notAFile: Words.RecordReasons.notAFile
    case .impossible: Words.RecordReasons.impossible
    case .readOnly: Words.RecordReasons.readOnly
    case .forbidden: Words.RecordReasons.forbidden
    case .inUse: Words.RecordReasons.inUse
    case .damaged: Words.RecordReasons.damaged
    case .notRepaired(let reason): Words.RecordReasons.notRepaired(reason.sentence)
    case .foreign: Words.RecordReasons.foreign
    case .noRecord: Words.RecordReasons.noRecord
    case .copyDiffers: Words.RecordReasons.copyDiffers
    case .database(let code): Words.RecordReasons.database(code: code)
    case .system(let words): words
    }
  }
}

extension RecordError.LineProblem {
  /// The problem and what is expected.
  var sentence: String {
    switch self {
    case .noObject: Words.RecordLines.noObject
    case .noHeader(let expected): Words.RecordLines.noHeader(expected: expected)
    case .unknownVersion(let known): Words.RecordLines.unknownVersion(known: known)
    case .badID: Words.RecordLines.badID
    case .badTime: Words.RecordLines.badTime
    case .badOffset: Words.RecordLines.badOffset
    case .badFact: Words.RecordLines.badFact
    }
  }
}

extension ContentError.Problem {
  /// The problem and its solution.
  var sentence: String {
    switch self {
    case .missingFile: Words.ContentErrors.missingFile
    case .unreadable: Words.ContentErrors.unreadable
    case .empty: Words.ContentErrors.empty
    case .notUTF8: Words.ContentErrors.notUTF8
    case .unsafePath(let path): Words.ContentErrors.unsafePath(path)
    case .malformedJSON(let expected): Words.ContentErrors.malformedJSON(expected: expected.words)
    case .nestedTooDeeply: Words.ContentErrors.nestedTooDeeply
    case .duplicateKey(let key): Words.ContentErrors.duplicateKey(key)
    case .missingField(let field): Words.ContentErrors.missingField(field)
    case .wrongType(let field, let expected):
      Words.ContentErrors.wrongType(field: field, expected: expected.words)
    case .emptyField(let field): Words.ContentErrors.emptyField(field)
    case .wrongFormat(let expected, let found):
      Words.ContentErrors.wrongFormat(expected: expected, found: found)
    case .newerVersion(let found, let known):
      Words.ContentErrors.newerVersion(found: found, known: known)
    case .badID(let id): Words.ContentErrors.badID(id)
    case .duplicateID(let id, let line): Words.ContentErrors.duplicateID(id, line: line)
    case .noSections: Words.ContentErrors.noSections
    case .noCards: Words.ContentErrors.noCards
    case .noNotes(let reason): Words.Decks.noNotes(reason.words)
    case .foreignDeck(let kind): kind.sentence
    case .noMindMap: Words.ContentErrors.noMindMap
    case .badLink(let link): Words.ContentErrors.badLink(link)
    case .missingTitle: Words.ContentErrors.missingTitle
    case .unknownSection(let id): Words.ContentErrors.unknownSection(id)
    case .unknownCard(let id): Words.ContentErrors.unknownCard(id)
    case .unknownQuestion(let id): Words.ContentErrors.unknownQuestion(id)
    case .unknownItem(let id, let list): Words.ContentErrors.unknownItem(id, in: list)
    case .correctChoices(let count): Words.ContentErrors.correctChoices(count)
    case .tooFew(let field, let needed, let found):
      Words.ContentErrors.tooFew(field: field, needed: needed, found: found)
    case .badCloze: Words.ContentErrors.badCloze
    case .badGap: Words.ContentErrors.badGap
    case .badNumber(let field): Words.ContentErrors.badNumber(field: field)
    case .outOfRange(let field, let allowed):
      Words.ContentErrors.outOfRange(field: field, allowed: allowed.words)
    case .unknownFunction(let name, let known):
      Words.ContentErrors.unknownFunction(name, known: known)
    case .unknownParameter(let name, let known):
      Words.ContentErrors.unknownParameter(name, known: known)
    case .unknownFigureKey(let key, let known):
      Words.ContentErrors.unknownFigureKey(key, known: known)
    case .unknownSetting(let name, let known):
      Words.ContentErrors.unknownSetting(name, known: known)
    case .unknownKeyName(let name): Words.ContentErrors.unknownKeyName(name)
    case .unknownAction(let name, let known):
      Words.ContentErrors.unknownAction(name, nearest: EditDistance.nearest(to: name, in: known))
    case .badFigureValue(let key, let expected):
      Words.ContentErrors.badFigureValue(key: key, expected: expected.words)
    }
  }
}

extension SkippedNote.Reason {
  /// The reason as text, for use inside a sentence.
  var words: String {
    switch self {
    case .noFront: Words.Decks.noFront
    case .noBack: Words.Decks.noBack
    case .pictureFront: Words.Decks.pictureFront
    case .pictureBack: Words.Decks.pictureBack
    case .oneField: Words.Decks.oneField
    case .noGap: Words.Decks.noGap
    case .tooLong(let most): Words.Decks.tooLong(most: most)
    }
  }
}

extension ForeignDeck {
  /// The kind of file and what to do.
  fileprivate var sentence: String {
    switch self {
    case .ankiPackage: Words.Decks.ankiPackage
    case .database: Words.Decks.database
    case .archive: Words.Decks.archive
    case .wideText: Words.Decks.wideText
    case .crowdAnki: Words.Decks.crowdAnki
    case .otherJSON: Words.Decks.otherJSON
    case .markdown: Words.Decks.markdown
    case .hashcards: Words.Decks.hashcards
    case .obsidian: Words.Decks.obsidian
    case .hascard: Words.Decks.hascard
    case .webPage: Words.Decks.webPage
    }
  }
}
