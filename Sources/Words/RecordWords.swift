// Results of commands about the record.
extension Words.Reports {
  package static func recordKept(as path: String) -> String {
    "The previous record is kept as \(path)."
  }
  package static func eventsToAdd(_ new: Int, known: Int) -> String {
    let first = new == 1 ? "1 event would be added" : "\(new) events would be added"
    return known == 1 ? "\(first), 1 is already there." : "\(first), \(known) are already there."
  }
  package static func eventsAdded(_ added: Int, known: Int) -> String {
    let first = added == 1 ? "1 event added" : "\(added) events added"
    return known == 1 ? "\(first), 1 was already there." : "\(first), \(known) were already there."
  }
  package static func restored(events: Int, from path: String) -> String {
    events == 1
      ? "Restored 1 event from \(path)." : "Restored \(events) events from \(path)."
  }
  package static let reset = "Started an empty record."

  package static func readInPart(_ file: String, events: Int) -> String {
    events == 1
      ? "\(file) is damaged; 1 event could be read"
      : "\(file) is damaged; \(events) events could be read"
  }
  /// The events that the file contains were imported.
  package static func cutOff(_ file: String, missing: Int) -> String {
    missing == 1
      ? "\(file): the file is truncated: 1 event is missing: export it again"
      : "\(file): the file is truncated: \(missing) events are missing: export it again"
  }
  /// The reason is a member of ``Words/RecordLines``.
  package static func refusedEvent(_ id: String, of file: String, _ reason: String) -> String {
    "\(file), event '\(id)': \(reason)"
  }
  package static func refused(_ count: Int, of file: String) -> String {
    count == 1
      ? "1 event was refused; it is still in \(file)"
      : "\(count) events were refused; they are still in \(file)"
  }

  package static let nothingAhead = "No entry is dated in the future."
  package static func ahead(entries: Int, latest: String) -> String {
    entries == 1
      ? "1 entry is dated in the future, on \(latest): --apply moves it back to today or earlier."
      : "\(entries) entries are dated in the future, the latest on \(latest): --apply moves them "
        + "back to today or earlier."
  }
  package static func movedBack(entries: Int, days: Int) -> String {
    let what = entries == 1 ? "1 entry" : "\(entries) entries"
    return switch days {
    case 0: "\(what) moved back by less than a day."
    case 1: "\(what) moved back by 1 day."
    default: "\(what) moved back by \(days) days."
    }
  }

  package static func exam(on date: String) -> String { "The exam is on \(date)." }
  package static let noExam = "No exam is planned."
}
