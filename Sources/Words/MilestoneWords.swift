extension Words {
  /// What a learner has reached for the first time.
  package enum Milestones {
    package static let allDueDone = "All due cards are done."
    package static func known(_ names: [String]) -> String {
      "All cards known: \(names.joined(separator: ", "))."
    }
    /// Days with study; two days off in a row do not end a streak.
    package static func bestStreak(days: Int) -> String { "\(days) days, your longest streak." }
    package static let certificate = "You have earned the certificate. Home lists it."
  }
}
