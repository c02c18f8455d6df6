import Foundation
import TerminalUI
import Words

/// Standard output.
///
/// What a command does is done before its words are printed.
enum Output {
  private static let descriptor = OutputDescriptor(number: STDOUT_FILENO)

  /// Writes text: a file gets every byte, and a terminal gets visible marks for control characters.
  ///
  /// - Throws: `Failure` if not all of it can be written; a silent one if its reader has gone.
  static func write(_ text: String) throws(Failure) { try write(Data(text.utf8)) }

  /// Writes bytes.
  ///
  /// - Throws: As ``write(_:)-(String)``.
  static func write(_ data: Data) throws(Failure) {
    do throws(SystemFailure) {
      try descriptor.writeVisibly(data)
    } catch {
      throw Failure(standardOutput: error)
    }
  }

  /// Writes sentences for a person, a line feed at their end; control characters are visible in them, always.
  ///
  /// - Throws: As ``write(_:)-(String)``.
  static func tell(_ sentences: String) throws(Failure) {
    try write(sentences.visibleLines + "\n")
  }

  /// Makes sure that everything printed has arrived.
  ///
  /// - Throws: As ``write(_:)-(String)``.
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
/// Where it cannot be written, the exit status has to say it alone.
enum ErrorOutput {
  private static let descriptor = OutputDescriptor(number: STDERR_FILENO)

  /// Writes lines for a person, a line feed at their end; control characters are visible in them.
  static func tell(_ lines: String) { write(lines.visibleLines + "\n") }

  /// Writes text as it is.
  static func write(_ text: String) { _ = writes(text) }

  /// Writes text as it is.
  ///
  /// - Returns: Whether all of it could be written.
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
  /// The text with control characters replaced by visible marks, all but line feeds.
  var visibleLines: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map(\.withVisibleControls).joined(separator: "\n")
  }
}

extension Failure {
  /// Why standard output cannot be written; a reader that has gone needs no words.
  init(standardOutput error: SystemFailure) {
    if error.number == EPIPE {
      self.init("", status: Status.readerGone)
    } else {
      self.init(
        Words.Failures.cannotPrint(reason: error.sentence), status: Status.cannotWrite)
    }
  }

  /// Why a file cannot be written; a reader of a pipe that has gone needs no words.
  init(writing path: String, _ error: SystemFailure) {
    switch error.number {
    case EPIPE: self.init("", status: Status.readerGone)
    case EISDIR: self.init(Words.Files.isFolder(path), status: Status.cannotWrite)
    default:
      self.init(
        Words.Failures.cannotWrite(path: path, reason: error.sentence), status: Status.cannotWrite)
    }
  }
}

extension SystemFailure {
  /// Why, as a clause.
  var sentence: String {
    switch number {
    case ENOSPC: Words.RecordReasons.full
    case EBADF: Words.Failures.notOpen
    default: String(cString: strerror(number))
    }
  }
}

/// JSON as every command prints it.
enum JSONOutput {
  /// Values by their names in snake case, sorted, a line feed at the end.
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
