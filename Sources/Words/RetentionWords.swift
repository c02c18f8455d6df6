extension Words {
  /// The workload at each desired retention.
  package enum Retention {
    package static func untilExam(on date: String, days: Int) -> String {
      days == 1
        ? "Desired retention: reviews until the exam on \(date), tomorrow"
        : "Desired retention: reviews a day until the exam on \(date), in \(days) days"
    }
    package static func withoutExam(days: Int) -> String {
      "Desired retention: reviews a day over the next \(days) days"
    }
    /// The curve's name: its height over the desired retention.
    package static let axis = "reviews a day, by desired retention in %"
    /// A line of the table.
    package static func line(percent: Int, reviewsADay: String, recall: String) -> String {
      "\(percent) %: \(reviewsADay) reviews a day, expected recall on the last day \(recall)"
    }
    /// The line of the learner's desired retention.
    package static func line(now line: String) -> String { "\(line) (now)" }
    /// The command at the end is typed as it is.
    package static let note =
      "At a lower retention, intervals are longer: fewer reviews a day, more forgotten cards. "
      + "`tutor progress retention 85` sets 85 %."
    package static let simulated =
      "Simulated with FSRS and your weights; every answer counts as a review."
    package static func isSet(percent: Int) -> String {
      "Desired retention: \(percent) %. Active from each card's next review."
    }
  }
}
