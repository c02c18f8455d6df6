import Figures
import Practice
import TerminalUI
import TextCharts
import Words

/// The scores of the latest games of a form, the last one at the right.
struct SpeedHistory {
  private let scores: [Int]

  /// The number of games on a chart.
  private static let most = 50

  /// Takes the scores; nil for fewer than two games.
  init?(_ runs: [SpeedRun]) {
    guard runs.count > 1 else { return nil }
    scores = runs.suffix(Self.most).map(\.score)
  }

  func chart(_ charset: Charset) -> Chart {
    let scores = scores.map(Double.init)
    let last = Double(scores.count)
    let curve = Curve(Words.Speed.scoreAxis) { x in
      guard x >= 1, x <= last else { return .nan }
      let index = min(Int(cell: x, of: scores.count), scores.count - 1)
      let share = x - Double(index)
      return scores[index - 1] * (1 - share) + scores[index] * share
    }
    let window = PlotWindow.fitting([curve], x: 1...max(2, last))
    return Chart([Panel([curve], window: window)], charset: charset, absenceText: Chart.absence)
  }

  /// The last ten scores in a sentence.
  var words: String { Words.Speed.latestScores(scores.suffix(10).map(Words.Speed.grouped)) }
}
