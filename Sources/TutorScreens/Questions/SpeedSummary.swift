import Figures
import Lessons
import Practice
import TerminalUI
import TextCharts
import Words

extension SpeedMedal {
  var name: String {
    switch self {
    case .bronze: Words.Speed.bronze
    case .silver: Words.Speed.silver
    case .gold: Words.Speed.gold
    }
  }
}

/// The end of a game: the result, the game beside the best one before, and every missed question.
struct SpeedSummary {
  private(set) var content = MissList.Lines(lines: [], misses: [])
  private let screen: SpeedScreen
  private let game: SpeedGame
  private let run: SpeedRun
  private let context: AppContext
  private let width: Int

  /// Lays out the end of a game.
  init(_ screen: SpeedScreen, _ game: SpeedGame, _ context: AppContext) {
    self.screen = screen
    self.game = game
    run = game.run
    self.context = context
    width = Page.column(in: context.size.width).width
    var text = ColumnText(width: width, context)
    addResult(to: &text)
    addCourse(to: &text)
    let misses = screen.misses.add(to: &text, context)
    addHistory(to: &text)
    content = MissList.Lines(lines: text.lines, misses: misses)
  }

  private func addResult(to text: inout ColumnText) {
    let best = screen.bestBefore?.score
    let isBest = best.map { run.score > $0 } ?? true
    var result = [Run(context.text(Words.Speed.points(run.score)), .accent, .bold)]
    var comparison = Run(
      context.text(Words.Speed.comparison(run.score, best: best)), isBest ? .right : .text, .bold)
    if let scored = screen.scoredToday {
      comparison = Run(context.text(Words.Speed.notScored(today: scored.score)))
    } else if let medal = run.medal {
      result.append(Run("   " + context.text("★ " + medal.name), .heading, .bold))
    }
    text.add(width < 60 ? [result, [comparison]] : [result + [Run("   ")] + [comparison]])
    let percent = run.answered == 0 ? 0 : run.right * 100 / run.answered
    var facts = [
      Words.Speed.accuracy(right: run.right, answered: run.answered, percent: percent)
    ]
    if let median = game.medianTime {
      facts.append(Words.Speed.median(seconds: "\(Double(median / 100) / 10)"))
    }
    facts.append(Words.Speed.highest(multiplier: run.highestMultiplier))
    let next = SpeedMedal.allCases.first { run.score < $0.points }
    if screen.scoredToday == nil, let next {
      facts.append(Words.Speed.next(next.name, at: next.points))
    }
    text.add(facts.joined(separator: " · "))
    if let line = screen.dailyLine(context) {
      text.addBlank()
      text.add(line, Style(.accent))
    }
  }

  /// The score over time beside that of the best game before.
  private func addCourse(to text: inout ColumnText) {
    guard !run.steps.isEmpty else { return }
    let best = screen.bestBefore.flatMap { $0.steps.isEmpty ? nil : $0 }
    let games = [(Words.Speed.thisGame, run)] + (best.map { [(Words.Speed.bestGame, $0)] } ?? [])
    let end = max(1, games.map { length(of: $0.1) }.max() ?? 1)
    if context.isPlain {
      for (index, game) in games.enumerated() {
        let scores = (0...4).map { part in
          Words.Speed.grouped(
            Int(nearest: score(of: game.1, at: end * Double(part) / 4), in: 0...1_000_000_000_000))
        }
        text.add(Words.Speed.course(scores, isBest: index == 1))
      }
      return
    }
    let curves = games.enumerated().map { index, game in
      var curve = Curve(game.0, role: index == 0 ? .curve : .secondCurve) { x in
        x < 0 || x > length(of: game.1) ? .nan : score(of: game.1, at: x)
      }
      curve.style = .of(index)
      return curve
    }
    text.addBlank()
    text.add(
      Chart(
        [Panel(curves, window: PlotWindow.fitting(curves, x: 0...end))], charset: context.charset,
        absenceText: Chart.absence
      ).frame(Size(width: min(60, width), height: context.size.height >= 18 ? 9 : 7)))
  }

  /// The length of a game on the chart: in seconds, or in answers without a clock.
  private func length(of run: SpeedRun) -> Double {
    run.form.questions == nil ? Double(run.steps.last?.time ?? 0) / 1000 : Double(run.steps.count)
  }

  /// The score at a place on the chart, in a straight line from each answer to the next; the final one after the end.
  private func score(of run: SpeedRun, at x: Double) -> Double {
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

  /// Scores of the games so far, the latest at the right.
  private func addHistory(to text: inout ColumnText) {
    let runs = context.learner.runs(game.form, seconds: game.seconds).suffix(50)
    guard runs.count > 1 else { return }
    text.addBlank()
    if context.isPlain {
      return text.add(
        Words.Speed.latestScores(runs.suffix(10).map { Words.Speed.grouped($0.score) }))
    }
    let scores = runs.map { Double($0.score) }
    let last = Double(scores.count)
    let curve = Curve(Words.Speed.scoreAxis) { x in
      guard x >= 1, x <= last else { return .nan }
      let index = min(Int(cell: x, of: scores.count), scores.count - 1)
      let share = x - Double(index)
      return scores[index - 1] * (1 - share) + scores[index] * share
    }
    let window = PlotWindow.fitting([curve], x: 1...max(2, last))
    text.add(
      Chart(
        [Panel([curve], window: window)], charset: context.charset, absenceText: Chart.absence
      ).frame(Size(width: min(60, width), height: 9)))
  }
}

extension SpeedScreen {
  func summary(_ game: SpeedGame, _ context: AppContext) -> Frame {
    let end =
      game.lives == 0
      ? Words.Speed.outOfLives : game.seconds == 0 ? Words.Speed.done : Words.Speed.timeIsUp
    var page = Page(
      "\(game.form.words(seconds: game.seconds).name) · \(end)", keys: hints(in: context),
      in: context)
    scroll.draw(
      SpeedSummary(self, game, context).content.lines, on: &page,
      rows: page.body.origin.y..<page.body.maxY, x: Page.column(in: context.size.width).x,
      context.charset)
    return page.frame
  }

  /// Selects another missed question and shows all of it, if possible.
  mutating func select(_ move: Move, _ context: AppContext) {
    guard let game else { return }
    misses.select(
      move, in: SpeedSummary(self, game, context).content, scrolling: &scroll,
      rows: scrolledRows(context))
  }

  /// The line about today's daily game that counts, on the start page and after it.
  func dailyLine(_ context: AppContext) -> String? {
    let day: LocalDay
    if let game {
      guard game.form == .daily else { return nil }
      day = self.day
    } else {
      day = context.today
    }
    guard let run = context.learner.dailyRun(on: day), !run.answers.isEmpty else { return nil }
    let marks = run.answers.map { $0 ? "■" : "□" }.joined()
    return context.text(
      Words.Speed.dailyLine(
        day.iso, marks: marks, score: run.score, multiplier: run.highestMultiplier))
  }
}
