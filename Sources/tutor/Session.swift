import CursesTerminal
import Foundation
import LearnerRecord
import LessonReader
import Lessons
import Practice
import TerminalUI
import TutorScreens
import Words

/// A sitting at the terminal: hands events to the screens and performs what they ask for.
struct Session {
  let workspace: Workspace

  /// Runs until the learner leaves.
  ///
  /// - Parameters:
  ///   - route: The screen to open on top of the home screen.
  ///   - prepare: Changes the appContext before the first screen.
  /// - Throws: `Failure` if the course, the record or the terminal cannot be used, or if something could not be
  ///   saved to the end.
  func run(opening route: Route? = nil, _ prepare: (inout AppContext) -> Void = { _ in })
    throws(Failure)
  {
    if workspace.options.isPlain {
      return try PlainSession(workspace: workspace).run(opening: route, prepare)
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
    let journal = try workspace.journal(copy: terminal.copy, useMouse: terminal.useMouse)
    var context = workspace.appContext(
      bundle, learner: Learner(), size: terminal.size, isUTF8: CursesTerminal.localeIsUTF8())
    context.hasColor = terminal.hasColor
    journal.begin(in: &context)
    context.tell(ofLeftOut: problems)
    prepare(&context)
    let watch = CourseWatch(folder: try workspace.courseFolder(), files: workspace.courseFiles)
    terminal.watched = watch.file
    sit(TutorSession(opening: route), at: terminal, journal, watch, &context)
    terminal.close()
    try journal.finish(day: context.today.iso)
  }

  /// Milliseconds between two attempts to save while another program holds the record.
  private static let retryPause = 500

  private func sit(
    _ session: TutorSession, at terminal: CursesTerminal, _ journal: Journal, _ watch: CourseWatch,
    _ context: inout AppContext
  ) {
    var session = session
    var reload = ReloadDelay()
    session.start(in: &context, perform: journal.perform)
    terminal.present(session.view(in: context))
    journal.keepCopy(of: context.today.iso)
    var toldWaiting = 0
    while !session.isOver {
      let tick = journal.isBusy ? min(session.tick ?? .max, Self.retryPause) : session.tick
      let input = terminal.nextInput(timeout: reload.timeout(orAfter: tick, at: Clock.steady))
      Clock.set(&context)
      switch input {
      case .closed: return
      case .timeout where reload.isOver(at: Clock.steady):
        readAnew(&context)
        session.handle(.appeared, in: &context, perform: journal.perform)
      case .timeout:
        if journal.isBusy { journal.tryAgain(in: &context) }
        if session.tick != nil { session.handle(.tick, in: &context, perform: journal.perform) }
      case .key(let key) where session.asksForRedraw(key, in: context):
        terminal.invalidate()
      case .key(let key):
        journal.readNew(into: &context)
        session.handle(.key(key), in: &context, perform: journal.perform)
      case .pasted(let text):
        journal.readNew(into: &context)
        session.paste(text, in: &context, perform: journal.perform)
      case .watched:
        if watch.hasChanged() { reload.begin(at: Clock.steady) }
        continue
      case .resized:
        context.size = terminal.size
        session.handle(.appeared, in: &context, perform: journal.perform)
      }
      if journal.waiting != toldWaiting {
        toldWaiting = journal.waiting
        terminal.setUnsaved(toldWaiting, crashMessage: Words.Failures.crashed(unsaved: toldWaiting))
      }
      if !session.isOver { terminal.present(session.view(in: context)) }
    }
  }

  /// Reads the course again; if that fails the old one stays, and a message says why.
  private func readAnew(_ context: inout AppContext) {
    do throws(Failure) {
      context.bundle = try workspace.bundle()
      context.courseVersion += 1
      context.notice = Words.Notices.lessonReadAnew
    } catch {
      context.notice = error.sentence
    }
  }
}
