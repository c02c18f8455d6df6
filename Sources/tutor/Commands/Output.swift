import Foundation
import TerminalUI
import Words

/// Standard output.
enum Output {
  /// Writes text; a reader that has gone ends the program without a word.
  ///
  /// A file gets every byte. On a terminal, controls are shown and not sent.
  static func write(_ text: String) {
    guard isatty(STDOUT_FILENO) != 0 else { return write(Data(text.utf8)) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    write(Data(lines.map(\.withVisibleControls).joined(separator: "\n").utf8))
  }

  /// Writes bytes; a reader that has gone ends the program without a word.
  static func write(_ data: Data) {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      Foundation.exit(0)
    }
  }
}

/// Files that are whole or not there.
enum OutputFile {
  /// Writes a file under another name, puts it on disk, and gives it its name; readable by its owner alone.
  ///
  /// - Throws: `Failure` if it cannot be written; then what was there before still is.
  static func write(_ data: Data, to path: String) throws(Failure) {
    func failure() -> Failure {
      Failure(
        Words.Failures.cannotWrite(path: path, reason: String(cString: strerror(errno))),
        status: Failure.Status.cannotWrite)
    }
    let fresh = "\(path).new-\(getpid())"
    let file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw failure() }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: data)
    } catch {
      unlink(fresh)
      throw failure()
    }
    guard fsync(file) == 0, rename(fresh, path) == 0 else {
      let problem = failure()
      unlink(fresh)
      throw problem
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
