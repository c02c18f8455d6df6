import ArgumentParser
import Foundation
import LearnerRecord
import Practice
import TutorScreens

extension Progress {
  /// The record as a copy has it.
  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Go back to a copy of the record; the record as it was is kept.",
      discussion: "To add a copy's events without losing later ones, use `tutor progress merge`.")
    @Argument(
      help: "What `tutor progress backup` named; without it, the latest day's copy.",
      completion: .file())
    var file: String?
    @OptionGroup var options: Options

    func run() throws {
      let path = Workspace(options).recordPath
      guard let file = file ?? RecordCopies(ofRecord: path).daily.first else {
        throw Failure(
          "\(path): there is no copy of this record: name another file",
          status: Failure.Status.noInput)
      }
      guard FileManager.default.fileExists(atPath: file) else {
        throw Failure("\(file): there is no such copy", status: Failure.Status.noInput)
      }
      do throws(RecordError) {
        let entries = try LearnerRecord.entries(ofFile: file)
        try begin(with: entries, options)
        Output.write("The record has the \(entries.count) events of \(file).\n")
      } catch {
        throw Failure(error)
      }
    }
  }

  /// A new record.
  struct Reset: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin anew; the record as it was is kept.")
    @Flag(help: "Do it.") var yes = false
    @OptionGroup var options: Options

    func run() throws {
      guard yes else {
        throw Failure(
          "this begins an empty record and keeps the old one beside it: add --yes to do it",
          status: Failure.Status.usage)
      }
      do throws(RecordError) {
        _ = try LearnerRecord.existing(Workspace(options))
        try begin(with: [], options)
        Output.write("A new record has begun.\n")
      } catch {
        throw Failure(error)
      }
    }
  }

  /// Grades from a clock that was ahead.
  struct Repair: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Move grades that are stamped in the future to today.",
      discussion:
        "For a clock that was ahead: such cards would not be asked for that long. The old "
        + "events stay and are marked as undone.")
    @Flag(help: "Do it, and not only say what would be done.") var apply = false
    @OptionGroup var options: Options

    func run() throws {
      let workspace = Workspace(options)
      let context = try workspace.standing()
      let ahead = context.learner.reviews(after: context.now + 60)
      guard let last = ahead.last else {
        Output.write("No grade is stamped in the future.\n")
        return
      }
      guard apply else {
        Output.write(
          "\(ahead.count) grades are stamped in the future, the latest on \(last.day.iso): "
            + "--apply moves them by whole days, so that it falls on today.\n")
        return
      }
      let days = (last.time - context.now + 86399) / 86400
      do throws(RecordError) {
        let record = try LearnerRecord.existing(workspace)
        Output.write("The record as it was is kept as \(try record.backUp()).\n")
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
      Output.write("\(ahead.count) grades moved back by \(days) days.\n")
    }
  }

  /// The day of an exam.
  struct Exam: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Set the day of an exam; the plan up to it stands in `tutor progress`.")
    @Argument(help: "A day, as in 2027-01-31, or none.") var day: String
    @OptionGroup var options: Options

    func run() throws {
      let workspace = Workspace(options)
      let context = try workspace.standing()
      let exam = LocalDay(iso: day)
      guard day == "none" || (exam.map { $0 > context.today } ?? false) else {
        throw Failure(
          "'\(day)' is no day to come: give one as in 2027-01-31, or none",
          status: Failure.Status.usage)
      }
      do throws(RecordError) {
        try LearnerRecord(path: workspace.recordPath).append([
          (.exam(day: exam?.number), context.now, context.utcOffset)
        ])
      } catch {
        throw Failure(error)
      }
      Output.write(exam.map { "The exam is on \($0.iso).\n" } ?? "No exam is planned.\n")
    }
  }
}

/// Begins the record anew with some events, after a copy of it has been made.
private func begin(with entries: [LearnerRecord.Entry], _ options: Options) throws(RecordError) {
  let workspace = Workspace(options)
  let path = workspace.recordPath
  let isThere = FileManager.default.fileExists(atPath: path)
  let record = try LearnerRecord(path: path)
  if isThere { Output.write("The record as it was is kept as \(try record.backUp()).\n") }
  try record.replaceAll(with: entries)
  // A record that is damaged later is mended from the latest copy: this one.
  RecordCopies(ofRecord: path).forget()
  try RecordCopies(ofRecord: path).keep(day: Clock.today.iso, anew: true)
}
