import ArgumentParser
import CursesTerminal
import Practice
import TerminalUI
import TextCharts
import TutorScreens
import Words

/// Draws a screen as text or as a picture, without a terminal and without the learner's record.
struct RenderCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, svg
  }

  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: Words.Commands.render,
    discussion: Words.Commands.renderDiscussion(screens: Screens.names))
  @Argument(help: ArgumentHelp(Words.OptionHelp.screen), completion: .list(Screens.names))
  var screen: String
  @Option(help: ArgumentHelp(Words.OptionHelp.screenSize, valueName: "WxH"))
  var size: SizeArgument?
  @Option(help: ArgumentHelp(Words.OptionHelp.keys, valueName: Words.OptionHelp.Value.words))
  var keys: String = ""
  @Option(help: ArgumentHelp(Words.OptionHelp.renderFormat)) var format = Format.text
  @Flag(help: ArgumentHelp(Words.OptionHelp.light)) var light = false
  @OptionGroup var output: OutputOption
  @OptionGroup var options: Options

  func run() throws {
    let workspace = Workspace(options)
    guard Screens.names.contains(screen) else {
      throw Failure(
        Words.Usage.noScreen(screen, choices: Screens.names),
        status: Failure.Status.usage)
    }
    var pressed: [Key] = []
    for word in keys.split(separator: " ") {
      guard let key = Key(word: String(word)) else {
        throw Failure(
          Words.Usage.noKey(String(word)),
          status: Failure.Status.usage)
      }
      pressed.append(key)
    }
    var context = workspace.appContext(
      try workspace.bundle(), learner: Learner(),
      size: try size?.size() ?? Size(width: 80, height: 24), isUTF8: CursesTerminal.localeIsUTF8())
    context.seed = options.seed ?? 0
    let isPlain = workspace.options.isPlain && format == .text
    if isPlain { context = context.plain }
    let runtime = EffectRuntime(lab: workspace.labRunner)
    var session = TutorSession(opening: Screens.route(named: screen))
    session.start(in: &context, perform: runtime.perform)
    for key in pressed { session.handle(.key(key), in: &context, perform: runtime.perform) }
    if isPlain {
      let width = try size?.size().width
      return try output.write(session.plainText(in: context)?.text(width: width) ?? "")
    }
    let frame = session.view(in: context)
    switch format {
    case .text: try output.write(frame.lines.joined(separator: "\n") + "\n")
    case .svg: try output.write(ScreenPicture(frame, palette: light ? .light : .dark).text)
    }
  }
}
