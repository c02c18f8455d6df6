import LearnerRecord
import Practice
import TutorScreens
import Words

/// Performs the effects that screens return, and tells the learner whether answers are saved.
final class EffectRuntime {
  private let writer: RecordWriter
  private let lab: LabRunner
  /// Copies a text to the terminal's clipboard.
  private let copy: (String) -> Void
  /// Turns mouse reports of the terminal on or off.
  private let useMouse: (Bool) -> Void
  private let log: DebugLog?

  /// Opens the record.
  ///
  /// - Throws: `Failure` if the file is none that this program may write.
  init(
    recordAt path: String, lab: LabRunner, copy: @escaping (String) -> Void = { _ in },
    useMouse: @escaping (Bool) -> Void = { _ in }, log: DebugLog? = nil
  ) throws(Failure) {
    do throws(RecordError) {
      writer = try RecordWriter(path: path)
    } catch {
      throw Failure(error)
    }
    self.lab = lab
    self.copy = copy
    self.useMouse = useMouse
    self.log = log
  }

  /// Keeps nothing, and has no terminal.
  init(lab: LabRunner) {
    writer = RecordWriter()
    self.lab = lab
    copy = { _ in }
    useMouse = { _ in }
    log = nil
  }

  /// Whether saving should be tried again soon, since another program holds the record.
  var isBusy: Bool { writer.isBusy }

  /// How many events are only in memory.
  var unsavedCount: Int { writer.pending.count }

  /// Reads the record.
  func begin(in context: inout AppContext) {
    tell(writer.begin(with: &context.learner), in: &context)
    if let problem = writer.problem {
      context.notice = Words.Saving.onlyInMemory(Self.reason(of: problem))
    } else if context.learner.eventCount == 0, writer.hasDailyCopies {
      context.notice = context.notice ?? Words.Saving.missingButCopied
    }
    if let latest = context.learner.latestTime, latest > context.now + 86_400 {
      context.notice = Words.Notices.clockIsBehind(days: (latest - context.now) / 86_400)
    }
  }

  /// Reads what other windows have written.
  func readNew(into context: inout AppContext) {
    tell(writer.readNew(into: &context.learner), in: &context)
  }

  /// Tries again to save what is only in memory.
  func retry(in context: inout AppContext) {
    tell(writer.retry(into: &context.learner), in: &context)
  }

  /// Performs one effect; a fact is on disk afterwards.
  ///
  /// - Returns: Its answer; nil for effects that have none.
  func perform(_ effect: Effect, _ context: inout AppContext) -> Effect.Answer? {
    log?.write(.effect, effect.traced)
    switch effect {
    case .setCharset(let charset): context.charset = charset
    case .tell(let text): context.notice = text
    case .copy(let text): copy(text)
    case .useMouse(let isUsed): useMouse(isUsed)
    case .record(let fact):
      let id = writer.nextID(at: Clock.milliseconds, random: .random(in: 0 ... .max))
      let event = LearnerEvent(
        id: id, time: context.now, utcOffset: context.utcOffset, fact: fact)
      tell(writer.add(event, to: &context.learner), in: &context)
    case .lab(let effect): return lab.perform(effect)
    }
    return nil
  }

  private func tell(_ news: RecordWriter.News?, in context: inout AppContext) {
    switch news {
    case .notSaved(let count, let error):
      context.notice = Words.Saving.notYet(count, Self.reason(of: error))
    case .saved: context.notice = Words.Saving.savedNow
    case .recovered(let recovery): context.notice = recovery.sentence
    case nil: break
    }
  }

  /// Why something is not saved, as a clause.
  private static func reason(of error: RecordError) -> String {
    switch error {
    case .cannotOpen(_, let reason), .cannotWrite(_, let reason): reason.sentence
    case .busy: Words.Saving.busy
    case .newerFormat, .notARecord, .isLink, .badLine: Failure(error).sentence
    }
  }
}

extension EffectRuntime {
  /// Makes the daily copy in the background.
  func keepCopy(of day: String) { writer.keepCopy(of: day) }

  /// Ends the session: saves what is only in memory, and copies what was learnt.
  ///
  /// - Parameter day: As in 2027-01-31.
  /// - Throws: `Failure` if something could not be saved; it has been printed then, if that was possible.
  func finish(day: String) throws(Failure) {
    do throws(RecordError) {
      try writer.finish(day: day)
    } catch {
      guard !writer.pending.isEmpty else { throw Failure(error) }
      throw printed(writer.pending, notSaved: error)
    }
    if let recovery = writer.takeRecovery() { ErrorOutput.tell(recovery.sentence) }
  }

  /// Prints events that could not be saved, to standard error if standard output cannot be written.
  ///
  /// - Returns: The message for the learner.
  private func printed(_ events: [LearnerEvent], notSaved error: RecordError) -> Failure {
    let lines = LearnerRecord.exported(events)
    let reason = Self.reason(of: error)
    do throws(Failure) {
      try Output.write(lines)
      try Output.finish()
    } catch {
      guard ErrorOutput.writes(lines) else {
        return Failure(
          Words.Saving.lostUnprinted(events.count, reason), status: Failure.Status.cannotWrite)
      }
    }
    return Failure(Words.Saving.lost(events.count, reason), status: Failure.Status.cannotWrite)
  }
}
