import LearnerRecord
import Practice
import TutorScreens
import Words

/// Performs the effects that screens return, and reports to the learner whether answers are saved.
final class EffectRuntime {
  private let writer: RecordWriter
  private let lab: LabRunner
  /// Copies a text to the terminal's clipboard.
  private let copy: (String) -> Void
  /// Enables or disables mouse reports of the terminal.
  private let useMouse: (Bool) -> Void
  private let log: DebugLog?

  /// Opens the record.
  ///
  /// - Throws: `Failure` if this program may not write the file, for example another program's database.
  init(
    recordAt path: String, lab: LabRunner, copy: @escaping (String) -> Void = { _ in },
    useMouse: @escaping (Bool) -> Void = { _ in }, log: DebugLog? = nil
  ) throws(Failure) {
    do throws(LearnerRecordError) {
      writer = try RecordWriter(path: path)
    } catch {
      throw Failure(error)
    }
    self.lab = lab
    self.copy = copy
    self.useMouse = useMouse
    self.log = log
  }

  /// Makes a runtime without a record and a terminal; events are kept in memory only.
  init(lab: LabRunner) {
    writer = RecordWriter()
    self.lab = lab
    copy = { _ in }
    useMouse = { _ in }
    log = nil
  }

  /// Whether saving should be retried soon because another program has locked the record.
  var isBusy: Bool { writer.isBusy }

  /// The number of events that are only in memory.
  var unsavedCount: Int { writer.pending.count }

  /// Reads the record.
  func begin(in context: inout AppContext) {
    tell(writer.begin(with: &context.learner), in: &context)
    if let problem = writer.problem {
      context.statusMessage = Words.Saving.onlyInMemory(Self.reason(of: problem))
    } else if context.learner.eventCount == 0, writer.hasDailyCopies {
      context.statusMessage = context.statusMessage ?? Words.Saving.missingButCopied
    }
    if let latest = context.learner.latestTime, latest > context.now + 86_400 {
      context.statusMessage = Words.StatusMessages.clockIsBehind(
        days: (latest - context.now) / 86_400)
    }
  }

  /// Reads events that other instances have written.
  func readNew(into context: inout AppContext) {
    tell(writer.readNew(into: &context.learner), in: &context)
  }

  /// Retries to save the events that are only in memory.
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
    case .tell(let text): context.statusMessage = text
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
      context.statusMessage = Words.Saving.notYet(count, Self.reason(of: error))
    case .saved: context.statusMessage = Words.Saving.savedNow
    case .recovered(let recovery): context.statusMessage = recovery.sentence
    case nil: break
    }
  }

  /// The reason for an error of saving, as a clause.
  private static func reason(of error: LearnerRecordError) -> String {
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

  /// Ends the session: saves events that are only in memory, and makes the daily copy.
  ///
  /// - Parameter day: The date, such as `2027-01-31`.
  /// - Throws: `Failure` if something could not be saved; those events were printed if possible.
  func finish(day: String) throws(Failure) {
    do throws(LearnerRecordError) {
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
  private func printed(_ events: [LearnerEvent], notSaved error: LearnerRecordError) -> Failure {
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
