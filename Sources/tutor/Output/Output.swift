import CursesTerminal
import Foundation
import Practice
import TerminalUI
import Words

/// Standard output.
///
/// A command does its work before it prints.
enum Output {
  private static let descriptor = OutputDescriptor(number: STDOUT_FILENO)

  /// Writes text: unchanged to a file, with control characters made visible to a terminal.
  ///
  /// - Throws: `Failure` if not all of it can be written; a silent one if the reader has closed the pipe.
  static func write(_ text: String) throws(Failure) { try write(Data(text.utf8)) }

  /// Writes bytes.
  ///
  /// - Throws: The errors of ``write(_:)-(String)``.
  static func write(_ data: Data) throws(Failure) {
    do throws(SystemFailure) {
      try descriptor.writeVisibly(data)
    } catch {
      throw Failure(standardOutput: error)
    }
  }

  /// Writes messages with a final line feed; control characters are always made visible.
  ///
  /// - Throws: The errors of ``write(_:)-(String)``.
  static func tell(_ sentences: String) throws(Failure) {
    try write(sentences.visibleLines + "\n")
  }

  /// The columns of paragraphs: those of the terminal, at most 72, which is also the number for files and pipes.
  static var textWidth: Int { min(max(CursesTerminal.outputWidth ?? widest, narrowest), widest) }

  private static let (narrowest, widest) = (20, 72)

  /// Checks that everything printed has been written.
  ///
  /// - Throws: The errors of ``write(_:)-(String)``.
  static func finish() throws(Failure) {
    do throws(SystemFailure) {
      try descriptor.settle()
    } catch {
      throw Failure(standardOutput: error)
    }
  }
}

/// Standard error.
///
/// If it cannot be written, only the exit status reports the error.
enum ErrorOutput {
  private static let descriptor = OutputDescriptor(number: STDERR_FILENO)

  /// Writes messages with a final line feed; control characters are made visible.
  static func tell(_ lines: String) { write(lines.visibleLines + "\n") }

  /// Writes text unchanged.
  static func write(_ text: String) { _ = writes(text) }

  /// Writes text unchanged.
  ///
  /// - Returns: Whether all of it was written.
  static func writes(_ text: String) -> Bool {
    do throws(SystemFailure) {
      try descriptor.write(Data(text.utf8))
      return true
    } catch {
      return false
    }
  }
}

extension String {
  /// The text with control characters other than line feeds made visible.
  var visibleLines: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map(\.withVisibleControls).joined(separator: "\n")
  }
}

extension Failure {
  /// Standard output cannot be written; silent if its reader has closed the pipe.
  init(standardOutput error: SystemFailure) {
    if error.number == EPIPE {
      self.init("", status: Status.closedPipe)
    } else {
      self.init(
        Words.Failures.cannotPrint(reason: error.sentence), status: Status.cannotWrite)
    }
  }

  /// A file cannot be written; silent if the reader has closed the pipe.
  init(writing path: String, _ error: SystemFailure) {
    switch error.number {
    case EPIPE: self.init("", status: Status.closedPipe)
    case EISDIR: self.init(Words.Files.isFolder(path), status: Status.cannotWrite)
    default:
      self.init(
        Words.Failures.cannotWrite(path: path, reason: error.sentence), status: Status.cannotWrite)
    }
  }
}

extension SystemFailure {
  /// The reason as text, for use inside a sentence.
  var sentence: String {
    switch number {
    case ENOSPC: LearnerRecordError.Reason.full.sentence
    case EBADF: Words.Failures.notOpen
    default: String(cString: strerror(number))
    }
  }
}

/// JSON as all commands print it.
enum JSONOutput {
  /// Values by their names in snake case, sorted, with a final line feed.
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    // Encoding plain numbers and strings cannot fail.
    return String(decoding: (try? encoder.encode(value)) ?? Data(), as: UTF8.self) + "\n"
  }
}
