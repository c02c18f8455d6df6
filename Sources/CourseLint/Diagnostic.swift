/// Something an author wants to know about a course.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// A learner would be told something wrong, or nothing at all.
    case error
    /// It could be better.
    case warning
    /// It is shown in another way than on a web page.
    case note
  }

  /// The file.
  public var file: String
  /// Line from 1.
  public var line: Int
  /// Column from 1, in characters.
  public var column: Int
  /// How bad it is.
  public var severity: Severity
  /// What kind of mistake, in one word.
  public var rule: String
  /// What is wrong, and what to do.
  public var message: String

  /// Makes a diagnostic.
  public init(
    file: String, line: Int, column: Int, _ severity: Severity, rule: String, _ message: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.rule = rule
    self.message = message
  }

  /// One line: `file:line:column: severity: rule: message`.
  public var text: String {
    "\(file):\(line):\(column): \(severity.rawValue): \(rule): \(message)"
  }
}
