import ArgumentParser
import CursesTerminal
import Foundation
import LearnerRecord
import Practice
import TerminalUI
import TutorScreens

/// What the record says.
struct Progress: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what you know.",
    subcommands: [Path.self, Export.self, Import.self, Merge.self, Backup.self])
  @Flag(help: "Print numbers as JSON.") var json = false
  @OptionGroup var options: Options

  func run() throws {
    let workspace = Workspace(options)
    let course = try workspace.course()
    var events: [LearnerEvent] = []
    if FileManager.default.fileExists(atPath: workspace.recordPath) {
      let record = try workspace.record()
      do throws(RecordError) {
        events = try record.newEvents()
      } catch {
        throw Failure(error)
      }
    }
    let context = workspace.surroundings(
      course, learner: Learner(events: events), size: Size(width: 80, height: 24),
      isUTF8: CursesTerminal.localeIsUTF8())
    if json {
      Output.write(ProgressReport(context).json)
      return
    }
    let lines = ProgressText(context).lines.map(context.charset.text)
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
    @Argument(help: "What `tutor progress export` printed.") var file: String
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
    @Argument(help: "The other record's file.") var file: String
    @Flag(help: "Say what would be added, and add nothing.") var dryRun = false
    @OptionGroup var options: Options

    func run() throws {
      guard FileManager.default.fileExists(atPath: file) else {
        throw Failure("\(file): there is no such record", status: 66)
      }
      do throws(RecordError) {
        try unite(LearnerRecord.copied(from: file).entries(), options, dryRun: dryRun)
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

/// Unites the learner's record with events, after a copy has been made, and says what came of it.
private func unite(
  _ entries: [LearnerRecord.Entry], _ options: Options, dryRun: Bool
) throws(RecordError) {
  let path = Workspace(options).recordPath
  let isThere = FileManager.default.fileExists(atPath: path)
  if dryRun {
    let known = isThere ? Set(try LearnerRecord(path: path).entries().map(\.id)) : []
    let new = Set(entries.map(\.id)).subtracting(known).count
    Output.write("\(new) events would be added, \(entries.count - new) are known.\n")
    return
  }
  let record = try LearnerRecord(path: path)
  if isThere { Output.write("The record as it was is kept as \(try record.backUp()).\n") }
  let merged = try record.merge(entries)
  Output.write("\(merged.added) events added, \(merged.known) were known.\n")
}

extension LearnerRecord {
  /// The record, which must be there.
  fileprivate static func existing(_ workspace: Workspace) throws(RecordError) -> LearnerRecord {
    guard FileManager.default.fileExists(atPath: workspace.recordPath) else {
      throw .cannotOpen(path: workspace.recordPath, reason: "there is no record yet")
    }
    return try LearnerRecord(path: workspace.recordPath)
  }

  /// Another record, read from a copy, so that the file itself stays untouched.
  fileprivate static func copied(from file: String) throws(RecordError) -> LearnerRecord {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tutor-\(UUID().uuidString)")
    let copy = folder.appending(path: "other.sqlite").path
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: file + suffix) {
        try FileManager.default.copyItem(atPath: file + suffix, toPath: copy + suffix)
      }
    } catch {
      throw .cannotOpen(path: file, reason: error.localizedDescription)
    }
    let record = try LearnerRecord(path: copy)
    guard record.movedAside == nil else {
      throw .cannotOpen(path: file, reason: "it is no record of this program")
    }
    return record
  }
}
