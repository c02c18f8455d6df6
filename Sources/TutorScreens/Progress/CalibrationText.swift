import Practice
import TerminalUI
import TextCharts
import Words

/// Predictions against what happened.
extension ProgressPages {
  /// Tables of predicted and real shares, and the scores of three ways to predict.
  mutating func addCalibration() {
    let calibration = Calibration(context.learner)
    guard calibration.fsrs.count > 0 || calibration.confidence.count > 0 else { return }
    typealias Says = Words.Calibration
    text.add(Says.heading, Style(.heading, .bold))
    for score in calibration.bins where score.count > 0 {
      text.add(
        Says.bin(
          predicted: Self.percent(score.meanPredicted), happened: Self.percent(score.shareRight),
          of: score.count))
    }
    for (name, score) in [(Says.sure, calibration.sure), (Says.unsure, calibration.unsure)]
    where score.count > 0 {
      text.add(Says.answers(name, right: Self.percent(score.shareRight), of: score.count))
    }
    let rows = [
      (Says.fsrs, calibration.fsrs), (Says.movingAverage, calibration.movingAverage),
      (Says.confidence, calibration.confidence),
    ].filter { $0.1.count > 0 }
    let width = rows.map { context.text($0.0).displayWidth }.max() ?? 0
    for (name, score) in rows {
      text.add(
        Says.scores(brier: Self.decimals(score.brier), logLoss: Self.decimals(score.logLoss)),
        marker: [Run(context.text(name).padded(to: width + 2), .dim)])
    }
    text.add(Says.note, Style(.dim))
    text.addBlank()
  }

  /// Three decimals.
  private static func decimals(_ number: Double) -> String {
    let thousandths = Int(nearest: number * 1000, in: 0...1_000_000)
    let rest = "\(1000 + thousandths % 1000)".dropFirst()
    return "\(thousandths / 1000).\(rest)"
  }
}
