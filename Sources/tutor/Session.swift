import CursesTerminal
import Foundation
import LearnerRecord
import LessonReader
import Practice
import TerminalUI
import TutorScreens

/// A sitting at the terminal: hands events to the screens and performs what they ask for.
struct Session {
  let workspace: Workspace

  /// Runs until the learner leaves.
  ///
  /// - Parameters:
  ///   - screen: What to open on top of the home screen.
  ///   - prepare: Changes the surroundings before the first screen.
  /// - Throws: `Failure` if the course, the record or the terminal cannot be used.
  func run(opening screen: TutorScreen? = nil, _ prepare: (inout Surroundings) -> Void = { _ in })
    throws(Failure)
  {
    if workspace.options.isPlain {
      return try PlainSession(workspace: workspace).run(opening: screen, prepare)
    }
    var problems: [ContentError] = []
    let course = try workspace.course(problems: &problems)
    let terminal: CursesTerminal
    do throws(TerminalError) {
      terminal = try CursesTerminal(
        colors: workspace.options.color, noColor: workspace.noColor)
    } catch {
      throw Failure(error)
    }
    defer { terminal.close() }
    let watch = CourseWatch(folder: try workspace.courseFolder())
    terminal.watched = watch.file
    let journal: Journal
    do throws(Failure) {
      journal = Journal(try workspace.record(), copy: terminal.copy, useMouse: terminal.useMouse)
    } catch {
      terminal.close()
      throw error
    }
    var context = workspace.surroundings(
      course, learner: Learner(), size: terminal.size, isUTF8: CursesTerminal.localeIsUTF8())
    context.hasColor = terminal.hasColor
    journal.readNew(into: &context)
    if let moved = journal.movedAside {
      context.notice = "The old record could not be read; it is kept as \(moved)."
    }
    if let latest = context.learner.latestTime, latest > context.now + 86_400 {
      let days = (latest - context.now) / 86_400
      context.notice =
        "The clock stands \(days) days before your latest answer: is it right? `tutor progress repair` can help."
    }
    if let problem = problems.first {
      context.notice = "An added deck is left out: \(Failure(problem).sentence)."
    }
    prepare(&context)
    var session = TutorSession(opening: screen)
    session.start(in: &context, perform: journal.perform)
    while !session.isOver {
      terminal.present(session.view(in: context))
      let input = terminal.nextInput(timeout: session.tick)
      Clock.set(&context)
      switch input {
      case .closed: return
      case .timeout: session.handle(.tick, in: &context, perform: journal.perform)
      case .key(.control("l")): terminal.invalidate()
      case .key(let key):
        journal.readNew(into: &context)
        session.handle(.key(key), in: &context, perform: journal.perform)
      case .watched:
        guard watch.hasChanged() else { continue }
        readAnew(&context)
        session.handle(.appeared, in: &context, perform: journal.perform)
      case .resized:
        context.size = terminal.size
        session.handle(.appeared, in: &context, perform: journal.perform)
      }
    }
  }
}

extension Session {
  /// Takes in a course that was edited; one with mistakes is told of, and the old one stays.
  private func readAnew(_ context: inout Surroundings) {
    do throws(Failure) {
      context.course = try workspace.course()
      context.courseVersion += 1
      context.notice = "The lesson has changed and has been read anew."
    } catch {
      context.notice = error.sentence
    }
  }
}

/// Performs what screens ask for: facts go to disk before anything else happens.
final class Journal {
  private let record: LearnerRecord?
  /// Ids sort as the events happened, within a second too.
  private var ids = EventClock()
  /// Events that could not be written yet.
  private var unwritten: [LearnerEvent] = []

  /// Hands a text to the terminal's clipboard.
  private let copy: (String) -> Void
  /// Has the terminal report the mouse, or stop it.
  private let useMouse: (Bool) -> Void

  /// Keeps facts in a record; without one they are forgotten.
  init(
    _ record: LearnerRecord?, copy: @escaping (String) -> Void = { _ in },
    useMouse: @escaping (Bool) -> Void = { _ in }
  ) {
    self.record = record
    self.copy = copy
    self.useMouse = useMouse
  }

  /// Where a file that was no record has been moved to.
  var movedAside: String? { record?.movedAside }

  /// Takes in what another window has written.
  func readNew(into context: inout Surroundings) {
    let events = (try? record?.newEvents()) ?? []
    for event in events { context.learner.apply(event) }
    if let last = events.map(\.id).max() { ids.pass(last) }
  }

  /// Performs one effect.
  func perform(_ effect: Effect, _ context: inout Surroundings) {
    switch effect {
    case .setCharset(let charset): context.charset = charset
    case .tell(let text): context.notice = text
    case .copy(let text): copy(text)
    case .useMouse(let isUsed): useMouse(isUsed)
    case .record(let fact):
      let event = LearnerEvent(
        id: ids.next(at: Clock.milliseconds, random: .random(in: 0 ... .max)), time: context.now,
        utcOffset: context.utcOffset, fact: fact)
      guard record != nil else {
        context.learner.apply(event)
        return
      }
      unwritten.append(event)
      writeAll(&context)
    }
  }

  /// Puts everything on disk that is not there yet; what fails is kept and tried again.
  private func writeAll(_ context: inout Surroundings) {
    while let event = unwritten.first {
      do {
        try record?.append(event)
        unwritten.removeFirst()
      } catch {
        context.notice =
          "Not saved yet: \(Failure(error).sentence). It is tried again with the next answer."
        return
      }
    }
    readNew(into: &context)
  }
}
