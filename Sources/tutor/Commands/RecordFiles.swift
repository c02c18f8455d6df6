import Foundation
import LearnerRecord
import Practice
import Words

/// Merges events into the learner's record and reports the result.
///
/// - Parameters:
///   - reading: The contents of the other file.
///   - file: Its name.
///   - options: The options that name the record.
///   - dryRun: Whether to report only what would happen.
/// - Throws: `Failure` if it fails, and, after merging, if events were refused or are missing.
func unite(
  _ reading: RecordReading, of file: String, _ options: Options, dryRun: Bool
) throws(Failure) {
  let report: String
  do throws(LearnerRecordError) {
    report = try united(reading.entries, Workspace(options).recordPath, dryRun: dryRun)
  } catch {
    throw Failure(error)
  }
  reading.reportDamage(of: file)
  try Output.tell(report)
  if !reading.refused.isEmpty {
    ErrorOutput.tell(reading.refusals(of: file).joined(separator: "\n"))
  }
  if reading.missing > 0 {
    throw Failure(
      Words.Reports.cutOff(file, missing: reading.missing), status: Failure.Status.badContent)
  }
  guard !reading.refused.isEmpty else { return }
  throw Failure(
    Words.Reports.refused(reading.refused.count, of: file), status: Failure.Status.badContent)
}

private func united(
  _ entries: [RecordEntry], _ path: String, dryRun: Bool
) throws(LearnerRecordError) -> String {
  if dryRun {
    let isThere = try LearnerRecord.exists(at: path)
    let known = isThere ? Set(try LearnerRecord.entriesToRead(path).map(\.id)) : []
    let new = Set(entries.map(\.id)).subtracting(known).count
    return Words.Reports.eventsToAdd(new, known: entries.count - new)
  }
  let record = try LearnerRecord(path: path)
  let change = try record.mergeKeepingCopy(entries)
  return record.report(
    keptAs: change.keptAs,
    Words.Reports.eventsAdded(change.result.added, known: change.result.known))
}

/// Whether a file does not exist.
func isMissing(_ path: String) -> Bool { access(path, F_OK) != 0 && errno == ENOENT }

extension RecordReading {
  /// The maximum number of refused events to list.
  private static let listed = 20

  /// One line per refused event, with the reason.
  fileprivate func refusals(of file: String) -> [String] {
    refused.prefix(Self.listed).map { refusal in
      if let line = refusal.line { return "\(file):\(line):1: \(refusal.problem.sentence)" }
      return Words.Reports.refusedEvent(
        String((refusal.id ?? "").prefix(64)), of: file, refusal.problem.sentence)
    }
  }

  /// Reports that the file was damaged, if so.
  func reportDamage(of file: String) {
    if isDamaged { ErrorOutput.tell(Words.Reports.readInPart(file, events: entries.count)) }
  }
}

extension LearnerRecord {
  /// Appends facts to the record, with ids that sort after all others.
  func append(_ facts: [(fact: Fact, time: Int, utcOffset: Int)]) throws(LearnerRecordError) {
    var ids = EventClock()
    if let latest = try entries().map(\.id).max() { ids.pass(latest) }
    for (fact, time, utcOffset) in facts {
      let id = ids.next(at: Clock.milliseconds, random: .random(in: 0 ... .max))
      try append(LearnerEvent(id: id, time: time, utcOffset: utcOffset, fact: fact))
    }
    reportRecovery()
  }

  /// Opens the record, which must exist.
  static func existing(_ workspace: Workspace) throws(LearnerRecordError) -> LearnerRecord {
    try mustExist(workspace.recordPath)
    return try LearnerRecord(path: workspace.recordPath)
  }

  private static func mustExist(_ path: String) throws(LearnerRecordError) {
    guard try exists(at: path) else { throw .cannotOpen(path: path, reason: .noRecord) }
  }

  /// All events of the record, which must exist; it is also read if it cannot be written.
  ///
  /// - Throws: `Failure` if there is no record, or it cannot be read.
  static func entriesToRead(_ workspace: Workspace) throws(Failure) -> [RecordEntry] {
    do throws(LearnerRecordError) {
      return try entriesToRead(workspace.recordPath)
    } catch {
      throw Failure(error)
    }
  }

  /// The same, by the record's path.
  static func entriesToRead(_ path: String) throws(LearnerRecordError) -> [RecordEntry] {
    try mustExist(path)
    do throws(LearnerRecordError) {
      let record = try LearnerRecord(path: path)
      defer { record.reportRecovery() }
      return try record.entries()
    } catch {
      guard error.leavesReading, let entries = try? readable(at: path) else { throw error }
      return entries
    }
  }

  /// All events with known facts; the record is also read if it cannot be written.
  static func eventsToRead(_ path: String) throws(LearnerRecordError) -> [LearnerEvent] {
    do throws(LearnerRecordError) {
      let record = try LearnerRecord(path: path)
      defer { record.reportRecovery() }
      return try record.newEvents()
    } catch {
      guard error.leavesReading, let entries = try? readable(at: path) else { throw error }
      return entries.compactMap(\.event)
    }
  }

  /// The result and the path of the copy, in sentences; a damaged file is reported immediately.
  func report(keptAs copy: String?, _ sentence: String) -> String {
    reportRecovery()
    return ((copy.map { [Words.Reports.recordKept(as: $0)] } ?? []) + [sentence])
      .joined(separator: "\n")
  }

  /// Reports the repair of a damaged file, if there was one.
  func reportRecovery() {
    if let recovery { ErrorOutput.tell(recovery.sentence) }
  }
}

extension Recovery {
  /// The result of the repair.
  var sentence: String {
    Words.Saving.repaired(
      events: events, lost: lost, refused: refused,
      keptAs: (keptAs as NSString).lastPathComponent)
  }
}

extension LearnerRecordError {
  /// Whether a record that cannot be opened for writing may still be read.
  fileprivate var leavesReading: Bool {
    switch self {
    case .cannotOpen(_, .noRecord): false
    case .cannotOpen, .cannotWrite, .busy: true
    case .newerFormat, .notARecord, .isLink, .badLine: false
    }
  }
}
