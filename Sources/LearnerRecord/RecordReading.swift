public import Practice

/// Events from another source, and the refused ones.
public struct RecordReading: Sendable {
  /// A refused line of an export, or a refused event of another record.
  public struct Refusal: Equatable, Sendable {
    /// The line, from 1; nil in a database.
    public var line: Int?
    /// The id in a database.
    public var id: String?
    /// The reason.
    public var problem: LearnerRecordError.LineProblem
  }

  /// Valid events.
  public internal(set) var entries: [RecordEntry] = []
  /// Lines and rows that are not valid events.
  public internal(set) var refused: [Refusal] = []
  /// Whether the file is damaged, so that events may be missing.
  public internal(set) var isDamaged = false
  /// The number of events missing compared with the first line of an export.
  public internal(set) var missing = 0
}
