import ArgumentParser

/// A deck of one's own.
struct ImportDeck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add a deck: a text file as Anki exports it, or a deck as JSON.",
    discussion:
      "Its cards are asked along with the course's; a tag that is a section's name puts a "
      + "card there. Importing it again changes its cards and keeps what you know of them. Nothing "
      + "imported can change the course's own cards or the record.")
  @Argument(help: "The deck.", completion: .file()) var file: String?
  @Flag(help: "Say what would be added, and add nothing.") var dryRun = false
  @Flag(help: "List the decks that were added.") var list = false
  @Option(help: ArgumentHelp("Take an added deck out again.", valueName: "name"))
  var remove: String?
  @OptionGroup var options: Options

  func validate() throws {
    guard [file != nil, list, remove != nil].count(where: { $0 }) == 1 else {
      throw ValidationError("give a deck, --list, or --remove with a name")
    }
  }

  func run() throws {
    let workspace = Workspace(options)
    let decks = try workspace.addedDecks()
    if let remove {
      try decks.remove(remove)
      Output.write("\(remove) is taken out; what you know of its cards stays on the record.\n")
    }
    if list { Output.write(decks.names.map { $0 + "\n" }.joined()) }
    guard let file else { return }
    let added = try decks.add(file, to: workspace.courseAlone(), isTrial: dryRun)
    Output.write(
      "\(added.new) new cards, \(added.changed) known ones taken anew, \(added.known) left out since "
        + "the course has them\(dryRun ? "; nothing was added" : "").\n")
  }
}
