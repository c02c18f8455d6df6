extension Words.Race {
  /// The results of a race in sentences; every number is as it is to be shown.
  package enum Result {
    package static func diverged(_ name: String) -> String {
      "\(name): diverged; its learning rate is too large."
    }

    /// A contestant's accuracy and its time for an epoch.
    ///
    /// The spread is the standard deviation over seeds, nil for one seed; `diverged` counts its networks that
    /// left all bounds.
    package static func line(
      _ name: String, percent: Double, spread: Double?, milliseconds: Double, diverged: Int
    ) -> String {
      let plusMinus = spread.map { " ± \($0)" } ?? ""
      let lost = diverged > 0 ? ", \(diverged) diverged" : ""
      return "\(name): \(percent)\(plusMinus) % right, \(milliseconds) ms an epoch\(lost)."
    }

    package static let level =
      "They end level, from one seed. What several seeds spread is the ruler."

    package static func ahead(best: String, last: String, points: Double) -> String {
      "\(best) is \(points) points ahead of \(last), from one seed. Another seed may turn that "
        + "round: what several seeds spread is the ruler."
    }

    package static func noise(points: Double, error: Double) -> String {
      "Best and last are \(points) points apart, within twice their standard error of "
        + "\(error) points: that is noise, not a winner."
    }

    package static func winner(
      best: String, last: String, points: Double, error: Double, extraTime: Int
    ) -> String {
      let cost =
        abs(extraTime) < 3
        ? "at the same price"
        : extraTime > 0
          ? "for \(extraTime) % more time an epoch" : "in \(-extraTime) % less time an epoch"
      return
        "\(best) beats \(last) by \(points) points, more than twice the standard error of "
        + "\(error) points, \(cost)."
    }
  }
}
