import CursesTerminal
import Foundation
import LearnerRecord
import LessonReader
import Lessons
import Practice
import TerminalUI
import TutorScreens
import Words

/// A session at the terminal.
struct Session {
  let workspace: Workspace

  /// Runs until the learner leaves.
  ///
  /// - Parameters:
  ///   - route: The screen to open on top of the home screen.
  ///   - isAlone: Whether leaving that screen leaves the program.
  ///   - prepare: Changes the context before the first screen.
  /// - Throws: `Failure` if the course, the record or the terminal cannot be used, or if something could not be
  ///   saved to the end.
  func run(
    opening route: Route? = nil, isAlone: Bool = false,
    _ prepare: (inout AppContext) -> Void = { _ in }
  )
    throws(Failure)
  {
    if workspace.options.isPlain {
      return try PlainSession(workspace: workspace).run(
        opening: route, isAlone: isAlone, prepare)
    }
    var problems: [ContentError] = []
    let bundle = try workspace.bundle(problems: &problems)
    let terminal: CursesTerminal
    do throws(TerminalError) {
      terminal = try CursesTerminal(
        colors: workspace.options.color, noColor: workspace.noColor,
        crashMessage: Words.Failures.crashed(unsaved: 0))
    } catch {
      throw Failure(error)
    }
    defer { terminal.close() }
    var logProblem: String?
    let log = DebugLog.open(Environment(), problem: &logProblem)
    let runtime = try EffectRuntime(
      recordAt: workspace.recordPath, lab: workspace.labRunner, copy: terminal.copy,
      useMouse: terminal.useMouse, log: log)
    var context = workspace.appContext(
      bundle, learner: Learner(), size: terminal.size, isUTF8: CursesTerminal.localeIsUTF8())
    context.hasColor = terminal.hasColor
    runtime.begin(in: &context)
    context.reportSkipped(problems)
    context.statusMessage = context.statusMessage ?? logProblem
    prepare(&context)
    let watch = CourseWatch(folder: try workspace.courseFolder(), files: workspace.courseFiles)
    terminal.watched = watch.file
    var loop = RunLoop(
      TutorSession(opening: route ?? context.welcome, isAlone: isAlone), workspace: workspace,
      terminal: terminal,
      runtime: runtime,
      watch: watch, log: log)
    let graded = context.learner.reviewCount
    loop.run(in: &context)
    terminal.close()
    try runtime.finish(day: context.today.iso)
    if context.learner.reviewCount > graded { try Output.write(context.farewell + "\n") }
  }
}
