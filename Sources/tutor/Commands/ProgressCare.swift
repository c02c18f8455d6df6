import ArgumentParser
import Foundation
import LearnerRecord
import Practice
import TutorScreens
import Words

extension Progress {
  /// The record as a copy has it.
  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore",
      abstract: Words.Commands.restore,
      discussion: Words.Commands.restoreMore)
    @Argument(
      help: ArgumentHelp(Words.OptionHelp.copy),
      completion: .file())
    var file: String?
    @OptionGroup var options: Options

    func run() throws {
      let path = Workspace(options).recordPath
      guard let file = file ?? RecordCopies(ofRecord: path).daily.first else {
        throw Failure(
          Words.Files.noCopies(ofRecord: path),
          status: Failure.Status.noInput)
      }
      guard FileManager.default.fileExists(atPath: file) else {
        throw Failure(Words.Files.noCopy(file), status: Failure.Status.noInput)
      }
      let report: String
      do throws(RecordError) {
        let entries = try LearnerRecord.entries(ofFile: file)
        let restored = Words.Reports.restored(events: entries.count, from: file)
        report = try begin(with: entries, options, restored)
      } catch {
        throw Failure(error)
      }
      try Output.tell(report)
    }
  }

  /// A new record.
  struct Reset: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reset",
      abstract: Words.Commands.reset)
    @Flag(help: ArgumentHelp(Words.OptionHelp.resetYes)) var yes = false
    @OptionGroup var options: Options

    func run() throws {
      guard yes else {
        throw Failure(
          Words.Usage.confirmReset,
          status: Failure.Status.usage)
      }
      let report: String
      do throws(RecordError) {
        _ = try LearnerRecord.existing(Workspace(options))
        report = try begin(with: [], options, Words.Reports.reset)
      } catch {
        throw Failure(error)
      }
      try Output.tell(report)
    }
  }

  /// Grades from a clock that was ahead.
  struct Repair: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "repair",
      abstract: Words.Commands.repair,
      discussion: Words.Commands.repairMore)
    @Flag(help: ArgumentHelp(Words.OptionHelp.repairApply)) var apply = false
    @OptionGroup var options: Options

    func run() throws {
      let workspace = Workspace(options)
      let context = try workspace.standing()
      let ahead = context.learner.reviews(after: context.now + 60)
      guard let last = ahead.last else {
        return try Output.tell(Words.Reports.nothingAhead)
      }
      guard apply else {
        return try Output.tell(
          Words.Reports.ahead(grades: ahead.count, latest: last.day.iso))
      }
      let days = (last.time - context.now + 86399) / 86400
      let copy: String
      do throws(RecordError) {
        let record = try LearnerRecord.existing(workspace)
        copy = try record.backUp()
        try record.append(
          ahead.flatMap { event in
            [
              (.undo(event: event.id), context.now, context.utcOffset),
              (event.fact, event.time - days * 86400, event.utcOffset),
            ]
          })
      } catch {
        throw Failure(error)
      }
      try Output.tell(
        Words.Reports.recordKept(as: copy) + "\n"
          + Words.Reports.movedBack(grades: ahead.count, days: days))
    }
  }

  /// The day of an exam.
  struct Exam: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "exam",
      abstract: Words.Commands.exam)
    @Argument(help: ArgumentHelp(Words.OptionHelp.examDay)) var day: String
    @OptionGroup var options: Options

    func run() throws {
      let workspace = Workspace(options)
      let context = try workspace.standing()
      let exam = LocalDay(iso: day)
      guard day == "none" || (exam.map { $0 > context.today } ?? false) else {
        throw Failure(
          Words.Usage.badExamDay(day),
          status: Failure.Status.usage)
      }
      do throws(RecordError) {
        try LearnerRecord(path: workspace.recordPath).append([
          (.exam(day: exam?.number), context.now, context.utcOffset)
        ])
      } catch {
        throw Failure(error)
      }
      try Output.tell(exam.map { Words.Reports.exam(on: $0.iso) } ?? Words.Reports.noExam)
    }
  }
}

/// Begins the record anew with some events, after a copy of it has been made.
///
/// - Returns: What the former record is kept as, if there was one, and the report, in sentences.
private func begin(
  with entries: [LearnerRecord.Entry], _ options: Options, _ report: String
) throws(RecordError) -> String {
  let workspace = Workspace(options)
  let path = workspace.recordPath
  let isThere = FileManager.default.fileExists(atPath: path)
  let record = try LearnerRecord(path: path)
  let kept = isThere ? [Words.Reports.recordKept(as: try record.backUp())] : []
  try record.replaceAll(with: entries)
  // A record that is damaged later is mended from the latest copy: this one.
  RecordCopies(ofRecord: path).forget()
  try RecordCopies(ofRecord: path).keep(day: Clock.today.iso, anew: true)
  return (kept + [report]).joined(separator: "\n")
}
