import ArgumentParser
import Foundation
import Lessons
import TerminalUI
import TutorScreens

/// This release: what the program says of itself, and what its manual page and its package are made from.
enum Release {
  /// The number, as in semantic versioning.
  static let version = "1.0.0"
  /// The day, as in ISO 8601.
  static let date = "2026-11-25"
}

/// The command line.
@main
struct Tutor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutor",
    abstract: "Learn activation functions for good, in the terminal.",
    discussion:
      "Without a command, tutor opens the home screen and offers to go on where you were.",
    version: Release.version,
    subcommands: [
      Home.self, Lesson.self, Plot.self, Cards.self, Quiz.self, Speed.self, Lab.self, Map.self,
      Timeline.self, Glossary.self, Progress.self, CertificateCommand.self, Verify.self,
      ImportDeck.self, Export.self, Render.self, Lint.self,
      NewCourse.self, ManualCommand.self, CompletionsCommand.self,
    ],
    defaultSubcommand: Home.self)

  static func main() {
    // A file that may not grow any further is an error to tell of, and no reason to die.
    signal(SIGXFSZ, SIG_IGN)
    do {
      // Nothing to parse: the first screen need not wait for the parser.
      if CommandLine.arguments.count == 1 {
        try Session(workspace: Workspace(Settings())).run()
        return
      }
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      FileHandle.standardError.write(Data("tutor: \(failure.sentence)\n".utf8))
      Foundation.exit(failure.status)
    } catch {
      exit(withError: error)
    }
  }
}

/// The home screen.
struct Home: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: "Open the home screen.", shouldDisplay: false)
  @OptionGroup var options: Options

  func run() throws { try Session(workspace: Workspace(options)).run() }
}

/// The lesson.
struct Lesson: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Read the lesson.")
  @Argument(help: "A section, by number or by name.", completion: .sections) var section: String?
  @OptionGroup var options: Options

  func run() throws {
    let workspace = Workspace(options)
    let sections = try workspace.course().lesson.sections
    var index: Int?
    if let section {
      let number = Int(section).map { $0 - 1 }
      index =
        sections.firstIndex { $0.id == section.lowercased() }
        ?? number.flatMap { sections.indices.contains($0) ? $0 : nil }
      guard index != nil else {
        throw Failure(
          "there is no section '\(section)': use 1 to \(sections.count), or "
            + sections.map(\.id).joined(separator: ", "), status: Failure.Status.usage)
      }
    }
    try Session(workspace: workspace).run(opening: Screens.lesson(section: index))
  }
}

/// Flashcards.
struct Cards: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Practise flashcards.")
  @Flag(help: "Practise all cards; grades leave the schedule alone.") var cram = false
  @Option(name: .customLong("new"), help: ArgumentHelp("New cards at most.", valueName: "n"))
  var newCards: Int?
  @OptionGroup var options: Options

  func run() throws {
    try Session(workspace: Workspace(options)).run(opening: Screens.cards(cram: cram)) {
      $0.newCardsAsked = newCards.map { max(0, $0) }
    }
  }
}

/// The quiz.
struct Quiz: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Answer questions, untimed.")
  @Option(help: ArgumentHelp("Questions at most.", valueName: "n")) var count: Int = 10
  @OptionGroup var options: Options

  func run() throws {
    try Session(workspace: Workspace(options)).run(opening: Screens.quiz) {
      $0.quizCount = max(1, count)
    }
  }
}

/// The Speed Challenge.
struct Speed: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Take the Speed Challenge.")
  @Option(help: ArgumentHelp("Time allowed.", valueName: "n")) var seconds: Int = 60
  @OptionGroup var options: Options

  func run() throws {
    guard (5...3600).contains(seconds) else {
      throw Failure("--seconds must be from 5 to 3600", status: Failure.Status.usage)
    }
    try Session(workspace: Workspace(options)).run(opening: Screens.speed) {
      $0.speedSeconds = seconds
    }
  }
}

/// The mind map.
struct Map: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Walk through the mind map.")
  @OptionGroup var options: Options

  func run() throws {
    try Session(workspace: Workspace(options)).run(opening: Screens.named("map"))
  }
}

/// The timeline.
struct Timeline: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "See who introduced what, and when.")
  @OptionGroup var options: Options

  func run() throws {
    try Session(workspace: Workspace(options)).run(opening: Screens.named("timeline"))
  }
}

/// The glossary.
struct Glossary: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Look terms up.")
  @OptionGroup var options: Options

  func run() throws {
    try Session(workspace: Workspace(options)).run(opening: Screens.named("glossary"))
  }
}
