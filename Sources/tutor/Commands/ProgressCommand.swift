import ArgumentParser
import Foundation
import LearnerRecord
import Practice
import TerminalUI
import TutorScreens
import Words

/// Prints the learner's statistics.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: Words.Commands.progress,
    subcommands: [
      PathCommand.self, ExportCommand.self, ImportCommand.self, MergeCommand.self,
      BackupCommand.self, RestoreCommand.self, ResetCommand.self,
      RepairCommand.self, ExamCommand.self, RetentionCommand.self,
      OptimiseCommand.self,
    ])
  @Flag(help: ArgumentHelp(Words.OptionHelp.progressJSON)) var json = false
  @OptionGroup var output: OutputOption
  @OptionGroup var options: Options

  func run() throws {
    let context = try Workspace(options).printing()
    if json {
      return try output.write(ProgressReport(context).json)
    }
    try output.write(context.printed(ProgressText(context, width: output.textWidth).lines))
  }

  /// Prints the record's path.
  struct PathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "path", abstract: Words.Commands.path)
    @OptionGroup var options: Options

    func run() throws { try Output.write(Workspace(options).recordPath + "\n") }
  }

  /// Exports the record as text.
  struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: Words.Commands.exportRecord)
    @OptionGroup var output: OutputOption
    @OptionGroup var options: Options

    func run() throws {
      try output.write(RecordLines.text(LearnerRecord.entriesToRead(Workspace(options))))
    }
  }

  /// Imports events from text.
  struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: Words.Commands.importRecord)
    @Argument(help: ArgumentHelp(Words.OptionHelp.exportedRecord), completion: .file())
    var file: String
    @Flag(help: ArgumentHelp(Words.OptionHelp.dryRun)) var dryRun = false
    @OptionGroup var options: Options

    func run() throws {
      guard let text = String(validating: try InputFile.read(file), as: UTF8.self) else {
        throw Failure(Words.Files.exportNotUTF8(file), status: Failure.Status.badContent)
      }
      let reading: RecordReading
      do throws(LearnerRecordError) {
        reading = try RecordLines.read(text, of: file)
      } catch {
        throw Failure(error)
      }
      try unite(reading, of: file, options, dryRun: dryRun)
    }
  }

  /// Merges another record.
  struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: Words.Commands.merge)
    @Argument(help: ArgumentHelp(Words.OptionHelp.otherRecord), completion: .file())
    var file: String
    @Flag(help: ArgumentHelp(Words.OptionHelp.dryRun)) var dryRun = false
    @OptionGroup var options: Options

    func run() throws {
      guard !isMissing(file) else {
        throw Failure(LearnerRecordError.cannotOpen(path: file, reason: .noRecord))
      }
      let reading: RecordReading
      do throws(LearnerRecordError) {
        reading = try LearnerRecord.reading(ofFile: file)
      } catch {
        throw Failure(error)
      }
      try unite(reading, of: file, options, dryRun: dryRun)
    }
  }

  /// Copies the record.
  struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backup",
      abstract: Words.Commands.backup)
    @OptionGroup var options: Options

    func run() throws {
      let copy: String
      do throws(LearnerRecordError) {
        let record = try LearnerRecord.existing(Workspace(options))
        copy = try record.backUp()
        record.reportRecovery()
      } catch {
        throw Failure(error)
      }
      try Output.write(copy + "\n")
    }
  }
}
