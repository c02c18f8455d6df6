import Dispatch
import Foundation
import LearnerRecord
import Practice
import Synchronization
import TutorScreens
import Words

/// Performs what screens ask for: facts go to disk before anything else happens.
///
/// What the disk does not take is kept in memory, counts at once, and goes to disk as soon as it can.
final class Journal {
  /// Opens the record; tried again and again where it cannot be opened.
  private let open: (() throws(RecordError) -> LearnerRecord)?
  private let path: String
  private var record: LearnerRecord?
  /// Why nothing could be saved at first.
  private var problem: RecordError?
  /// Ids sort as the events happened, within a second too.
  private var ids = EventClock()
  /// Events that could not be written yet.
  private var unwritten: [LearnerEvent] = []
  /// Events that count although they have not been read from the record.
  private var ahead: Set<String> = []
  /// Whether the learner has been told that something is not saved.
  private var hasWarned = false
  /// Whether the latest write found the record held by another program.
  private(set) var isBusy = false
  /// Whether anything was written in this sitting.
  private var hasWritten = false
  private var toldRecovery: Recovery?
  /// The day's copy while it is made.
  private var copying: DayCopy?

  private let lab: LabRunner
  /// Hands a text to the terminal's clipboard.
  private let copy: (String) -> Void
  /// Has the terminal report the mouse, or stop it.
  private let useMouse: (Bool) -> Void

  /// Opens a record.
  ///
  /// - Throws: `RecordError` if the file is none that this program may write; where the system refuses, it goes on
  ///   in memory.
  init(
    _ path: String, lab: LabRunner, copy: @escaping (String) -> Void = { _ in },
    useMouse: @escaping (Bool) -> Void = { _ in }
  ) throws(RecordError) {
    self.path = path
    self.lab = lab
    self.copy = copy
    self.useMouse = useMouse
    open = { () throws(RecordError) in
      try LearnerRecord(path: path, waiting: Journal.shortly)
    }
    do {
      record = try LearnerRecord(path: path, waiting: Journal.patience)
      problem = record?.writingProblem
    } catch {
      switch error {
      case .cannotOpen, .cannotWrite, .busy: problem = error
      case .newerFormat, .notARecord, .isLink, .badLine: throw error
      }
    }
  }

  /// Keeps nothing: what happens counts as long as the program runs.
  init(lab: LabRunner) {
    path = ""
    self.lab = lab
    open = nil
    copy = { _ in }
    useMouse = { _ in }
  }

  /// Takes in what is on the record, or, where it cannot be opened, what can be read of it.
  func begin(in context: inout AppContext) {
    if record == nil {
      for entry in (try? LearnerRecord.readable(at: path)) ?? [] {
        if let event = entry.event { take(event, into: &context.learner) }
      }
    }
    readNew(into: &context)
    if let problem {
      context.notice = Words.Saving.onlyInMemory(Self.reason(of: problem))
    } else if context.learner.eventCount == 0, !RecordCopies(ofRecord: path).daily.isEmpty {
      context.notice = context.notice ?? Words.Saving.missingButCopied
    }
    if let latest = context.learner.latestTime, latest > context.now + 86_400 {
      context.notice = Words.Notices.clockIsBehind(days: (latest - context.now) / 86_400)
    }
  }

  /// Takes in what another window has written.
  func readNew(into context: inout AppContext) {
    mendIfNeeded()
    var learner = context.learner
    context.learner = Learner()
    try? record?.readNew(
      { take($0, into: &learner) },
      afresh: {
        learner = Learner()
        ahead = []
      })
    for event in unwritten where ahead.insert(event.id).inserted { learner.apply(event) }
    context.learner = learner
    tellOfRecovery(in: &context)
  }

  private func take(_ event: LearnerEvent, into learner: inout Learner) {
    ids.pass(event.id)
    if ahead.isEmpty || ahead.remove(event.id) == nil { learner.apply(event) }
  }

  private func tellOfRecovery(in context: inout AppContext) {
    guard let recovery = record?.recovery, recovery != toldRecovery else { return }
    toldRecovery = recovery
    context.notice = recovery.sentence
  }

  /// Events that only memory holds.
  var waiting: Int { unwritten.count }

  /// Performs one effect.
  ///
  /// - Returns: Its answer; nil for effects that have none.
  func perform(_ effect: Effect, _ context: inout AppContext) -> Effect.Answer? {
    switch effect {
    case .setCharset(let charset): context.charset = charset
    case .tell(let text): context.notice = text
    case .copy(let text): copy(text)
    case .useMouse(let isUsed): useMouse(isUsed)
    case .record(let fact):
      let event = LearnerEvent(
        id: ids.next(at: Clock.milliseconds, random: .random(in: 0 ... .max)), time: context.now,
        utcOffset: context.utcOffset, fact: fact)
      if open == nil { context.learner.apply(event) } else { keep(event, in: &context) }
    case .lab(let effect): return lab.perform(effect)
    }
    return nil
  }

  private func keep(_ event: LearnerEvent, in context: inout AppContext) {
    unwritten.append(event)
    tryAgain(in: &context)
  }

  /// Puts on disk what waits, and tells how it went.
  func tryAgain(in context: inout AppContext) {
    do {
      try writeAll()
      isBusy = false
      if hasWarned { context.notice = Words.Saving.savedNow }
      hasWarned = false
    } catch {
      if case .busy = error { isBusy = true }
      tell(of: error, in: &context)
    }
    readNew(into: &context)
  }

  /// Puts everything on disk that is not there yet.
  private func writeAll() throws(RecordError) {
    if record == nil { record = try open?() }
    while let event = unwritten.first {
      try record?.append(event, waiting: isBusy || hasWarned ? Self.shortly : Self.patience)
      hasWritten = true
      unwritten.removeFirst()
    }
  }

  /// How long an answer waits for other programs, in milliseconds; and how long when they have been waited for before.
  private static let (patience, shortly) = (2000, 50)

  private func tell(of error: RecordError, in context: inout AppContext) {
    hasWarned = true
    context.notice = Words.Saving.notYet(unwritten.count, Self.reason(of: error))
  }

  /// Why something is not saved.
  private static func reason(of error: RecordError) -> String {
    switch error {
    case .cannotOpen(_, let reason), .cannotWrite(_, let reason): reason.sentence
    case .busy: Words.Saving.busy
    case .newerFormat, .notARecord, .isLink, .badLine: Failure(error).sentence
    }
  }
}

extension Journal {
  /// Makes the copy of a day while the learner goes on.
  func keepCopy(of day: String) {
    guard record != nil else { return }
    copying = DayCopy(of: path, day: day)
  }

  /// Mends the record if making the day's copy has shown that it is damaged.
  private func mendIfNeeded() {
    guard copying?.hasFoundDamage == true else { return }
    copying = nil
    try? record?.mend()
  }

  /// Ends the sitting: what waits is written, and the day's copy takes in what was learnt.
  ///
  /// - Parameter day: As in 2027-01-31.
  /// - Throws: `Failure` if something could not be saved; then it has been printed, if that was possible.
  func finish(day: String) throws(Failure) {
    do {
      try writeAll()
      try record?.settle()
    } catch {
      guard !unwritten.isEmpty else { throw Failure(error) }
      throw printed(unwritten, notSaved: error)
    }
    copying?.wait()
    mendIfNeeded()
    if hasWritten { keepLastCopy(of: day) }
    if let recovery = record?.recovery, recovery != toldRecovery {
      ErrorOutput.tell(recovery.sentence)
    }
  }

  private func keepLastCopy(of day: String) {
    let copies = RecordCopies(ofRecord: path)
    do throws(RecordError) {
      try copies.keep(day: day, anew: true)
    } catch {
      guard case .cannotWrite(_, .damaged) = error else { return }
      try? record?.mend()
      try? copies.keep(day: day, anew: true)
    }
  }

  /// Prints what could not be saved, to standard error where standard output takes nothing.
  ///
  /// - Returns: What the learner is told.
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

/// The copy of a day that another thread makes.
private final class DayCopy: Sendable {
  private let damage = Mutex(false)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins to copy.
  init(of path: String, day: String) {
    Thread.detachNewThread { [self] in
      do throws(RecordError) {
        try RecordCopies(ofRecord: path).keep(day: day)
      } catch {
        if case .cannotWrite(_, .damaged) = error { damage.withLock { $0 = true } }
      }
      isDone.signal()
    }
  }

  /// Whether the record has turned out to be damaged.
  var hasFoundDamage: Bool { damage.withLock { $0 } }

  /// Waits for the end of it, but not for ever: half a copy is taken away later.
  func wait() { _ = isDone.wait(timeout: .now() + .milliseconds(500)) }
}
