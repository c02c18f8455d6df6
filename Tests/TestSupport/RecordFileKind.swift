/// Kinds of files that a program writes beside a learner's record.
public enum RecordFileKind: String, Sendable {
  /// A copy of a day, or from before a change.
  case day, backup
  /// A record that could not be read.
  case damaged
  /// A copy that is not complete.
  case part
}

extension StringProtocol {
  /// What a file's name says about it: `progress.sqlite.day-2027-01-31.part-1` is a part of a day's copy.
  public var recordFileKinds: Set<RecordFileKind> {
    Set(
      split(separator: ".").compactMap { piece in
        RecordFileKind(rawValue: String(piece.prefix { $0.isLetter }))
      })
  }
}
