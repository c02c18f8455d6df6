/// Events as they come from elsewhere, and what of them was refused.
public struct RecordReading: Sendable {
  /// What is refused: a line of an export, or an event of another record by its id.
  public struct Refusal: Equatable, Sendable {
    /// The line, from 1; nil in a database.
    public var line: Int?
    /// The id in a database.
    public var id: String?
    /// Why.
    public var problem: RecordError.LineProblem
  }

  /// What can be on a record.
  public internal(set) var entries: [RecordEntry] = []
  /// What cannot.
  public internal(set) var refused: [Refusal] = []
  /// Whether the file is damaged, so that there may have been more.
  public internal(set) var isDamaged = false
  /// How many events an export has less than its first line promises.
  public internal(set) var missing = 0
}
