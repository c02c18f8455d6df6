import Testing

@testable import Practice

/// Predictions held against what happened.
struct CalibrationTests {
  private static let day = 86_400

  @Test func scoresFollowTheirDefinitions() {
    var score = ForecastScore()
    score.add(0.8, isRight: true)
    score.add(0.4, isRight: false)
    #expect(score.count == 2 && score.shareRight == 0.5)
    #expect(abs(score.meanPredicted - 0.6) < 1e-12)
    #expect(abs(score.brier - (0.04 + 0.16) / 2) < 1e-12)
    // −(ln 0.8 + ln 0.6) / 2
    #expect(abs(score.logLoss - 0.366_984_587_540_100_1) < 1e-12)
    // A certain prediction that fails costs much, but not everything.
    score.add(1, isRight: false)
    #expect(score.logLoss.isFinite && score.logLoss > 4)
  }

  @Test(arguments: [AnswerMode.quiz, .speed, .check])
  func confidenceIsCountedAndNeverChangesASchedule(mode: AnswerMode) {
    func learner(_ isSure: Bool?) -> Learner {
      var events: [LearnerEvent] = []
      for number in 0..<40 {
        let time = number * Self.day / 2
        events.append(
          LearnerEvent(
            id: "a\(100 + number)", time: time, utcOffset: 0,
            fact: .answer(
              question: "q\(number % 5)", isRight: number % 4 != 0, mode: mode, milliseconds: 1,
              isSure: isSure.map { number % 2 == 0 ? $0 : !$0 })))
        events.append(
          LearnerEvent(
            id: "r\(100 + number)", time: time, utcOffset: 0,
            fact: .review(card: "c\(number % 5)", rating: number % 4 == 0 ? .again : .good)))
      }
      return Learner(events: events)
    }
    let (asked, not) = (learner(true), learner(nil))
    for card in asked.begunCards { #expect(asked.schedule(of: card) == not.schedule(of: card)) }
    #expect(asked.answers == not.answers)
    let calibration = Calibration(asked)
    #expect(calibration.sure.count == 20 && calibration.unsure.count == 20)
    // Even numbers were sure: half of them are multiples of four, which were wrong.
    #expect(calibration.sure.shareRight == 0.5 && calibration.unsure.shareRight == 1)
    #expect(calibration.confidence.count == 40)
    #expect(Calibration(not).confidence.count == 0)
    // The same answers in another order of arrival give the same numbers.
    let checks = asked.laterChecks
    #expect(calibration.fsrs.count == checks.count && checks.count > 20)
    #expect(calibration.bins.reduce(0) { $0 + $1.count } == checks.count)
    #expect(calibration.movingAverage.count == checks.count)
  }

  @Test func aSecondTryCountsAsMetOnly() {
    func answer(_ id: String, _ isRight: Bool, _ isRetry: Bool?) -> LearnerEvent {
      LearnerEvent(
        id: id, time: 1000, utcOffset: 0,
        fact: .answer(
          question: "q", isRight: isRight, mode: .check, milliseconds: 0, isRetry: isRetry))
    }
    var learner = Learner(events: [answer("1", false, nil), answer("2", true, true)])
    #expect(learner.lastAnswers["q"] == true && learner.lastFirstTries["q"] == false)
    #expect(learner.answers == (1, 0))
    learner.apply(answer("3", true, nil))
    #expect(learner.lastFirstTries["q"] == true && learner.answers == (2, 1))
  }
}
