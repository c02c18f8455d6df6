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
    abstract: "Print what you know.", subcommands: [Path.self])
  @OptionGroup var options: Options

  func run() throws {
    let workspace = Workspace(options)
    let course = try workspace.course()
    var events: [LearnerEvent] = []
    if FileManager.default.fileExists(atPath: workspace.recordPath) {
      events = (try? workspace.record().newEvents()) ?? []
    }
    let context = workspace.surroundings(
      course, learner: Learner(events: events), size: Size(width: 80, height: 24),
      isUTF8: CursesTerminal.localeIsUTF8())
    let lines = ProgressText(context).lines.map(context.charset.text)
    Output.write(lines.joined(separator: "\n") + "\n")
  }

  /// Where the record is.
  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print where the record is kept.")
    @OptionGroup var options: Options

    func run() throws { Output.write(Workspace(options).recordPath + "\n") }
  }
}
