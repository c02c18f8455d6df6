import Foundation
import LearnerRecord
import Practice
import Words

/// Unites the learner's record with events, after a copy has been made.
///
/// - Returns: What came of it, in sentences.
func unite(
  _ entries: [LearnerRecord.Entry], _ options: Options, dryRun: Bool
) throws(RecordError) -> String {
  let path = Workspace(options).recordPath
  let isThere = FileManager.default.fileExists(atPath: path)
  if dryRun {
    let known = isThere ? Set(try LearnerRecord(path: path).entries().map(\.id)) : []
    let new = Set(entries.map(\.id)).subtracting(known).count
    return Words.Reports.eventsToAdd(new, known: entries.count - new)
  }
  let record = try LearnerRecord(path: path)
  let kept = isThere ? [Words.Reports.recordKept(as: try record.backUp())] : []
  let merged = try record.merge(entries)
  return (kept + [Words.Reports.eventsAdded(merged.added, known: merged.known)])
    .joined(separator: "\n")
}

extension LearnerRecord {
  /// Puts facts on the record, with ids that come after all that are there.
  func append(_ facts: [(fact: Fact, time: Int, utcOffset: Int)]) throws(RecordError) {
    var ids = EventClock()
    if let latest = try entries().map(\.id).max() { ids.pass(latest) }
    for (fact, time, utcOffset) in facts {
      let id = ids.next(at: Clock.milliseconds, random: .random(in: 0 ... .max))
      try append(LearnerEvent(id: id, time: time, utcOffset: utcOffset, fact: fact))
    }
  }

  /// The record, which must be there.
  static func existing(_ workspace: Workspace) throws(RecordError) -> LearnerRecord {
    guard FileManager.default.fileExists(atPath: workspace.recordPath) else {
      throw .cannotOpen(path: workspace.recordPath, reason: .notBegun)
    }
    return try LearnerRecord(path: workspace.recordPath)
  }

  /// Every event of the record, which must be there; where nothing can be written, it is read all the same.
  ///
  /// - Throws: `Failure` if there is no record, or it cannot be read.
  static func entriesToRead(_ workspace: Workspace) throws(Failure) -> [Entry] {
    do throws(RecordError) {
      let record: LearnerRecord
      do throws(RecordError) {
        record = try existing(workspace)
      } catch {
        guard error.leavesReading else { throw error }
        return try entries(ofFile: workspace.recordPath)
      }
      return try record.entries()
    } catch {
      throw Failure(error)
    }
  }

  /// What has happened, as far as this program knows the facts; where nothing can be written, it is read all the same.
  static func eventsToRead(_ path: String) throws(RecordError) -> [LearnerEvent] {
    let record: LearnerRecord
    do throws(RecordError) {
      record = try LearnerRecord(path: path)
    } catch {
      guard error.leavesReading else { throw error }
      return try events(ofFile: path)
    }
    return try record.newEvents()
  }
}

extension RecordError {
  /// Whether a record that cannot be opened for writing may still be read.
  fileprivate var leavesReading: Bool {
    switch self {
    case .cannotOpen(_, .notBegun): false
    case .cannotOpen, .cannotWrite, .busy: true
    case .newerFormat, .notARecord, .isLink, .badLine: false
    }
  }
}
