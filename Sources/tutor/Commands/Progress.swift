import ArgumentParser
import Foundation
import LearnerRecord
import Practice
import TerminalUI
import TutorScreens

/// What the record says.
struct Progress: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what you know.",
    subcommands: [
      Path.self, Export.self, Import.self, Merge.self, Backup.self, Restore.self, Reset.self,
      Repair.self, Exam.self, Optimise.self,
    ])
  @Flag(help: "Print numbers as JSON.") var json = false
  @OptionGroup var options: Options

  func run() throws {
    let context = try Workspace(options).standing()
    if json {
      Output.write(ProgressReport(context).json)
      return
    }
    let lines = ProgressText(options.plain ? context.plain : context).lines.map {
      context.charset.text($0).withVisibleControls
    }
    Output.write(lines.joined(separator: "\n") + "\n")
  }

  /// Where the record is.
  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print where the record is kept.")
    @OptionGroup var options: Options

    func run() throws { Output.write(Workspace(options).recordPath + "\n") }
  }

  /// The record as text.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the record as JSON Lines, one event a line.")
    @OptionGroup var options: Options

    func run() throws {
      do throws(RecordError) {
        Output.write(try LearnerRecord.existing(Workspace(options)).exported())
      } catch {
        throw Failure(error)
      }
    }
  }

  /// Events from text.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add the events of an exported record; nothing that is there changes.")
    @Argument(help: "What `tutor progress export` printed.", completion: .file())
    var file: String
    @Flag(help: "Say what would be added, and add nothing.") var dryRun = false
    @OptionGroup var options: Options

    func run() throws {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Failure("\(file): there is no such file, or it cannot be read", status: 66)
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        throw Failure(
          "\(file):1:1: this is not UTF-8: give what `tutor progress export` printed", status: 65)
      }
      do throws(RecordError) {
        try unite(LearnerRecord.entries(in: text, of: file), options, dryRun: dryRun)
      } catch {
        throw Failure(error)
      }
    }
  }

  /// Events of another record.
  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add the events of another record, such as one from another machine.")
    @Argument(help: "The other record's file.", completion: .file()) var file: String
    @Flag(help: "Say what would be added, and add nothing.") var dryRun = false
    @OptionGroup var options: Options

    func run() throws {
      guard FileManager.default.fileExists(atPath: file) else {
        throw Failure("\(file): there is no such record", status: 66)
      }
      do throws(RecordError) {
        try unite(LearnerRecord.entries(ofFile: file), options, dryRun: dryRun)
      } catch {
        throw Failure(error)
      }
    }
  }

  /// A copy.
  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copy the record to a file beside it, and read the copy back.")
    @OptionGroup var options: Options

    func run() throws {
      do throws(RecordError) {
        Output.write(try LearnerRecord.existing(Workspace(options)).backUp() + "\n")
      } catch {
        throw Failure(error)
      }
    }
  }
}
