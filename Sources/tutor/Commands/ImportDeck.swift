import ArgumentParser
import Words

/// A deck of one's own.
struct ImportDeck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Words.Commands.importDeck,
    discussion: Words.Commands.importDeckMore)
  @Argument(help: ArgumentHelp(Words.OptionHelp.deck), completion: .file()) var file: String?
  @Flag(help: ArgumentHelp(Words.OptionHelp.dryRun)) var dryRun = false
  @Flag(help: ArgumentHelp(Words.OptionHelp.listDecks)) var list = false
  @Option(help: ArgumentHelp(Words.OptionHelp.removeDeck, valueName: Words.OptionHelp.Value.name))
  var remove: String?
  @OptionGroup var options: Options

  func validate() throws {
    guard [file != nil, list, remove != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(Words.Usage.importWhat)
    }
  }

  func run() throws {
    let workspace = Workspace(options)
    let decks = try workspace.addedDecks()
    if let remove {
      try decks.remove(remove)
      try Output.tell(Words.Reports.deckRemoved(remove))
    }
    if list { try Output.write(decks.names.map { $0 + "\n" }.joined()) }
    guard let file else { return }
    let added = try decks.add(file, to: workspace.courseAlone(), isTrial: dryRun)
    try Output.tell(
      Words.Reports.deckAdded(
        new: added.new, changed: added.changed, known: added.known, isTrial: dryRun))
  }
}
