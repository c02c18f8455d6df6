/// How many reviews a day each desired retention costs, and what it is worth on the last day.
///
/// Simulated: cards are forgotten as often as FSRS expects with the learner's weights. New cards are spread evenly over
/// the days, as in ``StudyPlan``.
public struct Workload: Sendable {
  /// The result for one desired retention.
  public struct Point: Hashable, Sendable {
    /// The desired retention in percent.
    public var percent: Int
    /// Answers a day, including those repeated on the same day.
    public var reviewsADay: Double
    /// The mean chance of recall on the last day of all cards, from 0 to 1.
    public var recall: Double
  }

  /// One for each percent of ``DesiredRetention/percents``, in order.
  public let points: [Point]
  /// The number of days.
  public let days: Int

  /// The number of simulations whose mean is taken.
  private static let runs = 8

  /// Simulates all desired retentions; nil if the last day is not after today, or more than two years away.
  ///
  /// - Parameters:
  ///   - learner: The learner's state.
  ///   - cards: The ids of all flashcards.
  ///   - end: The last day, on which nothing is learned: the day of the exam.
  ///   - time: Now, in seconds since 1970 UTC.
  ///   - utcOffset: The offset of local time from UTC, in seconds.
  public init?(
    _ learner: Learner, cards: [String], until end: LocalDay, at time: Int, utcOffset: Int
  ) {
    let today = LocalDay(unixSeconds: time, utcOffsetSeconds: utcOffset)
    let days = end.days(since: today)
    guard (1...731).contains(days) else { return nil }
    let asked = cards.filter { !learner.suspended.contains($0) }
    self.days = days
    points = DesiredRetention.percents.map { percent in
      let scheduler = learner.scheduler.with(retention: Double(percent) / 100)
      var (answers, recall) = (0, 0.0)
      for run in 0..<Self.runs {
        var study = SimulatedStudy(
          learner, asked, by: scheduler, today: today, utcOffset: utcOffset,
          luck: SeededGenerator(seed: UInt64(run)))
        _ = study.study(from: today, until: end, begunToday: 0)
        answers += study.answers
        recall += study.recall(on: end, of: asked.count)
      }
      return Point(
        percent: percent, reviewsADay: Double(answers) / Double(Self.runs * days),
        recall: recall / Double(Self.runs))
    }
  }
}
