import ArgumentParser
import CursesTerminal
import Practice
import TerminalUI
import TutorScreens
import Words

/// Prints the manual page, which `make install` installs.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: Words.Commands.manual, shouldDisplay: false)
  @OptionGroup var options: Options

  func run() throws {
    let workspace = Workspace(options)
    let context = workspace.appContext(
      try workspace.bundleAlone(), learner: Learner(), size: Size(width: 80, height: 24),
      isUTF8: false)
    let page = ManualPage(try CommandHelp.whole(), keys: Screens.keyTables(in: context))
    try Output.write(page.text)
  }
}

/// Prints a shell's completion script.
///
/// The parser's own `--generate-completion-script` omits the options of the default command, although they may be typed
/// without the command's name.
struct CompletionsCommand: ParsableCommand {
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: Words.Commands.completions,
    shouldDisplay: false)
  @Argument(help: ArgumentHelp(Words.OptionHelp.shell)) var shell: Shell

  func run() throws {
    let script = CompletedTutor.completionScript(
      for: CompletionShell(rawValue: shell.rawValue) ?? .bash)
    // A script that is sourced needs no interpreter line.
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
    try Output.write(lines.drop { $0.hasPrefix("#!") || $0.isEmpty }.joined(separator: "\n") + "\n")
  }

  /// The command line with the default command's options at the top level.
  private struct CompletedTutor: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: Tutor.configuration.commandName ?? "tutor",
      version: Tutor.configuration.version, subcommands: Tutor.configuration.subcommands)
    @OptionGroup var options: Options
  }
}
