extension Words {
  /// Whether answers could be saved to disk.
  package enum Saving {
    package static func onlyInMemory(_ reason: String) -> String {
      "Can't save (\(reason)). Retrying."
    }

    package static func notYet(_ count: Int, _ reason: String) -> String {
      count == 1
        ? "Can't save (\(reason)). 1 entry is in memory. Retrying."
        : "Can't save (\(reason)). \(count) entries are in memory. Retrying."
    }

    package static let savedNow = "Saved. Everything is on disk now."

    /// A reason, for use inside a sentence.
    package static let busy = "another program is using the record"

    /// After a damaged record was repaired: entries recovered, entries that could not be read, entries refused
    /// as invalid, and the damaged file's new name.
    package static func repaired(events: Int, lost: Int, refused: Int, keptAs: String) -> String {
      guard events > 0 else { return "The record could not be read. It is kept as \(keptAs)." }
      var counts = [events == 1 ? "1 entry recovered" : "\(events) entries recovered"]
      if lost > 0 { counts.append("\(lost) lost") }
      if refused > 0 { counts.append("\(refused) refused") }
      return
        "Repaired the damaged record: \(counts.joined(separator: ", ")). The old file: \(keptAs)."
    }

    /// At the start.
    package static let missingButCopied =
      "The record is missing, but copies exist. `tutor progress restore` restores the latest."

    /// After the end, when the unsaved entries were printed.
    package static func lost(_ count: Int, _ reason: String) -> String {
      let what = count == 1 ? "1 entry" : "\(count) entries"
      return "\(what) could not be saved (\(reason)): save the lines above to FILE, then run "
        + "`tutor progress import FILE`"
    }
    /// After the end, when the unsaved entries could not be printed either.
    package static func lostUnprinted(_ count: Int, _ reason: String) -> String {
      count == 1
        ? "1 entry could not be saved (\(reason)) or printed, and is lost"
        : "\(count) entries could not be saved (\(reason)) or printed, and are lost"
    }
  }
}
