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
      let context = try workspace.printing()
      guard let percent else {
        let text = RetentionText(context, width: Output.textWidth)
        return try Output.write(context.printed(text.lines))
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
