import CursesTerminal
import Practice
import TerminalUI
import TutorScreens
import Words

/// Passes input to the screens, performs their effects and draws, until the learner quits.
struct RunLoop {
  private let workspace: Workspace
  private let terminal: CursesTerminal
  private let runtime: EffectRuntime
  private let watch: CourseWatch
  private let log: DebugLog?
  private var session: TutorSession
  private var reload = ReloadDelay()
  private var timer = TickTimer()
  /// The number of unsaved events that the terminal would report if the program crashed.
  private var reportedUnsaved = 0

  /// The milliseconds between two attempts to save while another program uses the record.
  private static let retryPause = 500

  init(
    _ session: TutorSession, workspace: Workspace, terminal: CursesTerminal,
    runtime: EffectRuntime, watch: CourseWatch, log: DebugLog?
  ) {
    self.session = session
    self.workspace = workspace
    self.terminal = terminal
    self.runtime = runtime
    self.watch = watch
    self.log = log
    if let log { self.session.trace = { log.write($0) } }
  }

  /// Runs to the end of the session.
  mutating func run(in context: inout AppContext) {
    session.start(in: &context, perform: runtime.perform)
    present(context)
    runtime.keepCopy(of: context.today.iso)
    while !session.isOver {
      let now = Clock.steady
      timer.start(
        runtime.isBusy ? min(session.tick ?? .max, Self.retryPause) : session.tick, at: now)
      // After a tick its interval starts again, so that input is read between two ticks.
      let input =
        timer.isDue(at: now)
        ? .timeout
        : terminal.nextInput(timeout: reload.timeout(orAfter: timer.timeout(at: now), at: now))
      Clock.set(&context)
      log?.write(.input, input.traced)
      switch input {
      case .closed: return
      case .watched: if watch.hasChanged() { reload.begin(at: Clock.steady) }
      default:
        take(input, &context)
        reportUnsaved()
        if !session.isOver { present(context) }
      }
    }
  }

  private mutating func take(_ input: TerminalInput, _ context: inout AppContext) {
    switch input {
    case .closed, .watched: break
    case .timeout where reload.isOver(at: Clock.steady):
      reloadCourse(&context)
      handle(.appeared, &context)
    case .timeout:
      guard timer.takeTick(at: Clock.steady) else { break }
      if runtime.isBusy { runtime.retry(in: &context) }
      if session.tick != nil { handle(.tick, &context) }
    case .key(let key) where session.asksForRedraw(key, in: context):
      terminal.invalidate()
    case .key(let key):
      runtime.readNew(into: &context)
      handle(.key(key), &context)
    case .pasted(let text):
      runtime.readNew(into: &context)
      session.paste(text, in: &context, perform: runtime.perform)
    case .resized:
      context.size = terminal.size
      handle(.appeared, &context)
    }
  }

  private mutating func handle(_ event: Event, _ context: inout AppContext) {
    session.handle(event, in: &context, perform: runtime.perform)
  }

  private func present(_ context: AppContext) {
    let start = log.map { _ in Clock.steady }
    terminal.present(session.view(in: context))
    guard let log, let start else { return }
    let size = "\(context.size.width)x\(context.size.height)"
    log.write(.frame, size + ", " + DebugLog.tenths(Clock.steady - start) + " ms")
  }

  /// Reports the number of unsaved events to the terminal, for the message after a crash.
  private mutating func reportUnsaved() {
    guard runtime.unsavedCount != reportedUnsaved else { return }
    reportedUnsaved = runtime.unsavedCount
    terminal.setUnsaved(
      reportedUnsaved, crashMessage: Words.Failures.crashed(unsaved: reportedUnsaved))
  }

  /// Reloads the course; if that fails, the old one stays and a message states the reason.
  private func reloadCourse(_ context: inout AppContext) {
    do throws(Failure) {
      context.bundle = try workspace.bundle()
      context.courseVersion += 1
      context.statusMessage = Words.StatusMessages.lessonReloaded
    } catch {
      context.statusMessage = error.sentence
    }
  }
}

extension TerminalInput {
  /// The kind of input for a debug log; the event that follows names the key.
  fileprivate var traced: String {
    switch self {
    case .key: "key"
    case .pasted: "pasted"
    case .timeout: "timeout"
    case .resized: "resized"
    case .watched: "watched"
    case .closed: "closed"
    }
  }
}
