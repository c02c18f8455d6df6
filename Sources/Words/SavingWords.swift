extension Words {
  /// Whether what was learnt is on disk.
  package enum Saving {
    /// At the start, where the record cannot be opened for writing.
    package static func onlyInMemory(_ reason: String) -> String {
      "Nothing can be saved now: \(reason). It is tried again."
    }

    /// After an answer that could not be written.
    package static func notYet(_ count: Int, _ reason: String) -> String {
      let what = count == 1 ? "1 entry waits" : "\(count) entries wait"
      return "Not saved yet: \(reason). \(what) in memory."
    }

    /// After everything that waited could be written.
    package static let savedNow = "Saved: all that waited is on disk now."

    /// Why something is not saved, in the middle of a sentence.
    package static let busy = "another program holds the record"

    /// After a damaged record was mended: what it has now, what could not be read in it or in a copy, what can be on
    /// no record, and the damaged file's new name.
    package static func mended(events: Int, lost: Int, refused: Int, keptAs: String) -> String {
      guard events > 0 else { return "The record could not be read; it is kept as \(keptAs)." }
      var counts = [events == 1 ? "1 entry is back" : "\(events) entries are back"]
      if lost > 0 { counts.append("\(lost) lost") }
      if refused > 0 { counts.append("\(refused) refused") }
      return "Damaged record mended: \(counts.joined(separator: ", ")). The old file: \(keptAs)."
    }

    /// At the start, where there is no record but there are copies of one.
    package static let missingButCopied =
      "No record here, but copies of one: `tutor progress restore` brings it back."

    /// After the end, when something was never saved; it has been printed before.
    package static func lost(_ count: Int, _ reason: String) -> String {
      let what = count == 1 ? "1 entry" : "\(count) entries"
      return "\(what) could not be saved (\(reason)): keep the lines above in a file, and "
        + "`tutor progress import FILE` takes them in"
    }
    /// After the end, when something was neither saved nor printed.
    package static func lostUnprinted(_ count: Int, _ reason: String) -> String {
      let what = count == 1 ? "1 entry" : "\(count) entries"
      return "\(what) could not be saved (\(reason)), nor printed: they are lost"
    }
  }
}
