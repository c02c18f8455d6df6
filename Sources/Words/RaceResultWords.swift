extension Words.Race {
  /// The results of a race in sentences; all numbers are already rounded.
  package enum Result {
    package static func diverged(_ name: String) -> String {
      "\(name): diverged; its learning rate is too large."
    }

    /// A contestant's accuracy and its time for an epoch.
    ///
    /// The error is the standard error of the mean over seeds, nil for one seed; `diverged` is the number of networks
    /// that diverged.
    package static func line(
      _ name: String, percent: Double, error: Double?, milliseconds: Double, diverged: Int
    ) -> String {
      let plusMinus = error.map { " ± \($0)" } ?? ""
      let lost = diverged > 0 ? ", \(diverged) diverged" : ""
      return "\(name): \(percent)\(plusMinus) % right, \(milliseconds) ms per epoch\(lost)."
    }

    package static let level =
      "They are level with this seed. Train with several seeds to measure the spread."

    package static func ahead(best: String, last: String, points: Double) -> String {
      "\(best) is \(points) points ahead of \(last) with this seed. Another seed may reverse "
        + "this. Train with several seeds to measure the spread."
    }

    /// The mean difference of two contestants, seed by seed, in percentage points.
    package struct Difference {
      package var best: String
      package var last: String
      package var points: Double
      /// The standard error of the mean difference.
      package var error: Double
      /// The smallest difference that is not noise.
      package var needed: Double
      package var seeds: Int

      package init(
        best: String, last: String, points: Double, error: Double, needed: Double, seeds: Int
      ) {
        (self.best, self.last, self.points) = (best, last, points)
        (self.error, self.needed, self.seeds) = (error, needed, seeds)
      }

      fileprivate var measured: String {
        "\(best) − \(last), seed by seed: \(points) ± \(error) points over \(seeds) seeds"
      }
    }

    package static func noise(_ difference: Difference) -> String {
      "\(difference.measured), where less than \(difference.needed) is noise. There is no winner."
    }

    package static func winner(_ difference: Difference, extraTime: Int) -> String {
      let cost =
        abs(extraTime) < 3
        ? "at the same cost"
        : extraTime > 0
          ? "at \(extraTime) % more time per epoch" : "at \(-extraTime) % less time per epoch"
      return "\(difference.measured), where less than \(difference.needed) is noise. "
        + "\(difference.best) beats \(difference.last) \(cost)."
    }
  }
}
