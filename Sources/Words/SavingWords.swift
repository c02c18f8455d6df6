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

    /// After a damaged record was mended.
    package static func mended(events: Int, keptAs: String) -> String {
      switch events {
      case 0: "The record could not be read; it is kept as \(keptAs)."
      case 1: "Damaged record mended: 1 entry is back. The old file: \(keptAs)."
      default: "Damaged record mended: \(events) entries are back. The old file: \(keptAs)."
      }
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
