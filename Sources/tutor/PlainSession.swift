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
  ///   - prepare: Changes the context before the first screen.
  /// - Throws: `Failure` if the course or the record cannot be used, something could not be saved to the end, or
  ///   standard output takes no more.
  func run(opening route: Route?, _ prepare: (inout AppContext) -> Void) throws(Failure) {
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
      var session = TutorSession(opening: route)
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
    if asks, !isPrinted {
      try Output.tell(Words.Plain.welcome + "\n")
    }
    var shown = ""
    var isAnswered = false
    while !session.isOver {
      let text = session.plainText(in: context)
      if text != shown {
        try Output.write((shown.isEmpty ? "" : "\n") + text)
      } else if !isAnswered {
        // Confirms that the key was received.
        try Output.tell(Words.Plain.unchanged)
      }
      isAnswered = false
      shown = text
      if isPrinted { return }
      if asks { try Output.write("> ") }
      guard let line = readLine() else { return }
      Clock.set(&context)
      guard let keys = PlainInput.keys(line, isTyping: session.isTyping) else {
        try Output.tell(Words.Plain.noKey(line.prefix(20).filter { $0.isASCII && !$0.isControl }))
        isAnswered = true
        continue
      }
      runtime.readNew(into: &context)
      for key in keys where !session.isOver {
        session.handle(.key(key), in: &context, perform: runtime.perform)
      }
    }
  }
}
