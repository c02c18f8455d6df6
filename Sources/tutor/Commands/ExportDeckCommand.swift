import ArgumentParser
import Foundation
import LearnerRecord
import Lessons
import Practice
import TutorScreens
import Words

/// Exports the deck for other programs.
struct ExportDeckCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case anki, apkg, json
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Words.Commands.export,
    discussion: Words.Commands.exportDiscussion)
  @Option(help: ArgumentHelp(Words.OptionHelp.exportFormat)) var format = Format.anki
  @OptionGroup var output: OutputOption
  @Flag(help: ArgumentHelp(Words.OptionHelp.schedule)) var schedule = false
  @OptionGroup var options: Options

  func run() throws {
    guard !schedule || format == .apkg else {
      throw Failure(Words.Usage.scheduleNeedsPackage, status: Failure.Status.usage)
    }
    guard format != .apkg || !output.isTerminal else {
      throw Failure(Words.Usage.packageToTerminal, status: Failure.Status.usage)
    }
    let workspace = Workspace(options)
    let data =
      switch format {
      case .anki: Data(AnkiText(try portable(workspace)).text.utf8)
      case .apkg: try package(workspace)
      case .json: try original(workspace)
      }
    try output.write(data)
  }

  private func portable(_ workspace: Workspace) throws -> Deck {
    let deck = try workspace.bundle().deck
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
    do throws(LearnerRecordError) {
      return try AnkiPackage(
        context.bundle.deck, learner: schedule ? context.learner : nil, now: context.now,
        utcOffset: context.utcOffset
      ).data()
    } catch {
      throw Failure(error)
    }
  }

  private func original(_ workspace: Workspace) throws -> Data {
    // Reads the deck, so that one with errors is not exported.
    _ = try workspace.bundleAlone()
    return try InputFile.read(try workspace.courseFolder() + "/deck.json")
  }
}
