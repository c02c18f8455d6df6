import Figures
import Lessons
import Practice
import TerminalUI
import TextCharts
import Words

extension SpeedForm {
  /// The form's name and rules.
  func words(seconds: Int) -> (name: String, rules: String) {
    switch self {
    case .timed: (Words.Speed.timed, Words.Speed.timedRules(seconds: seconds))
    case .daily: (Words.Speed.daily, Words.Speed.dailyRules)
    case .suddenDeath:
      (Words.Speed.suddenDeath, Words.Speed.suddenDeathRules(seconds: seconds))
    case .untimed: (Words.Speed.untimed, Words.Speed.untimedRules)
    }
  }
}

extension SpeedScreen {
  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    guard let game else { return welcome(context) }
    if isOver { return summary(game, context) }
    return game.isPaused ? pause(game, context) : question(game, context)
  }

  private func welcome(_ context: AppContext) -> Frame {
    var page = Page(name, keys: hints(in: context), in: context)
    let column = Page.column(in: context.size.width)
    var text = ColumnText(width: column.width, context)
    let isRoomy = context.size.height >= 18
    if context.nothingToAsk {
      text.add(Words.Speed.nothingRead(context.keyNames))
      text.addBlank()
    } else if isRoomy {
      text.add(Words.Speed.scoring)
      text.addBlank()
    }
    for (index, form) in Self.forms.enumerated() {
      let words = form.words(seconds: context.speedSeconds)
      let best = context.learner.bestRun(
        form, seconds: form == .daily ? 60 : context.speedSeconds)
      let record = best.map {
        Words.Speed.best(score: $0.score, right: $0.right, answered: $0.answered)
      }
      let entry =
        isRoomy ? Words.Speed.entry(name: words.name, rules: words.rules) : words.name
      text.add(
        [entry, record].compactMap { $0 }.joined(separator: " · "),
        marker: [Run(context.choiceLabel(index) + "  ", .accent, .bold)])
    }
    Scroll().draw(
      text.lines, on: &page, rows: page.body.origin.y..<page.body.maxY, x: column.x,
      context.charset)
    return page.frame
  }

  /// Time, lives, score, and the score of the best game at this moment.
  private func page(_ game: SpeedGame, _ context: AppContext) -> Page {
    let isWide = context.size.width >= 60
    var title = isWide ? game.form.words(seconds: game.seconds).name + "  " : ""
    if game.seconds > 0 {
      let left = (game.remaining(at: context.milliseconds) + 999) / 1000
      title += "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
      let filled = 16 * left / max(1, game.seconds)
      if isWide, !context.isPlain {
        title +=
          " " + String(repeating: context.charset.pick("█", "#"), count: filled)
          + String(repeating: context.charset.pick("░", "."), count: max(0, 16 - filled))
      }
    } else {
      title += Words.Speed.place(game.times.count + 1, of: game.form.questions ?? 0)
    }
    if context.isPlain {
      let state = Words.Speed.state(
        lives: game.lives, points: game.score, multiplier: game.multiplier)
      return Page(title, status: state, keys: hints(in: context), in: context)
    }
    var status =
      game.lives.map {
        String(repeating: context.charset.pick("●", "*"), count: $0) + "  "
      } ?? ""
    status += "\(game.score)  ×\(game.multiplier)"
    let best = context.learner.bestRun(game.form, seconds: game.seconds)
    if isWide, let best, !best.steps.isEmpty {
      let ghost = best.score(after: game.elapsed(at: context.milliseconds))
      status += "  " + Words.Speed.ghost(ghost)
    }
    return Page(title, status: status, keys: hints(in: context), in: context)
  }

  /// Hides the question, so that a pause cannot be used for thinking.
  private func pause(_ game: SpeedGame, _ context: AppContext) -> Frame {
    var page = page(game, context)
    page.frame.write(
      context.text(Words.Speed.paused(context.keyNames)),
      x: Page.column(in: context.size.width).x, y: page.body.origin.y + 1, .text,
      limit: context.size.width - 1)
    return page.frame
  }

  private func question(_ game: SpeedGame, _ context: AppContext) -> Frame {
    var page = page(game, context)
    let column = Page.column(in: context.size.width)
    if let miss = lastMiss {
      let text =
        context.isPlain
        ? Words.Speed.wasWrong(rightAnswer: miss.card.rightAnswer)
        : context.wrongMark + miss.card.rightAnswer
      page.frame.write(
        TextLayout.truncate(
          context.text(text), width: column.width, ellipsis: context.charset.pick("…", "~")),
        x: column.x, y: page.body.origin.y, .wrong)
    } else if wasRight == true {
      page.frame.write(
        context.isPlain
          ? context.text(Words.Speed.wasRightInWords)
          : context.rightMark + context.text(Words.Speed.wasRight),
        x: column.x, y: page.body.origin.y, .right)
    }
    let row = page.body.maxY - questionRows(context)
    Scroll().draw(
      QuestionView(
        question: game.question, progress: AnswerInProgress(), verdict: nil, context: context
      ).lines(width: column.width, rows: questionRows(context)).lines,
      on: &page, rows: row..<page.body.maxY, x: column.x, context.charset)
    return page.frame
  }

  private func summary(_ game: SpeedGame, _ context: AppContext) -> Frame {
    let end =
      game.lives == 0
      ? Words.Speed.outOfLives : game.seconds == 0 ? Words.Speed.done : Words.Speed.timeIsUp
    let name = game.form.words(seconds: game.seconds).name
    var page = Page(Words.Speed.over(name, end: end), keys: hints(in: context), in: context)
    let column = Page.column(in: context.size.width)
    scroll.draw(
      summaryLines(context), on: &page, rows: page.body.origin.y..<page.body.maxY, x: column.x,
      context.charset)
    return page.frame
  }

  /// The summary of a finished game: the result, earlier games, and every miss with its explanation.
  func summaryLines(_ context: AppContext) -> [[Run]] {
    guard let game, isOver else { return [] }
    let width = Page.column(in: context.size.width).width
    var text = ColumnText(width: width, context)
    text.add([
      [
        Run(context.text(Words.Speed.points(game.score)), .accent, .bold),
        Run(isRecord ? "  " + context.text(Words.Speed.record) : "", .right, .bold),
      ]
    ])
    let run = game.run
    let accuracy = run.answered == 0 ? 0 : run.right * 100 / run.answered
    var facts = [
      Words.Speed.accuracy(right: run.right, answered: run.answered, percent: accuracy)
    ]
    if let median = game.medianTime {
      facts.append(Words.Speed.median(seconds: "\(Double(median / 100) / 10)"))
    }
    if !isRecord, let best = context.learner.bestRun(game.form, seconds: game.seconds) {
      facts.append(Words.Speed.best(score: best.score))
    }
    text.add(facts.joined(separator: " · "))
    for miss in game.misses {
      text.addBlank()
      text.add(
        miss.card.prompt, Style(.text, .bold),
        marker: [Run(context.wrongMark, .wrong, .bold)])
      let reason = [
        Words.Speed.youSaid(miss.chosen.text), miss.chosen.feedback,
        Words.Speed.rightAnswer(miss.card.rightAnswer), miss.card.explanation,
      ]
      text.add(reason.compactMap { $0 }.joined(separator: " "))
    }
    let runs = context.learner.runs(game.form, seconds: game.seconds).suffix(50)
    if runs.count > 1, context.isPlain {
      text.addBlank()
      text.add(Words.Speed.latestScores(runs.suffix(10).map { "\($0.score)" }))
    } else if runs.count > 1, context.size.height >= 12 {
      text.addBlank()
      text.add(history(runs.map { Double($0.score) }, width: width, context))
    }
    return text.lines
  }

  /// Scores of the games so far, the latest at the right.
  private func history(_ scores: [Double], width: Int, _ context: AppContext) -> Frame {
    let last = Double(scores.count)
    let curve = Curve(Words.Speed.scoreAxis) { x in
      guard x >= 1, x <= last else { return .nan }
      let index = min(Int(cell: x, of: scores.count), scores.count - 1)
      let share = x - Double(index)
      return scores[index - 1] * (1 - share) + scores[index] * share
    }
    let window = PlotWindow.fitting([curve], x: 1...max(2, last))
    return Chart(
      [Panel([curve], window: window)], charset: context.charset, absenceText: Chart.absence
    )
    .frame(Size(width: min(60, width), height: 9))
  }
}
