import TerminalUI
import TutorScreens
import Words

/// The manual page in `man` macros: the command line from the parser, the keys from the screens, and the texts of
/// ``ManualText``.
struct ManualPage {
  private let command: CommandHelp
  private let keys: [KeyTable]

  /// Takes the contents.
  ///
  /// - Parameters:
  ///   - command: The whole command line.
  ///   - keys: The keys of all screens.
  init(_ command: CommandHelp, keys: [KeyTable]) {
    self.command = command
    self.keys = keys
  }

  /// The page's source.
  var text: String {
    let title = "\"tutor \(Release.version)\" \"\(Words.Manual.volume)\""
    let heading = Words.Manual.Heading.self
    let words = (
      options: Roff.italic(Words.Manual.options), command: Roff.italic(Words.Manual.command),
      arguments: Roff.italic(Words.Manual.arguments)
    )
    let lines =
      [
        ".\\\" \(Words.Manual.origin)",
        ".TH TUTOR 1 \(Release.date) \(title)",
        // Neither justified nor hyphenated paragraphs.
        ".ad l", ".nh",
        ".SH \(heading.name)", "tutor \\- \(Roff.text(summary))",
        ".SH \(heading.synopsis)", "\(Roff.bold("tutor")) [\(words.options)]", ".br",
        "\(Roff.bold("tutor")) \(words.command) [\(words.arguments)] [\(words.options)]",
        ".SH \(heading.description)",
      ] + paragraphs(Words.Manual.description) + options + commands + keySections
      + list(heading.files, ManualText.files) + list(heading.environment, ManualText.environment)
      + [".SH \(heading.status)"]
      + ManualText.statuses.flatMap { Roff.entry("\($0.number)", $0.words) }
      + examples
    return lines.joined(separator: "\n") + "\n"
  }

  /// The abstract without capital and full stop, for lists of programs.
  private var summary: String {
    let abstract = command.abstract ?? ""
    return abstract.prefix(1).lowercased() + abstract.dropFirst().prefix { $0 != "." }
  }

  private func paragraphs(_ texts: [String]) -> [String] {
    texts.flatMap { [".PP", Roff.lines($0)] }.dropFirst().map { $0 }
  }

  private func list(_ title: String, _ items: [(name: String, words: String)]) -> [String] {
    [".SH \(title)"] + items.flatMap { Roff.entry(Roff.text($0.name), $0.words) }
  }

  private var examples: [String] {
    [".SH \(Words.Manual.Heading.examples)"]
      + ManualText.examples.flatMap { example in
        [".PP", Roff.lines(example.words), ".PP", ".nf", ".RS 4", Roff.text(example.command)]
          + [".RE", ".fi"]
      }.dropFirst()
  }
}

extension ManualPage {
  /// The options of every command: those of the default command, which has no others.
  private var shared: [CommandHelp.Argument] {
    (command.standard?.arguments ?? []).filter(\.shouldDisplay)
  }

  private var options: [String] {
    [".SH \(Words.Manual.Heading.options)", Roff.lines(Words.Manual.sharedOptions)]
      + entries(shared)
  }

  private var commands: [String] {
    [".SH \(Words.Manual.Heading.commands)"]
      + command.shown.flatMap { section($0, within: ["tutor"]) }
  }

  /// A command with its own options, followed by its subcommands.
  private func section(_ command: CommandHelp, within path: [String]) -> [String] {
    let path = path + [command.commandName]
    let common = Set(shared.flatMap { $0.names ?? [] })
    let own = (command.arguments ?? []).filter { argument in
      argument.shouldDisplay && !(argument.names ?? []).contains(where: common.contains)
    }
    let places = own.filter { $0.kind == .positional }.map { " " + place($0) }.joined()
    let words = [command.abstract, command.discussion].compactMap(\.self)
    return [".SS \"\(Roff.bold(path.joined(separator: " ")))\(places)\""] + paragraphs(words)
      + entries(own) + command.shown.flatMap { section($0, within: path) }
  }

  /// A positional argument.
  private func place(_ argument: CommandHelp.Argument) -> String {
    let name = Roff.italic(argument.valueName ?? "") + (argument.isRepeating ? " ..." : "")
    return argument.isOptional ? "[\(name)]" : name
  }

  /// Descriptions of arguments; arguments with the same text share an entry, such as a flag and its inversion.
  private func entries(_ arguments: [CommandHelp.Argument]) -> [String] {
    var rest = arguments[...]
    var lines: [String] = []
    while let first = rest.first {
      let same = rest.prefix { $0.abstract == first.abstract && $0.kind == first.kind }
      rest = rest.dropFirst(same.count)
      var words = first.abstract ?? ""
      if let value = first.defaultValue, first.kind == .option, !value.isEmpty {
        words += " " + Words.Manual.standard(value)
      }
      lines += Roff.entry(same.flatMap(tags).joined(separator: ", "), words)
    }
    return lines
  }

  /// The forms in which an argument is typed.
  private func tags(_ argument: CommandHelp.Argument) -> [String] {
    let value = Roff.italic(argument.valueName ?? "") + (argument.isRepeating ? " ..." : "")
    switch argument.kind {
    case .positional: return [value]
    case .option: return (argument.names ?? []).map { Roff.bold($0.typed) + " " + value }
    case .flag: return (argument.names ?? []).map { Roff.bold($0.typed) }
    }
  }

  private var keySections: [String] {
    [".SH \(Words.Manual.Heading.keys)", Roff.lines(Words.Manual.keys)]
      + keys.flatMap { table in
        [".SS \(Roff.text(table.screen))", ".PD 0"]
          + table.hints.flatMap { hint in
            Roff.entry(
              Roff.bold(hint.label(.words)),
              Words.Manual.action(hint.words, names: hint.groups.map(\.name)), width: 24)
          } + [".PD"]
      }
  }
}
