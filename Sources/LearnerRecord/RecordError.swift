/// What is wrong with the learner's record.
public enum RecordError: Error, Equatable, Sendable {
  /// The file was written by a newer program.
  case newerFormat(path: String, found: Int, known: Int)
  /// The file is a database of another program.
  case notARecord(path: String)
  /// The name belongs to a symbolic link, which is never written through.
  case isLink(path: String)
  /// The file or its folder cannot be opened or made.
  case cannotOpen(path: String, reason: String)
  /// A line of an exported record is no event.
  case badLine(file: String, line: Int, reason: String)
  /// An event could not be put on disk.
  case cannotWrite(path: String, reason: String)
  /// Another program has been writing for so long that there was no turn.
  case busy(path: String)
}
