import ArgumentParser
import LessonReader
import Lessons
import Words

/// Imports, lists and removes added decks.
struct ImportDeckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Words.Commands.importDeck,
    discussion: Words.Commands.importDeckDiscussion)
  @Argument(help: ArgumentHelp(Words.OptionHelp.deck), completion: .file()) var file: String?
  @Flag(help: ArgumentHelp(Words.OptionHelp.dryRun)) var dryRun = false
  @Flag(help: ArgumentHelp(Words.OptionHelp.allSkipped)) var all = false
  @Flag(help: ArgumentHelp(Words.OptionHelp.listDecks)) var list = false
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(Words.OptionHelp.replaceDeck, valueName: Words.OptionHelp.Value.name))
  var replace: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(Words.OptionHelp.removeDeck, valueName: Words.OptionHelp.Value.name))
  var remove: String?
  @OptionGroup var options: Options

  /// Joins options and their deck names into one argument each, because a name may begin with hyphens.
  static func joiningNames(_ arguments: some Sequence<String>) -> [String] {
    var joined: [String] = []
    for argument in arguments {
      if let last = joined.last, ["--remove", "--replace"].contains(last), argument.hasPrefix("-"),
        joined.first == configuration.commandName
      {
        joined[joined.count - 1] += "=" + argument
      } else {
        joined.append(argument)
      }
    }
    return joined
  }

  func validate() throws {
    guard [file != nil, list, remove != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(Words.Usage.importWhat)
    }
  }

  func run() throws {
    let workspace = Workspace(options)
    let decks = try workspace.addedDecks()
    if let remove {
      let name = try decks.remove(remove, from: workspace.bundleAlone())
      try Output.tell(Words.Decks.removed(DeckName.typed(name)))
    }
    if list { try Output.write(Self.list(decks, workspace)) }
    guard let file else { return }
    let addition = try decks.add(
      try DeckInput(file), file, to: workspace.bundleAlone(), replacing: replace, isTrial: dryRun)
    try Output.tell(report(addition))
  }

  /// The added decks, one per line.
  private static func list(_ decks: AddedDecks, _ workspace: Workspace) throws -> String {
    let names = decks.names
    if names.isEmpty { return "" }
    var problems: [ContentError] = []
    return decks.kept(names, try workspace.bundleAlone(), problems: &problems).map { kept in
      Words.Decks.line(
        DeckName.typed(kept.name), cards: kept.deck.map { _ in kept.size },
        source: kept.origin?.source.map(DeckName.typed)) + "\n"
    }.joined()
  }

  /// The results of adding a deck, one sentence per line.
  private func report(_ addition: DeckAddition) -> String {
    let name = DeckName.typed(addition.name)
    var lines = [outcome(addition, name)]
    if addition.ofCourse > 0 { lines.append(Words.Decks.inCourse(addition.ofCourse)) }
    for (other, count) in addition.shared.sorted(by: { $0.key < $1.key }) {
      lines.append(
        Words.Decks.shared(count, with: DeckName.typed(other), file: DeckName.typed(file ?? "-")))
    }
    for setting in addition.ignoredSettings {
      lines.append(Words.Decks.ignored(setting.name, line: setting.line))
    }
    lines += skipped(addition.skipped)
    if dryRun { lines.append(Words.Decks.trial) }
    return lines.joined(separator: "\n")
  }

  private func outcome(_ addition: DeckAddition, _ name: String) -> String {
    switch addition.identity {
    case .new: Words.Decks.added(name, new: addition.new, isTrial: dryRun)
    case .same: Words.Decks.unchanged(name, cards: addition.same)
    case .sameFile, .sameName, .named:
      Words.Decks.updated(
        name, new: addition.new, changed: addition.changed, same: addition.same,
        gone: addition.gone, isTrial: dryRun)
        + (addition.identity == .named ? "" : " " + Words.Decks.whySame)
    }
  }

  /// The skipped notes: the first ones, or all with `--all`.
  private func skipped(_ notes: [SkippedNote]) -> [String] {
    guard !notes.isEmpty else { return [] }
    let shown = all ? notes[...] : notes.prefix(10)
    var lines = [Words.Decks.skipped(notes.count)]
    lines += shown.map { Words.Decks.skippedNote(line: $0.line, $0.reason.words) }
    if shown.count < notes.count { lines.append(Words.Decks.more(notes.count - shown.count)) }
    return lines
  }
}
