extension Words.Race {
  /// The results of a race in sentences; all numbers are already rounded.
  package enum Result {
    package static func diverged(_ name: String) -> String {
      "\(name): diverged; its learning rate is too large."
    }

    /// A contestant's accuracy and its time for an epoch.
    ///
    /// The spread is the standard deviation over seeds, nil for one seed; `diverged` is the number of
    /// networks that diverged.
    package static func line(
      _ name: String, percent: Double, spread: Double?, milliseconds: Double, diverged: Int
    ) -> String {
      let plusMinus = spread.map { " ± \($0)" } ?? ""
      let lost = diverged > 0 ? ", \(diverged) diverged" : ""
      return "\(name): \(percent)\(plusMinus) % right, \(milliseconds) ms per epoch\(lost)."
    }

    package static let level =
      "They are level with this seed. Train with several seeds to measure the spread."

    package static func ahead(best: String, last: String, points: Double) -> String {
      "\(best) is \(points) points ahead of \(last) with this seed. Another seed may reverse "
        + "this. Train with several seeds to measure the spread."
    }

    package static func noise(points: Double, error: Double) -> String {
      "Best and last are \(points) points apart, within twice their standard error of "
        + "\(error) points. The difference is noise."
    }

    package static func winner(
      best: String, last: String, points: Double, error: Double, extraTime: Int
    ) -> String {
      let cost =
        abs(extraTime) < 3
        ? "at the same cost"
        : extraTime > 0
          ? "at \(extraTime) % more time per epoch" : "at \(-extraTime) % less time per epoch"
      return
        "\(best) beats \(last) by \(points) points, more than twice the standard error of "
        + "\(error) points, \(cost)."
    }
  }
}
