import Foundation
import LearnerRecord
import LessonReader
import Lessons
import Practice
import TerminalUI
import TutorScreens
import Words

/// The plain-text session: screens as text, keys by name, line by line.
struct PlainSession {
  let workspace: Workspace

  /// Runs until the learner leaves or the input ends.
  ///
  /// - Parameters:
  ///   - route: The screen to open on top of the home screen.
  ///   - isAlone: Whether leaving that screen leaves the program.
  ///   - prepare: Changes the context before the first screen.
  /// - Throws: `Failure` if the course or the record cannot be used, something could not be saved to the end, or
  ///   standard output takes no more.
  func run(
    opening route: Route?, isAlone: Bool, _ prepare: (inout AppContext) -> Void
  ) throws(Failure) {
    var problems: [ContentError] = []
    let bundle = try workspace.bundle(problems: &problems)
    var logProblem: String?
    let log = DebugLog.open(Environment(), problem: &logProblem)
    let runtime = try EffectRuntime(
      recordAt: workspace.recordPath, lab: workspace.labRunner, log: log)
    var context = workspace.appContext(
      bundle, learner: Learner(), size: PlainText.size, isUTF8: false
    ).plain
    runtime.begin(in: &context)
    context.reportSkipped(problems)
    context.statusMessage = context.statusMessage ?? logProblem
    runtime.keepCopy(of: context.today.iso)
    prepare(&context)
    do throws(Failure) {
      var session = TutorSession(opening: route, isAlone: isAlone)
      if let log { session.trace = { log.write($0) } }
      try sit(session, runtime, &context)
    } catch {
      // Saves the answers even if the output cannot be printed.
      try runtime.finish(day: context.today.iso)
      throw error
    }
    try runtime.finish(day: context.today.iso)
  }

  private func sit(
    _ session: TutorSession, _ runtime: EffectRuntime, _ context: inout AppContext
  ) throws(Failure) {
    var session = session
    session.start(in: &context, perform: runtime.perform)
    let asks = isatty(STDIN_FILENO) != 0
    // With the output piped away, the question is not visible.
    let isPrinted = asks && isatty(STDOUT_FILENO) == 0
    if isPrinted {
      return try Output.write(session.plainText(in: context)?.text() ?? "")
    }
    try Output.tell(context.plainWelcome + "\n")
    var transcript = PlainTranscript()
    // What a line did, besides changing the screen.
    var answer = Answer.pressed
    while let text = session.plainText(in: context) {
      let news = transcript.next(text, isAsked: answer == .askedForPage)
      switch answer {
      case .pressed: try news.isEmpty ? Output.tell(Words.Plain.unchanged) : Output.write(news)
      case .askedForPage: try Output.write(news)
      case .unknown(let word): try Output.tell(context.plainComplaint(about: word))
      }
      if asks { try Output.write("> ") }
      guard let line = readLine() else { return }
      Clock.set(&context)
      answer = handle(line, in: &session, runtime, &context)
    }
  }

  /// The effect of a typed line.
  private enum Answer: Equatable {
    /// Its keys were pressed.
    case pressed
    case askedForPage
    /// It contains no key; the beginning of the line is given.
    case unknown(String)
  }

  private func handle(
    _ line: String, in session: inout TutorSession, _ runtime: EffectRuntime,
    _ context: inout AppContext
  ) -> Answer {
    if session.plainInput == .keys, line == Words.Plain.again { return .askedForPage }
    guard let keys = session.plainKeys(line, in: context) else {
      return .unknown(String(line.prefix(20).filter { $0.isASCII && !$0.isControl }))
    }
    runtime.readNew(into: &context)
    for key in keys where !session.isOver {
      session.handle(.key(key), in: &context, perform: runtime.perform)
    }
    finishWork(of: &session, runtime, &context)
    return .pressed
  }

  /// The milliseconds between two ticks of a screen that is working, rather than showing a clock.
  private static let longestWorkingTick = 100

  /// Lets a search or a race finish, because nothing is printed while it goes on.
  private func finishWork(
    of session: inout TutorSession, _ runtime: EffectRuntime, _ context: inout AppContext
  ) {
    while let tick = session.tick, tick <= Self.longestWorkingTick {
      usleep(UInt32(tick) * 1000)
      Clock.set(&context)
      session.handle(.tick, in: &context, perform: runtime.perform)
    }
  }
}
