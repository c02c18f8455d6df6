extension Words {
  /// Why a record cannot be opened or written, in the middle of a sentence or between brackets.
  package enum RecordReasons {
    package static let full = "the disk is full"
    package static let refused = "the disk refused it"
    package static let unreadable = "the disk could not be read"
    package static let noMemory = "there is not enough memory"
    package static let notAFile = "it is not a regular file"
    package static let impossible = "it holds an impossible value"
    package static let readOnly = "it may only be read"
    package static let forbidden = "it may not be opened or made"
    package static let inUse = "another program is using it"
    package static let damaged = "it is damaged"
    /// The reason is one of these again.
    package static func notMended(_ reason: String) -> String {
      "it is damaged, and mending it failed: \(reason)"
    }
    package static let foreign = "it is no record of this program"
    package static let notBegun = "there is no record yet"
    package static let copyDiffers = "the copy differs from the record"
    package static func database(code: Int) -> String { "SQLite error \(code)" }
  }

  /// What is wrong in a line of an exported record; file, line and column stand before it.
  ///
  /// Names in quotes are those of fields.
  package enum RecordLines {
    package static let noObject = "this is no JSON object, or it has a key twice"
    package static func noHeader(expected: String) -> String { "a record begins with \(expected)" }
    package static func unknownVersion(known: Int) -> String { "only version \(known) is known" }
    package static let badID = "'id' must be 1 to 64 printable ASCII characters"
    package static let badTime = "'time' must be seconds since 1970, in digits"
    package static let badOffset = "'utc_offset' must be seconds in digits, at most a day"
    package static let badFact = "'fact' must be an object with possible values"
  }
}

// The record.
extension Words.Reports {
  package static func recordKept(as path: String) -> String {
    "The record as it was is kept as \(path)."
  }
  /// What would come of taking in events.
  package static func eventsToAdd(_ new: Int, known: Int) -> String {
    let first = new == 1 ? "1 event would be added" : "\(new) events would be added"
    return known == 1 ? "\(first), 1 is known." : "\(first), \(known) are known."
  }
  /// What came of taking in events.
  package static func eventsAdded(_ added: Int, known: Int) -> String {
    let first = added == 1 ? "1 event added" : "\(added) events added"
    return known == 1 ? "\(first), 1 was known." : "\(first), \(known) were known."
  }
  package static func restored(events: Int, from path: String) -> String {
    events == 1
      ? "The record has the 1 event of \(path)." : "The record has the \(events) events of \(path)."
  }
  package static let reset = "A new record has begun."

  /// A damaged file was read as far as it can be.
  package static func readInPart(_ file: String, events: Int) -> String {
    events == 1
      ? "\(file) is damaged; 1 event could be read"
      : "\(file) is damaged; \(events) events could be read"
  }
  /// An export that ends too early; what is in it has been taken.
  package static func cutOff(_ file: String, missing: Int) -> String {
    missing == 1
      ? "\(file): the file was cut off: 1 event that its first line counts is missing: export it again"
      : "\(file): the file was cut off: \(missing) events that its first line counts are missing: "
        + "export it again"
  }
  /// An event of another record that can be on none; the reason is one of ``Words/RecordLines``.
  package static func refusedEvent(_ id: String, of file: String, _ reason: String) -> String {
    "\(file), event '\(id)': \(reason)"
  }
  /// After everything else has been taken.
  package static func refused(_ count: Int, of file: String) -> String {
    count == 1
      ? "1 event was refused, and is still in \(file)"
      : "\(count) events were refused, and are still in \(file)"
  }

  /// Nothing lies ahead of the clock.
  package static let nothingAhead = "No entry is stamped in the future."
  /// Entries that lie ahead of the clock, and the date of the latest.
  package static func ahead(entries: Int, latest: String) -> String {
    entries == 1
      ? "1 entry is stamped in the future, on \(latest): --apply moves it back to today or before."
      : "\(entries) entries are stamped in the future, the latest on \(latest): --apply moves them "
        + "back to today or before."
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
