import Foundation
import LearnerRecord
import Practice
import Words

/// Unites the learner's record with events, after a copy has been made, and says what came of it.
func unite(
  _ entries: [LearnerRecord.Entry], _ options: Options, dryRun: Bool
) throws(RecordError) {
  let path = Workspace(options).recordPath
  let isThere = FileManager.default.fileExists(atPath: path)
  if dryRun {
    let known = isThere ? Set(try LearnerRecord(path: path).entries().map(\.id)) : []
    let new = Set(entries.map(\.id)).subtracting(known).count
    Output.write(Words.Reports.eventsToAdd(new, known: entries.count - new) + "\n")
    return
  }
  let record = try LearnerRecord(path: path)
  if isThere { Output.write(Words.Reports.recordKept(as: try record.backUp()) + "\n") }
  let merged = try record.merge(entries)
  Output.write(Words.Reports.eventsAdded(merged.added, known: merged.known) + "\n")
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
}
