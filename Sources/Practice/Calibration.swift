#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An answer for which the learner said how sure they were.
struct Judgement: Hashable, Sendable {
  var isSure: Bool
  var isRight: Bool
}

/// How well predicted probabilities fit what happened.
public struct ForecastScore: Hashable, Sendable {
  /// The number of predictions.
  public private(set) var count = 0
  /// The sum of the predicted probabilities.
  private var predicted = 0.0
  /// The number of right answers.
  private var happened = 0
  private var squares = 0.0
  private var logs = 0.0

  public init() {}

  /// Adds a prediction and what happened.
  ///
  /// - Parameters:
  ///   - probability: The predicted chance of a right answer, from 0 to 1.
  ///   - isRight: Whether the answer was right.
  public mutating func add(_ probability: Double, isRight: Bool) {
    // A prediction of 0 or 1 would cost an infinite log loss.
    let chance = min(max(probability, 1e-6), 1 - 1e-6)
    count += 1
    predicted += chance
    if isRight { happened += 1 }
    squares += (chance - (isRight ? 1 : 0)) * (chance - (isRight ? 1 : 0))
    logs -= log(isRight ? chance : 1 - chance)
  }

  /// The mean predicted chance, from 0 to 1.
  public var meanPredicted: Double { count == 0 ? 0 : predicted / Double(count) }
  /// The share of right answers, from 0 to 1.
  public var shareRight: Double { count == 0 ? 0 : Double(happened) / Double(count) }
  /// The Brier score: the mean squared distance of the prediction from 0 or 1; smaller is better.
  ///
  /// - Source: Brier 1950, "Verification of forecasts expressed in terms of probability".
  public var brier: Double { count == 0 ? 0 : squares / Double(count) }
  /// The mean log loss in nats; smaller is better.
  public var logLoss: Double { count == 0 ? 0 : logs / Double(count) }
}

/// Predictions of a learner's answers, held against what happened.
///
/// Reviews on a later day than the one before are predicted by FSRS, and by a plain moving average of the learner's own
/// recent success, which is a strong reference: in the public benchmark of schedulers (open-spaced-repetition,
/// srs-benchmark) it is as good as the best models of memory.
public struct Calibration: Sendable {
  /// The predictions of FSRS with the weights in force now.
  public private(set) var fsrs = ForecastScore()
  /// The predictions of the moving average.
  public private(set) var movingAverage = ForecastScore()
  /// The same predictions of FSRS, by predicted chance: below 0.6, 0.6 to 0.7, …, 0.9 to 1.
  public private(set) var bins = Array(repeating: ForecastScore(), count: 5)
  /// What the learner's own confidence predicts: the share of right answers so far among those given with the same
  /// confidence.
  public private(set) var confidence = ForecastScore()
  /// Answers of which the learner was sure.
  public private(set) var sure = ForecastScore()
  /// Answers of which the learner was not sure.
  public private(set) var unsure = ForecastScore()

  /// The weight of the latest answer in the moving average.
  private static let rate = 0.05

  /// Goes through a learner's answers in the order of time.
  public init(_ learner: Learner) {
    var average = learner.scheduler.desiredRetention
    for check in learner.laterChecks {
      fsrs.add(check.predicted, isRight: check.isRight)
      bins[min(max(Int(check.predicted * 10) - 5, 0), 4)].add(
        check.predicted, isRight: check.isRight)
      movingAverage.add(average, isRight: check.isRight)
      average += Self.rate * ((check.isRight ? 1 : 0) - average)
    }
    for judgement in learner.judgements {
      let past = judgement.isSure ? sure : unsure
      let right = past.shareRight * Double(past.count)
      // Laplace's rule of succession: one right and one wrong answer more than there were.
      let chance = (right + 1) / Double(past.count + 2)
      confidence.add(chance, isRight: judgement.isRight)
      if judgement.isSure {
        sure.add(chance, isRight: judgement.isRight)
      } else {
        unsure.add(chance, isRight: judgement.isRight)
      }
    }
  }
}

extension Learner {
  /// Grades at least a day after the previous grade, with the chance that FSRS predicted, oldest first.
  var laterChecks: [(predicted: Double, isRight: Bool)] {
    var checks: [(timestamp: Timestamp, predicted: Double, isRight: Bool)] = []
    for past in pasts.values {
      for (before, review) in zip(past.reviews, past.reviews.dropFirst()) {
        let days = review.day.days(since: before.day)
        guard days >= 1, let memory = before.memory else { continue }
        checks.append(
          (
            review.timestamp, scheduler.retrievability(of: memory, elapsedDays: days),
            review.rating != .again
          ))
      }
    }
    return checks.sorted { $0.timestamp < $1.timestamp }.map { ($0.predicted, $0.isRight) }
  }
}
