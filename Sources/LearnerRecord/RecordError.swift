/// What is wrong with the learner's record.
public enum RecordError: Error, Equatable, Sendable {
  /// The file was written by a newer program.
  case newerFormat(path: String, found: Int, known: Int)
  /// The file is a database of another program.
  case notARecord(path: String)
  /// The name belongs to a symbolic link, which is never written through.
  case isLink(path: String)
  /// The file or its folder cannot be opened or made.
  case cannotOpen(path: String, reason: Reason)
  /// A line of an exported record is no event.
  case badLine(file: String, line: Int, problem: LineProblem)
  /// An event could not be put on disk.
  case cannotWrite(path: String, reason: Reason)
  /// Another program has been writing for so long that there was no turn.
  case busy(path: String)
}

extension RecordError {
  /// Why a file cannot be opened or written.
  public enum Reason: Equatable, Sendable {
    /// The disk is full.
    case full
    /// The disk did not take it, as when a quota is used up.
    case refused
    /// The disk could not be read.
    case unreadable
    /// It may be read and not written.
    case readOnly
    /// It may not be opened or made.
    case forbidden
    /// Another program is using it.
    case inUse
    /// There is too little memory.
    case noMemory
    /// What is in the file is damaged.
    case damaged
    /// It is damaged, and could not be mended.
    indirect case notMended(Reason)
    /// The file holds something else than a record.
    case foreign
    /// A folder, a pipe or a device has the name.
    case notAFile
    /// No record has been begun.
    case notBegun
    /// A copy that was made is not what it was made from.
    case copyDiffers
    /// An event can be on no record.
    case impossible
    /// The database tells a number and no words.
    case database(code: Int)
    /// The system's own words for it.
    case system(String)
  }

  /// What is wrong with a line of an exported record, or with an event of another record.
  public enum LineProblem: Equatable, Sendable {
    /// It is no JSON object, or has a key twice.
    case noObject
    /// The first line is not this one.
    case noHeader(expected: String)
    /// Another version of the format than this.
    case unknownVersion(known: Int)
    /// An id that is none.
    case badID
    /// A time that is none.
    case badTime
    /// An offset from UTC that is none.
    case badOffset
    /// There is no fact, or one that cannot have happened.
    case badFact
  }
}
