import Activations
import Figures
import Lessons
import Practice
import TerminalUI
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

  init(_ error: LearnerRecordError) {
    let status =
      switch error {
      case .cannotOpen(_, .noRecord): Status.noInput
      case .newerFormat, .notARecord, .badLine: Status.badContent
      case .isLink, .busy, .cannotOpen, .cannotWrite: Status.cannotWrite
      }
    self.init(error.sentence, status: status)
  }

  init(_ error: TerminalError) { self.init(error.sentence) }

  init(_ error: ActivationError) { self.init(error.sentence, status: Status.usage) }

  init(_ error: PlotStateError) { self.init(error.sentence, status: Status.usage) }
}
