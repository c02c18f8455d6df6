/// A choice of the learner that is kept on the record, because it belongs to learning and not to a terminal.
public enum LearnerSetting: String, Hashable, Sendable, CaseIterable {
  // The raw values are names in the record file.

  /// The sections that the quiz and the Speed Challenge ask about; see ``QuestionScope``.
  case scope = "scope"
  /// The desired retention, as a decimal number from 0.80 to 0.95.
  case retention = "retention"
  /// Whether an answer can be marked as unsure: "on" or "off".
  case sureness = "sureness"
}

/// The sections that the quiz and the Speed Challenge ask about.
public enum QuestionScope: String, Hashable, Sendable, CaseIterable {
  /// Sections that were read.
  case read = "read"
  /// The whole lesson.
  case whole = "whole"
}

extension Learner {
  /// Chooses the sections that questions are about, before the choice is on record.
  public mutating func choose(_ scope: QuestionScope) { settings[.scope] = scope.rawValue }

  /// The sections that questions are about: those read, unless the learner chose otherwise.
  public var scope: QuestionScope {
    settings[.scope].flatMap(QuestionScope.init(rawValue:)) ?? .read
  }

  /// Whether answers can be marked as unsure.
  public var asksForSureness: Bool { settings[.sureness] == "on" }
}

extension Fact {
  /// The learner chose which sections questions are about.
  public static func scope(_ scope: QuestionScope) -> Fact {
    .setting(name: LearnerSetting.scope.rawValue, value: scope.rawValue)
  }

  /// The learner chose whether answers can be marked as unsure.
  public static func asksForSureness(_ isOn: Bool) -> Fact {
    .setting(name: LearnerSetting.sureness.rawValue, value: isOn ? "on" : "off")
  }
}
