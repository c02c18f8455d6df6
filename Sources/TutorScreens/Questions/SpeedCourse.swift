import Figures
import Practice
import TerminalUI
import TextCharts
import Words

/// The score of a game over time, beside that of the best game before it.
struct SpeedCourse {
  private let games: [(name: String, run: SpeedRun)]

  /// Compares games.
  ///
  /// - Parameters:
  ///   - run: The game, which may be still running.
  ///   - best: The best game of the same form before it.
  init(_ run: SpeedRun, best: SpeedRun?) {
    games =
      [(Words.Speed.thisGame, run)]
      + (best.map { $0.steps.isEmpty ? [] : [(Words.Speed.bestGame, $0)] } ?? [])
  }

  /// A curve for each game, over the time that the longer one took.
  func chart(_ charset: Charset) -> Chart {
    let curves = curves
    return Chart(
      [Panel(curves, window: PlotWindow.fitting(curves, x: 0...length))], charset: charset,
      absenceText: Chart.absence)
  }

  /// The same over the whole time of a game that is running, up to the next medal.
  func liveChart(_ charset: Charset) -> Chart {
    let run = games[0].run
    let end = Double(run.form.questions ?? max(1, run.seconds))
    let medal = SpeedMedal.allCases.map(\.points).first { $0 > run.score } ?? run.score
    let top = games.map(\.run.score).reduce(medal, max)
    let window = PlotWindow(x: 0...max(end, length), y: 0...Double(top))
    return Chart(
      [Panel(curves, window: window ?? PlotWindow.fitting(curves, x: 0...end))], charset: charset,
      absenceText: Chart.absence)
  }

  /// The scores at five moments, a line for each game.
  var words: [String] {
    games.enumerated().map { index, game in
      let scores = (0...4).map { part in
        Words.Speed.grouped(
          Int(
            nearest: Self.score(of: game.run, at: length * Double(part) / 4),
            in: 0...1_000_000_000_000))
      }
      return Words.Speed.course(scores, isBest: index == 1)
    }
  }

  private var curves: [Curve] {
    games.enumerated().map { index, game in
      var curve = Curve(game.name, role: index == 0 ? .curve : .secondCurve) { x in
        x < 0 || x > Self.length(of: game.run) ? .nan : Self.score(of: game.run, at: x)
      }
      curve.style = .of(index)
      return curve
    }
  }

  private var length: Double { max(1, games.map { Self.length(of: $0.run) }.max() ?? 1) }

  /// The length of a game on the chart: in seconds, or in answers without a clock.
  private static func length(of run: SpeedRun) -> Double {
    run.form.questions == nil ? Double(run.steps.last?.time ?? 0) / 1000 : Double(run.steps.count)
  }

  /// The score at a place on the chart, in a straight line from each answer to the next; the final one after the end.
  private static func score(of run: SpeedRun, at x: Double) -> Double {
    var before = (x: 0.0, score: 0.0)
    for (index, step) in run.steps.enumerated() {
      let place = run.form.questions == nil ? Double(step.time) / 1000 : Double(index + 1)
      if x < place {
        let share = (x - before.x) / (place - before.x)
        return before.score + share * (Double(step.score) - before.score)
      }
      before = (place, Double(step.score))
    }
    return before.score
  }
}
