import ArgumentParser
import Foundation
import LearnerRecord
import Practice
import TutorScreens
import Words

extension ProgressCommand {
  /// Restores the record from a copy.
  struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore",
      abstract: Words.Commands.restore,
      discussion: Words.Commands.restoreDiscussion)
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
      guard !isMissing(file) else {
        throw Failure(Words.Files.noCopy(file), status: Failure.Status.noInput)
      }
      let report: String
      do throws(LearnerRecordError) {
        let reading = try LearnerRecord.reading(ofFile: file)
        reading.reportDamage(of: file)
        let record = try LearnerRecord(path: path)
        let change = try record.replaceKeepingCopy(day: Clock.today.iso) { _ in reading.entries }
        report = record.report(
          keptAs: change.keptAs, Words.Reports.restored(events: change.result, from: file))
      } catch {
        throw Failure(error)
      }
      try Output.tell(report)
    }
  }

  /// Starts an empty record.
  struct ResetCommand: ParsableCommand {
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
      do throws(LearnerRecordError) {
        let record = try LearnerRecord.existing(Workspace(options))
        let change = try record.replaceKeepingCopy(day: Clock.today.iso) { _ in [] }
        report = record.report(keptAs: change.keptAs, Words.Reports.reset)
      } catch {
        throw Failure(error)
      }
      try Output.tell(report)
    }
  }

  /// Repairs entries of a clock that was ahead.
  struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "repair",
      abstract: Words.Commands.repair,
      discussion: Words.Commands.repairDiscussion)
    @Flag(help: ArgumentHelp(Words.OptionHelp.repairApply)) var apply = false
    @OptionGroup var options: Options

    func run() throws {
      let report: String
      do throws(LearnerRecordError) {
        report = try repaired(Workspace(options).recordPath)
      } catch {
        throw Failure(error)
      }
      try Output.tell(report)
    }

    private func repaired(_ path: String) throws(LearnerRecordError) -> String {
      let now = Int(Date().timeIntervalSince1970)
      guard try LearnerRecord.exists(at: path) else { return Words.Reports.nothingAhead }
      let found = ClockRepair(try LearnerRecord.entriesToRead(path), now: now)
      guard let latest = found.latest else { return Words.Reports.nothingAhead }
      guard apply else {
        let day = LocalDay(unixSeconds: latest, utcOffsetSeconds: 0, dayStartSeconds: 0)
        let count = found.runs.reduce(0) { $0 + $1.count }
        return Words.Reports.ahead(entries: count, latest: day.iso)
      }
      let record = try LearnerRecord(path: path)
      var runs: [ClockRepair.Run] = []
      let change = try record.replaceKeepingCopy(day: Clock.today.iso) { entries in
        // Other instances may have written meanwhile.
        let repair = ClockRepair(entries, now: now)
        runs = repair.runs
        return repair.entries
      }
      let lines = runs.map {
        Words.Reports.movedBack(entries: $0.count, days: ($0.seconds + 43_199) / 86_400)
      }
      return record.report(keptAs: change.keptAs, lines.joined(separator: "\n"))
    }
  }

  /// Sets the date of an exam.
  struct ExamCommand: ParsableCommand {
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
      do throws(LearnerRecordError) {
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
