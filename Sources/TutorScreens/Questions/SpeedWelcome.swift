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

/// The choice of a form, with the best results.
extension SpeedScreen {
  func welcome(_ context: AppContext) -> Frame {
    var page = Page(name, keys: footer(in: context), in: context)
    let columns = Columns(in: context)
    scroll.draw(
      welcomeLines(context), on: &page, rows: page.body.origin.y..<page.body.maxY,
      x: columns.text.x, context.charset)
    if let side = columns.side { drawRules(in: side, on: &page, context) }
    return page.frame
  }

  /// Draws the rules and, of the form that was played last, the scores so far, or the only game.
  private func drawRules(in area: Rect, on page: inout Page, _ context: AppContext) {
    var text = ColumnText(width: area.textWidth, context)
    text.add(Words.Speed.scoring)
    text.addBlank()
    let rest = page.write(text.lines, in: area)
    guard let last = context.learner.speedRuns.last else { return }
    let history = SpeedHistory(context.learner.runs(last.form, seconds: last.seconds))
    let chart =
      history?.chart(context.charset) ?? SpeedCourse(last, best: nil).chart(context.charset)
    chart.draw(on: &page.frame, in: rest)
  }

  func welcomeLines(_ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: Columns(in: context).text.width, context)
    let isRoomy = context.size.height >= 18
    if context.nothingToAsk {
      text.add(Words.Speed.nothingRead(context.keyNames))
      text.addBlank()
    } else if isRoomy, !context.isWide {
      text.add(Words.Speed.scoring)
      text.addBlank()
      if context.isPlain { text.add(Words.Speed.plainStart(context.keyNames)) }
    }
    for (index, form) in Self.forms.enumerated() {
      let words = form.words(seconds: context.speedSeconds)
      let entry =
        isRoomy ? Words.Speed.entry(name: words.name, rules: words.rules) : words.name
      text.add(
        ([entry] + records(of: form, isRoomy: isRoomy, context)).joined(separator: " · "),
        marker: [Run(context.choiceLabel(index) + "  ", .accent, .bold)])
    }
    if let line = dailyLine(context) {
      text.addBlank()
      text.add(line, Style(.accent))
    }
    return text.lines
  }

  /// The best result of a form, and today's if it is the daily challenge.
  private func records(
    of form: SpeedForm, isRoomy: Bool, _ context: AppContext
  ) -> [String] {
    let learner = context.learner
    let run = learner.bestRun(form, seconds: form == .daily ? 60 : context.speedSeconds)
    let today = form == .daily ? learner.dailyRun(on: context.today) : nil
    if !isRoomy {
      return
        (today.map { [Words.Speed.today($0.score)] } ?? run.map { [Words.Speed.best($0.score)] })
        ?? []
    }
    let best = run.map {
      Words.Speed.best(score: $0.score, right: $0.right, answered: $0.answered)
    }
    return [best, today.map { Words.Speed.playedToday($0.score) }].compactMap { $0 }
  }
}
