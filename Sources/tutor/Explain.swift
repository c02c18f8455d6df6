import Activations
import CursesTerminal
import LearnerRecord
import LessonReader
import TerminalUI
import TutorScreens

/// A failure as a person is told: one sentence, and the exit status that goes with it.
struct Failure: Error {
  let sentence: String
  let status: Int32

  /// Statuses of sysexits.h.
  enum Status {
    static let badContent: Int32 = 65
    static let noInput: Int32 = 66
    static let usage: Int32 = 64
    static let cannotWrite: Int32 = 73
    static let general: Int32 = 1
  }

  init(_ sentence: String, status: Int32 = Status.general) {
    self.sentence = sentence.withVisibleControls
    self.status = status
  }

  init(_ error: ContentError) {
    let place = "\(error.file):\(error.line):\(error.column)"
    self.init("\(place): \(error.problem.sentence)", status: Status.badContent)
  }

  init(_ error: RecordError) {
    switch error {
    case .newerFormat(let path, let found, let known):
      self.init(
        "\(path): the record has format \(found), and this program knows \(known): "
          + "use a newer tutor, or --progress to keep another record", status: Status.badContent)
    case .notARecord(let path):
      self.init(
        "\(path): this is a database, but no record of this program: choose another file with "
          + "--progress", status: Status.badContent)
    case .isLink(let path):
      self.init(
        "\(path): this is a symbolic link, and nothing is written through one: name the file "
          + "itself with --progress", status: Status.cannotWrite)
    case .busy(let path):
      self.init(
        "\(path): another program holds the record: try again when it has ended",
        status: Status.cannotWrite)
    case .cannotOpen(let path, let reason):
      self.init(
        "\(path): the record cannot be opened (\(reason)): choose another with --progress",
        status: Status.cannotWrite)
    case .badLine(let file, let line, let reason):
      self.init("\(file):\(line):1: \(reason)", status: Status.badContent)
    case .cannotWrite(let path, let reason):
      self.init("\(path): cannot write (\(reason))", status: Status.cannotWrite)
    }
  }

  init(_ error: TerminalError) {
    switch error {
    case .notATerminal:
      self.init(
        "this needs a terminal, and input or output is none: "
          + "use `tutor render` or `tutor plot --print` to get text")
    case .unknownTerminal(let name):
      let what = name.isEmpty ? "TERM is not set" : "the terminal type '\(name)' is unknown here"
      self.init("\(what): set TERM to what your terminal is, for instance xterm-256color")
    case .tooDumb(let name):
      self.init(
        "the terminal type '\(name)' cannot place text: "
          + "use `tutor render` or `tutor plot --print` to get text")
    }
  }

  init(_ error: ActivationError) {
    switch error {
    case .unknownFunction(let name, let suggestions):
      self.init(
        "there is no function '\(name)': choose from "
          + (suggestions.isEmpty ? Catalogue.all.map(\.id) : suggestions).joined(separator: ", "),
        status: Status.usage)
    case .unknownParameter(let name, let function, let allowed):
      let known = allowed.isEmpty ? "it has none" : "it has \(allowed.joined(separator: ", "))"
      self.init("\(function) has no parameter '\(name)': \(known)", status: Status.usage)
    case .parameterOutOfRange(let name, let value, let allowed):
      self.init(
        "\(name) = \(value) is out of range: choose from \(allowed.lowerBound) to "
          + "\(allowed.upperBound)", status: Status.usage)
    case .parameterNotFinite(let name, let value), .parameterNotWhole(let name, let value):
      self.init("\(name) = \(value) cannot be used: give a plain number", status: Status.usage)
    }
  }
}

extension Failure {
  init(_ error: PlotStateError) {
    switch error {
    case .function(let error): self.init(error)
    case .badPart(let part, let expected):
      self.init("'\(part)' means nothing in a plot: use \(expected)", status: Status.usage)
    case .tooManyFunctions(let most):
      self.init("there are too many functions: give \(most) at most", status: Status.usage)
    }
  }
}

extension ContentError.Problem {
  /// What is wrong, and what to do.
  var sentence: String {
    switch self {
    case .missingFile: "the file is missing"
    case .unreadable: "the file cannot be read"
    case .empty: "the file is empty"
    case .notUTF8: "this is not UTF-8: save the file as UTF-8"
    case .unsafePath(let path): "'\(path)' leads out of the course's folder"
    case .malformedJSON(let expected): "this is not JSON: expected \(expected)"
    case .nestedTooDeeply: "this is nested too deeply"
    case .duplicateKey(let key): "'\(key)' stands twice in this object"
    case .missingField(let field): "'\(field)' is missing"
    case .wrongType(let field, let expected): "'\(field)' must be \(expected)"
    case .emptyField(let field): "'\(field)' is empty"
    case .wrongFormat(let expected, let found):
      "the format is '\(found)', and '\(expected)' is needed"
    case .newerVersion(let found, let known):
      "version \(found) is newer than this program, which knows \(known)"
    case .badID(let id): "'\(id)' cannot be an id: use a-z, 0-9 and hyphens, 64 at most"
    case .duplicateID(let id, let line): "the id '\(id)' was used before, in line \(line)"
    case .noSections: "there are no sections"
    case .noCards: "there are no cards"
    case .noMindMap: "a mind map is a title, as in `# Title`, and one nested list"
    case .badLink(let link): "'\(link)' leads nowhere: use #section, card:id or plot:function"
    case .missingTitle: "the section must begin with its title, as in `# Title`"
    case .unknownSection(let id): "there is no section '\(id)'"
    case .unknownCard(let id): "there is no flashcard '\(id)'"
    case .unknownQuestion(let id):
      "'\(id)' is no choice, curve, network, truefalse, order or match question of the deck"
    case .unknownItem(let id, let list): "there is no item '\(id)' in '\(list)'"
    case .correctChoices(let count):
      "exactly one choice must be correct, and \(count) are"
    case .tooFew(let field, let needed, let found):
      "'\(field)' needs \(needed) entries and has \(found)"
    case .badCloze: "every gap must look like {{c1::answer}} or {{c1::answer::hint}}"
    case .unclosedQuote: "the field in quotes that begins here never ends: close it with \""
    case .badGap: "the text must have one gap, written as ___"
    case .badNumber(let field): "'\(field)' must be a number"
    case .outOfRange(let field, let allowed): "'\(field)' is out of range: use \(allowed)"
    case .unknownFunction(let name, let known):
      "there is no function '\(name)': use \(known.joined(separator: ", "))"
    case .unknownParameter(let name, let known):
      "there is no parameter '\(name)'"
        + (known.isEmpty ? "" : ": use \(known.joined(separator: ", "))")
    case .unknownFigureKey(let key, let known):
      "a plot has no '\(key)': use \(known.joined(separator: ", "))"
    case .badFigureValue(let key, let expected): "'\(key)' must look like \(expected)"
    }
  }
}
