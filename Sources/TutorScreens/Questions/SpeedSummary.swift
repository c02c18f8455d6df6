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
    width = Columns(in: context).text.width
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
    let course = SpeedCourse(run, best: screen.bestBefore)
    if context.isPlain {
      for line in course.words { text.add(line) }
    } else if !context.isWide {
      text.addBlank()
      text.add(
        course.chart(context.charset).frame(
          Size(width: min(60, width), height: context.size.height >= 18 ? 9 : 7)))
    }
  }

  /// Scores of the games so far, the latest at the right.
  private func addHistory(to text: inout ColumnText) {
    let runs = context.learner.runs(game.form, seconds: game.seconds)
    guard let history = SpeedHistory(runs) else { return }
    text.addBlank()
    if context.isPlain { return text.add(history.words) }
    text.add(history.chart(context.charset).frame(Size(width: min(60, width), height: 9)))
  }
}

extension SpeedScreen {
  func summary(_ game: SpeedGame, _ context: AppContext) -> Frame {
    let end =
      game.lives == 0
      ? Words.Speed.outOfLives : game.seconds == 0 ? Words.Speed.done : Words.Speed.timeIsUp
    var page = Page(
      "\(game.form.words(seconds: game.seconds).name) · \(end)", keys: footer(in: context),
      in: context)
    let columns = Columns(in: context)
    scroll.draw(
      SpeedSummary(self, game, context).content.lines, on: &page,
      rows: page.body.origin.y..<page.body.maxY, x: columns.text.x, context.charset)
    if let side = columns.side { drawSummarySide(in: side, of: game, on: &page, context) }
    return page.frame
  }

  /// Draws the course of the game, and under it the selected miss.
  private func drawSummarySide(
    in area: Rect, of game: SpeedGame, on page: inout Page, _ context: AppContext
  ) {
    let height = misses.isEmpty ? area.size.height : area.size.height / 3
    let course = SpeedCourse(game.run, best: bestBefore).chart(context.charset)
    course.draw(
      on: &page.frame,
      in: Rect(x: area.origin.x, y: area.origin.y, width: area.size.width, height: height))
    let rest = Rect(
      x: area.origin.x, y: area.origin.y + height + 1, width: area.size.width,
      height: area.size.height - height - 1)
    misses.draw(in: rest, on: &page, context)
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
