package import TerminalUI

extension Words {
  /// Predictions about the learner's answers, and what happened.
  ///
  /// Shares come as text with their percent sign.
  package enum Calibration {
    package static let heading = "Predicted and happened"
    package static func bin(predicted: String, happened: String, of count: Int) -> String {
      "FSRS predicted \(predicted): \(happened) of \(count) right"
    }
    package static let sure = "Sure"
    package static let unsure = "Unsure"
    package static func answers(_ name: String, right share: String, of count: Int) -> String {
      "\(name): \(share) of \(count) answers right"
    }

    // Ways to predict, and how well they do.

    package static let fsrs = "FSRS"
    package static let movingAverage = "your latest answers' mean"
    package static let confidence = "how sure you were"
    package static func scores(brier: String, logLoss: String) -> String {
      "Brier score \(brier), log loss \(logLoss)"
    }
    package static let note =
      "Smaller scores are better. How sure you are never changes a schedule."

    // The setting.

    package static let ask = "ask how sure you are"
    package static let doNotAsk = "stop asking how sure you are"
    package static func isOn(_ keys: KeyNames) -> String {
      "From now on, \(keys[.tab]) marks an answer as unsure."
    }
    package static let isOff = "Answers are no longer marked as unsure."
  }
}
