import ArgumentParser
import Foundation
import Words

/// A command as the parser describes it in JSON: the source of help, manual and completions.
struct CommandHelp: Decodable {
  /// An argument, an option or a flag.
  struct Argument: Decodable {
    /// Whether it is positional or named.
    enum Kind: String, Decodable {
      case positional, option, flag
    }
    /// One of its names, without dashes.
    struct Name: Decodable, Hashable {
      var kind: String
      var name: String

      /// The name with its dashes.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: Kind
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var abstract: String?
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool
  var defaultSubcommand: String?
  var arguments: [Argument]?
  var subcommands: [CommandHelp]?

  /// The whole command line.
  static func whole() throws -> CommandHelp {
    struct Document: Decodable {
      var command: CommandHelp
    }
    do {
      _ = try Tutor.parseAsRoot(["--experimental-dump-help"])
    } catch {
      let text = Tutor.fullMessage(for: error)
      return try JSONDecoder().decode(Document.self, from: Data(text.utf8)).command
    }
    throw Failure(Words.Manual.noDescription)
  }

  /// Visible commands, without the parser's own `help`.
  var shown: [CommandHelp] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// The default subcommand.
  var standard: CommandHelp? {
    subcommands?.first { $0.commandName == defaultSubcommand }
  }
}
