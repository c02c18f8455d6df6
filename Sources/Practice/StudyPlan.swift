/// A plan for the days up to an exam, with the expected recall.
///
/// New cards are spread evenly over the days except the last two, which are reserved for reviews. Reviews are those
/// that FSRS schedules if every answer is right.
public struct StudyPlan: Sendable {
  /// The work of one day.
  public struct Day: Hashable, Sendable {
    public var day: LocalDay
    /// New cards.
    public var new: Int
    /// Due reviews.
    public var reviews: Int
  }

  /// The days from today to the one before the exam.
  public let days: [Day]
  /// The mean chance of recall of all cards on the day of the exam, if the plan is followed.
  public let recall: Double
  /// The mean chance of recall if learning stops now; cards that were never graded count as not known.
  public let recallOtherwise: Double

  /// Computes a plan; nil if the exam is not after today, or more than two years away.
  ///
  /// - Parameters:
  ///   - learner: The learner's state.
  ///   - cards: The ids of all flashcards.
  ///   - exam: The day of the exam.
  ///   - time: Now, in seconds since 1970 UTC.
  ///   - utcOffset: The offset of local time from UTC, in seconds.
  public init?(
    _ learner: Learner, cards: [String], exam: LocalDay, at time: Int, utcOffset: Int
  ) {
    let today = LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset)
    let count = exam.days(since: today)
    guard (1...731).contains(count) else { return nil }
    let asked = cards.filter { !learner.suspended.contains($0) }
    let begunToday = asked.count {
      learner.firstDay(of: $0) == today && learner.daysRemembered($0) > 0
    }
    var simulation = SimulatedStudy(
      learner, asked, by: learner.scheduler, today: today, utcOffset: utcOffset)
    days = simulation.study(from: today, until: exam, begunToday: begunToday)
    recall = simulation.recall(on: exam, of: asked.count)
    recallOtherwise =
      asked.reduce(0) { $0 + learner.recallIfAsked($1, on: exam) }
      / Double(max(1, asked.count))
  }
}
