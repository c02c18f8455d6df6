import ArgumentParser
import Foundation
import LearnerRecord
import Lessons
import TutorScreens

/// The deck for other programs.
struct Export: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case anki, apkg, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Write the deck for Anki, or as JSON.",
    discussion: "anki is the text file that Anki imports; apkg is a package, with --schedule also "
      + "with what you know; json is the course's own deck as its author wrote it. Curves cannot go "
      + "to Anki: questions about them are left out, and a package has flashcards only.")
  @Option(help: "anki, apkg or json.") var format = Format.anki
  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"),
    completion: .file())
  var output: String?
  @Flag(help: "Take the schedule and the review log along (apkg).") var schedule = false
  @OptionGroup var options: Options

  func run() throws {
    guard !schedule || format == .apkg else {
      throw Failure("--schedule needs --format apkg", status: Failure.Status.usage)
    }
    let workspace = Workspace(options)
    let data =
      switch format {
      case .anki: Data(AnkiText(try portable(workspace)).text.utf8)
      case .apkg: try package(workspace)
      case .json: try original(workspace)
      }
    guard let output else {
      guard format != .apkg || isatty(STDOUT_FILENO) == 0 else {
        throw Failure(
          "a package is no text for a terminal: name a file with --output",
          status: Failure.Status.usage)
      }
      return Output.write(data)
    }
    try OutputFile.write(data, to: output)
  }

  private func portable(_ workspace: Workspace) throws -> Deck {
    let deck = try workspace.course().deck
    let cards = deck.cards.filter { card in
      switch card.form {
      case .curve: false
      default: true
      }
    }
    return Deck(id: deck.id, title: deck.title, cards: cards)
  }

  private func package(_ workspace: Workspace) throws -> Data {
    let context = try workspace.standing()
    do throws(RecordError) {
      return try AnkiPackage(
        context.course.deck, learner: schedule ? context.learner : nil, now: context.now,
        utcOffset: context.utcOffset
      ).data()
    } catch {
      throw Failure(error)
    }
  }

  private func original(_ workspace: Workspace) throws -> Data {
    // Read, so that a deck with mistakes is not handed on.
    _ = try workspace.courseAlone()
    let file = try workspace.courseFolder() + "/deck.json"
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure("\(file): cannot be read", status: Failure.Status.noInput)
    }
    return data
  }
}
