import ArgumentParser
import CursesTerminal
import Foundation
import TerminalUI

/// The end of a program that did not simply do what it was asked for: words, and an exit status.
struct Ending {
  private let error: any Error

  /// Takes what ended the program: a failure, or what the parser throws for mistakes, for help and for statuses.
  init(_ error: any Error) { self.error = error }

  /// Says what there is to say.
  ///
  /// - Returns: The exit status. Where words for standard output cannot be printed it is that of this failure;
  ///   an error keeps its status also where nobody can be told of it.
  func tell() -> Int32 {
    if let failure = error as? Failure { return Self.tell(failure) }
    do throws(Failure) {
      return try tellOfParsing()
    } catch {
      return Self.tell(error)
    }
  }

  private static func tell(_ failure: Failure) -> Int32 {
    if failure.status == Failure.Status.readerGone { StandardStreams.endByClosedPipe() }
    ErrorOutput.tell("tutor: \(failure.sentence)")
    return failure.status
  }

  /// The parser's own messages: help and versions are what was asked for, all others are errors.
  private func tellOfParsing() throws(Failure) -> Int32 {
    // The parser lays every message out, even to find its status, and fails in fewer columns than 30.
    setenv("COLUMNS", String(Self.columns), 1)
    let error = Tutor.exitCode(for: error) == .success ? error : Self.visible(error)
    let (text, status) = (Tutor.fullMessage(for: error), Tutor.exitCode(for: error))
    if status != .success {
      if !text.isEmpty { ErrorOutput.tell(text) }
    } else if !text.isEmpty {
      try Output.write(text + "\n")
    }
    try Output.finish()
    return status.rawValue
  }

  /// Columns for the help page.
  private static var columns: Int {
    let asked = Environment()["COLUMNS"].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
    return min(max(asked ?? CursesTerminal.outputWidth ?? 80, 40), 1000)
  }

  /// The same mistake in a command line without control characters; a line feed in a name is one of them, and could
  /// not be told from the message's own any more.
  private static func visible(_ error: any Error) -> any Error {
    let arguments = CommandLine.arguments.dropFirst()
    let visible = arguments.map(\.withVisibleControls)
    guard visible != Array(arguments) else { return error }
    do {
      _ = try Tutor.parseAsRoot(visible)
      return error
    } catch {
      return error
    }
  }
}
