extension Learner {
  /// The Speed Challenge games that count, oldest first: of the daily games of one day only the first.
  ///
  /// Earlier versions also recorded the later ones.
  public var scoredRuns: [SpeedRun] {
    var days: Set<UInt64> = []
    return speedRuns.filter { $0.form != .daily || days.insert($0.seed).inserted }
  }

  /// Speed Challenge games of one form and length that count, oldest first.
  public func runs(_ form: SpeedForm, seconds: Int) -> [SpeedRun] {
    scoredRuns.filter { $0.form == form && (form.questions != nil || $0.seconds == seconds) }
  }

  /// The best Speed Challenge game of one form and length.
  public func bestRun(_ form: SpeedForm = .timed, seconds: Int) -> SpeedRun? {
    runs(form, seconds: seconds).max { $0.score < $1.score }
  }

  /// The daily game of a day that counts: the first that was finished; nil if there is none.
  public func dailyRun(on day: LocalDay) -> SpeedRun? {
    speedRuns.first { $0.form == .daily && $0.seed == day.dailySeed }
  }
}

extension LocalDay {
  /// The seed of the day's daily Speed Challenge; on the record it tells the day of a game.
  public var dailySeed: UInt64 { UInt64(bitPattern: Int64(number)) }
}
