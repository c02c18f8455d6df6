import Activations
import ArgumentParser
import CursesTerminal
import Foundation
import TerminalUI
import Words

/// The message and exit status of a program that ends with an error, help or a version.
struct Ending {
  private let error: any Error

  /// Takes a `Failure`, or an error of the argument parser.
  init(_ error: any Error) { self.error = error }

  /// Prints the message.
  ///
  /// - Returns: The exit status. If text for standard output cannot be printed, it is that of this failure; an error
  ///   keeps its status even if standard error cannot be written.
  func tell() -> Int32 {
    if let failure = error as? Failure { return Self.tell(failure) }
    do throws(Failure) {
      return try reportParserMessage()
    } catch {
      return Self.tell(error)
    }
  }

  private static func tell(_ failure: Failure) -> Int32 {
    if failure.status == Failure.Status.closedPipe { StandardStreams.endByClosedPipe() }
    ErrorOutput.tell("tutor: \(failure.sentence)")
    return failure.status
  }

  /// Prints the argument parser's message: help and versions to standard output, errors to standard error.
  private func reportParserMessage() throws(Failure) -> Int32 {
    // The parser lays out every message, even to determine its status, and fails in fewer than 30 columns.
    setenv("COLUMNS", String(Self.columns), 1)
    let error = Tutor.exitCode(for: error) == .success ? error : Self.visible(error)
    let (text, status) = (Tutor.fullMessage(for: error), Tutor.exitCode(for: error))
    if status != .success {
      if let command = Self.unknownCommand {
        ErrorOutput.tell("tutor: \(command)")
      } else if !text.isEmpty {
        ErrorOutput.tell(text)
      }
    } else if !text.isEmpty {
      try Output.write(text + "\n")
    }
    try Output.finish()
    return status.rawValue
  }

  /// The sentence about a first argument that resembles a command but is none; nil otherwise.
  ///
  /// The parser takes it for an argument of the default command.
  private static var unknownCommand: String? {
    guard let name = CommandLine.arguments.dropFirst().first, !name.hasPrefix("-") else {
      return nil
    }
    let known = Tutor.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !known.contains(name), let nearest = EditDistance.nearest(to: name, in: known) else {
      return nil
    }
    return Words.Usage.noCommand(name.withVisibleControls, nearest: nearest)
  }

  /// Columns of the help page.
  private static var columns: Int {
    let asked = Environment()["COLUMNS"].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
    return min(max(asked ?? CursesTerminal.outputWidth ?? 80, 40), 1000)
  }

  /// The same parser error without control characters, including line feeds in names, which could not be distinguished
  /// from the message's own.
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
