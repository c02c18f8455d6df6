import Foundation
public import Practice

/// Writes the events of one session to the record and reads those of other instances.
///
/// An event counts as soon as it is added, and is on disk when ``add(_:to:)`` returns. Events that cannot be written
/// are kept in memory and written as soon as possible. Events of this session are skipped, by their ids, when they are
/// read back from the file.
public final class RecordWriter {
  /// A result of writing or reading that the learner should know about.
  public enum News: Equatable, Sendable {
    /// A number of events are only in memory because of an error.
    case notSaved(Int, LearnerRecordError)
    /// All events that were only in memory have been written.
    case saved
    /// A damaged record was repaired.
    case recovered(Recovery)
  }

  /// The record's path; nil if nothing is stored.
  private let path: String?
  private var record: LearnerRecord?
  /// The error of the latest attempt to open or write the record; nil if it succeeded.
  public private(set) var problem: LearnerRecordError?
  /// Events that are only in memory, in order.
  public private(set) var pending: [LearnerEvent] = []
  /// Ids of events that count already and may still be read from the record.
  private var applied: Set<String> = []
  /// Generates ids that sort in the order of events, also within a second.
  private var ids = EventClock()
  private var hasWritten = false
  /// The daily copy while another thread makes it.
  private var copy: DayCopy?

  /// The timeout of a write that waits for other programs, in milliseconds.
  private let patience: Int
  /// The timeout after a failure, in milliseconds.
  private var shortPatience: Int { min(patience, 50) }

  /// Opens or creates a record.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - milliseconds: The timeout for waiting for other programs.
  /// - Throws: `LearnerRecordError` if this program may not write the file. If a system call fails, events are kept in memory
  ///   and ``problem`` has the reason.
  public init(path: String, waiting milliseconds: Int = 2000) throws(LearnerRecordError) {
    self.path = path
    patience = milliseconds
    do {
      let record = try LearnerRecord(path: path, waiting: milliseconds)
      self.record = record
      problem = record.writingProblem
    } catch {
      switch error {
      case .cannotOpen, .cannotWrite, .busy: problem = error
      case .newerFormat, .notARecord, .isLink, .badLine: throw error
      }
    }
  }

  /// Makes a writer without a file: events count as long as the program runs.
  public init() {
    path = nil
    patience = 0
  }

  /// Whether the latest attempt to write found the record locked by another program.
  public var isBusy: Bool {
    if case .busy = problem { true } else { false }
  }

  /// Whether there are daily copies.
  public var hasDailyCopies: Bool {
    path.map { !RecordCopies(ofRecord: $0).daily.isEmpty } ?? false
  }

  /// Makes the id of an event that happens now.
  ///
  /// - Parameters:
  ///   - time: Milliseconds since 1970 UTC.
  ///   - random: 62 bits that tell this machine's ids from another's.
  /// - Returns: An id that sorts after all that were read or made before.
  public func nextID(at time: UInt64, random: UInt64) -> String {
    ids.next(at: time, random: random)
  }

  /// Reads the whole record, or, where it cannot be opened, what can be read of its file.
  public func begin(with learner: inout Learner) -> News? {
    if record == nil, let path {
      for entry in (try? LearnerRecord.readable(at: path)) ?? [] {
        if let event = entry.event { take(event, into: &learner) }
      }
    }
    return readNew(into: &learner)
  }

  /// Reads what other windows have written since the last time.
  public func readNew(into learner: inout Learner) -> News? {
    repairIfNeeded()
    read(into: &learner)
    return takeRecovery().map { .recovered($0) }
  }

  /// Applies an event to the learner and writes it.
  public func add(_ event: LearnerEvent, to learner: inout Learner) -> News? {
    learner.apply(event)
    guard path != nil else { return nil }
    let hasWaited = !pending.isEmpty
    applied.insert(event.id)
    pending.append(event)
    return save(&learner, hasWaited: hasWaited)
  }

  /// Writes the events that are only in memory.
  public func retry(into learner: inout Learner) -> News? {
    save(&learner, hasWaited: !pending.isEmpty)
  }

  private func save(_ learner: inout Learner, hasWaited: Bool) -> News? {
    var news: News?
    do throws(LearnerRecordError) {
      if try openIfNeeded() { restart(&learner) }
      try writePending()
      problem = nil
      if hasWaited { news = .saved }
    } catch {
      problem = error
      if !pending.isEmpty { news = .notSaved(pending.count, error) }
    }
    // Remembers the rows read so far, so that a later reset of the record is detected.
    return readNew(into: &learner) ?? news
  }

  /// Opens the record if that was not possible before.
  ///
  /// - Returns: Whether it has just been opened, so that all of it must be read.
  private func openIfNeeded() throws(LearnerRecordError) -> Bool {
    guard record == nil, let path else { return false }
    record = try LearnerRecord(path: path, waiting: shortPatience)
    return true
  }

  private func writePending() throws(LearnerRecordError) {
    while let record, let event = pending.first {
      try record.append(event, waiting: problem == nil ? patience : shortPatience)
      hasWritten = true
      pending.removeFirst()
    }
  }

  private func read(into learner: inout Learner) {
    // If reading fails, it is retried at the next key.
    try? record?.readNew({ take($0, into: &learner) }, restart: { restart(&learner) })
  }

  private func take(_ event: LearnerEvent, into learner: inout Learner) {
    ids.pass(event.id)
    if !applied.contains(event.id) { learner.apply(event) }
  }

  /// Forgets all events except those that are only in memory, before the whole record is read again.
  private func restart(_ learner: inout Learner) {
    let heirs = learner.heirs
    learner = Learner(events: pending)
    learner.passOn(to: heirs)
    applied = Set(pending.map(\.id))
  }

  /// Returns the result of repairing a damaged record, once.
  public func takeRecovery() -> Recovery? { record?.takeRecovery() }
}

extension RecordWriter {
  /// Makes the daily copy on another thread.
  ///
  /// - Parameter day: The date, such as `2027-01-31`.
  public func keepCopy(of day: String) {
    guard record != nil, let path else { return }
    copy = DayCopy(of: path, day: day)
  }

  /// Repairs the record if the daily copy has found damage.
  private func repairIfNeeded() {
    guard copy?.hasFoundDamage == true else { return }
    copy = nil
    try? record?.repair()
  }

  /// Ends the session: writes pending events, and makes the daily copy.
  ///
  /// - Parameter day: The date, such as `2027-01-31`.
  /// - Throws: `LearnerRecordError` if something could not be written; it is still in ``pending``.
  public func finish(day: String) throws(LearnerRecordError) {
    _ = try openIfNeeded()
    try writePending()
    try record?.settle()
    copy?.wait()
    repairIfNeeded()
    if hasWritten, let path { keepLastCopy(of: day, RecordCopies(ofRecord: path)) }
  }

  private func keepLastCopy(of day: String, _ copies: RecordCopies) {
    do throws(LearnerRecordError) {
      try copies.keep(day: day, replacing: true)
    } catch {
      guard case .cannotWrite(_, .damaged) = error else { return }
      try? record?.repair()
      try? copies.keep(day: day, replacing: true)
    }
  }
}
