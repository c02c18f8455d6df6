/// An error of the learner's record.
public enum LearnerRecordError: Error, Equatable, Sendable {
  /// The file was written by a newer program.
  case newerFormat(path: String, found: Int, known: Int)
  /// The file is another program's database.
  case notARecord(path: String)
  /// The path is a symbolic link, which is never written through.
  case isLink(path: String)
  /// The file or its folder cannot be opened or created.
  case cannotOpen(path: String, reason: Reason)
  /// A line of an exported record is not a valid event.
  case badLine(file: String, line: Int, problem: LineProblem)
  /// An event could not be written to disk.
  case cannotWrite(path: String, reason: Reason)
  /// Another program locked the record for too long.
  case busy(path: String)
}

extension LearnerRecordError {
  /// The reason why a file cannot be opened or written.
  public enum Reason: Equatable, Sendable {
    /// The disk is full.
    case full
    /// A write failed, for example because of a quota.
    case refused
    /// A read failed.
    case unreadable
    /// It is read-only.
    case readOnly
    /// Permission denied.
    case forbidden
    /// Another program is using it.
    case inUse
    /// Memory is exhausted.
    case noMemory
    /// The contents are damaged.
    case damaged
    /// It is damaged, and could not be repaired.
    indirect case notRepaired(Reason)
    /// The file is not a record.
    case foreign
    /// The path is a folder, a pipe or a device.
    case notAFile
    /// The record does not exist.
    case noRecord
    /// A copy differs from its source.
    case copyDiffers
    /// An event is invalid.
    case impossible
    /// A result code of SQLite without a better description.
    case database(code: Int)
    /// The system's error message.
    case system(String)
  }

  /// An error in a line of an exported record, or in an event of another record.
  public enum LineProblem: Equatable, Sendable {
    /// It is not a JSON object, or has a duplicate key.
    case noObject
    /// The first line is not this header.
    case noHeader(expected: String)
    /// Another version of the format.
    case unknownVersion(known: Int)
    /// Invalid id.
    case badID
    /// Invalid time.
    case badTime
    /// Invalid offset from UTC.
    case badOffset
    /// The fact is missing or impossible.
    case badFact
  }
}
