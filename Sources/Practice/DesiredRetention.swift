/// The chance of recall at which cards become due, as the learner chose it.
public enum DesiredRetention {
  /// The percents to choose from.
  ///
  /// FSRS allows more; below 80, cards are forgotten as often as intervals grow, and above 95, reviews multiply.
  public static let percents = 80...95

  /// The share in a record's setting; nil for anything that cannot be chosen.
  static func share(_ value: String) -> Double? {
    guard let share = Double(value), (0.8...0.95).contains(share) else { return nil }
    return share
  }
}

extension Fact {
  /// The learner chose a desired retention, in percent; see ``DesiredRetention/percents``.
  public static func retention(percent: Int) -> Fact {
    .setting(name: LearnerSetting.retention.rawValue, value: "0.\(percent)")
  }
}

extension Learner {
  /// The desired retention now, in percent.
  public var retentionPercent: Int { Int((scheduler.desiredRetention * 100).rounded()) }
}
