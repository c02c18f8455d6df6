import ArgumentParser
import Foundation
import Lessons
import TerminalUI
import TutorScreens
import Words

/// The release, for `--version`, the manual page and the package.
enum Release {
  /// The semantic version.
  static let version = "1.0.0"
  /// The date (ISO 8601).
  static let date = "2026-11-25"
}

/// The command line.
@main
struct Tutor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutor",
    abstract: Words.Commands.tutor,
    discussion: Words.Commands.tutorDiscussion,
    version: Release.version,
    subcommands: [
      HomeCommand.self, LessonCommand.self, PlotCommand.self, CardsCommand.self, QuizCommand.self,
      SpeedCommand.self, LabCommand.self, MapCommand.self,
      TimelineCommand.self, GlossaryCommand.self, ProgressCommand.self, CertificateCommand.self,
      VerifyCommand.self,
      ImportDeckCommand.self, ExportDeckCommand.self, RenderCommand.self, LintCommand.self,
      NewCourseCommand.self, ManualCommand.self, CompletionsCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)

  /// The command-line arguments.
  ///
  /// On Linux, Swift locates them relative to the environment, and finds none if a preloaded library has moved it.
  private static var arguments: [String] {
    let known = CommandLine.arguments.dropFirst()
    guard known.isEmpty, let line = FileManager.default.contents(atPath: "/proc/self/cmdline")
    else {
      return Array(known)
    }
    return line.split(separator: 0, omittingEmptySubsequences: false).dropFirst().dropLast().map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  static func main() {
    StandardStreams.prepare()
    do {
      // Without arguments, the first screen need not wait for the parser.
      if Self.arguments.isEmpty {
        try Session(workspace: Workspace(Settings())).run()
      } else {
        var command = try parseAsRoot(ImportDeckCommand.joiningNames(Self.arguments[...]))
        try command.run()
      }
      try Output.finish()
    } catch {
      Foundation.exit(Ending(error).tell())
    }
  }
}

/// Opens the home screen.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: Words.Commands.home, shouldDisplay: false)
  @OptionGroup var options: Options

  func run() throws { try Session(workspace: Workspace(options)).run() }
}

/// Opens the lesson.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: Words.Commands.lesson)
  @Argument(help: ArgumentHelp(Words.OptionHelp.section), completion: .sections)
  var section: String?
  @OptionGroup var options: Options

  func run() throws {
    let workspace = Workspace(options)
    let sections = try workspace.bundle().lesson.sections
    var index: Int?
    if let section {
      let number = Int(section).map { $0 - 1 }
      index =
        sections.firstIndex { $0.id == section.lowercased() }
        ?? number.flatMap { sections.indices.contains($0) ? $0 : nil }
      guard index != nil else {
        throw Failure(
          Words.Usage.noSection(section, count: sections.count, ids: sections.map(\.id)),
          status: Failure.Status.usage)
      }
    }
    try Session(workspace: workspace).run(
      opening: .lesson(index.map { .section($0) } ?? .lastPosition))
  }
}

/// Opens the flashcards.
struct CardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards", abstract: Words.Commands.cards)
  @Flag(help: ArgumentHelp(Words.OptionHelp.cram)) var cram = false
  @Option(name: .customLong("new"), help: ArgumentHelp(Words.OptionHelp.newCards, valueName: "n"))
  var newCards: Int?
  @OptionGroup var options: Options

  func run() throws {
    try Session(workspace: Workspace(options)).run(opening: .cards(cram: cram)) {
      $0.newCardsAsked = newCards.map { max(0, $0) }
    }
  }
}

/// Opens the quiz.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz", abstract: Words.Commands.quiz)
  @Option(help: ArgumentHelp(Words.OptionHelp.quizCount, valueName: "n")) var count: Int = 10
  @OptionGroup var options: Options

  func run() throws {
    try Session(workspace: Workspace(options)).run(opening: .quiz()) {
      $0.quizCount = max(1, count)
    }
  }
}

/// Opens the Speed Challenge.
struct SpeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed", abstract: Words.Commands.speed)
  @Option(help: ArgumentHelp(Words.OptionHelp.speedSeconds, valueName: "n")) var seconds: Int = 60
  @OptionGroup var options: Options

  func run() throws {
    guard (5...3600).contains(seconds) else {
      throw Failure(Words.Usage.badSeconds, status: Failure.Status.usage)
    }
    try Session(workspace: Workspace(options)).run(opening: .speed) {
      $0.speedSeconds = seconds
    }
  }
}

/// Opens the mind map.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: Words.Commands.map)
  @OptionGroup var options: Options

  func run() throws {
    try Session(workspace: Workspace(options)).run(opening: .map)
  }
}

/// Opens the timeline.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: Words.Commands.timeline)
  @OptionGroup var options: Options

  func run() throws {
    try Session(workspace: Workspace(options)).run(opening: .timeline)
  }
}
