/// A finding about a course.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Sendable {
    /// Learners would read something wrong, or could not read it.
    case error
    /// A possible improvement.
    case warning
    /// Shown differently than on a web page.
    case note
  }

  public var file: String
  /// From 1.
  public var line: Int
  /// In characters, from 1.
  public var column: Int
  public var severity: Severity
  /// The kind of finding, in one word.
  public var rule: String
  /// The problem and its solution.
  public var message: String

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
