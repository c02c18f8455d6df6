import ArgumentParser
import LearnerRecord
import Practice
import TerminalUI
import TutorScreens
import Words

extension ProgressCommand {
  /// Prints the reviews a day at each desired retention, or sets it.
  struct RetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retention",
      abstract: Words.Commands.retention,
      discussion: Words.Commands.retentionDiscussion)
    @Argument(help: ArgumentHelp(Words.OptionHelp.retention)) var percent: String?
    @OptionGroup var options: Options

    func run() throws {
      let workspace = Workspace(options)
      let context = try workspace.standing()
      guard let percent else {
        let lines = RetentionText(options.plain ? context.plain : context).lines.map {
          context.charset.text($0).withVisibleControls
        }
        return try Output.write(lines.joined(separator: "\n") + "\n")
      }
      guard let number = Int(percent), DesiredRetention.percents.contains(number) else {
        throw Failure(
          Words.Usage.badRetention(
            percent, from: DesiredRetention.percents.lowerBound,
            to: DesiredRetention.percents.upperBound),
          status: Failure.Status.usage)
      }
      do throws(LearnerRecordError) {
        try LearnerRecord(path: workspace.recordPath).append([
          (.retention(percent: number), context.now, context.utcOffset)
        ])
      } catch {
        throw Failure(error)
      }
      try Output.tell(Words.Retention.isSet(percent: number))
    }
  }
}
