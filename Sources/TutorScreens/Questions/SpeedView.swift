import Figures
import Lessons
import Practice
import TerminalUI
import TextCharts
import Words

extension SpeedScreen {
  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    guard let game else { return welcome(context) }
    switch phase(in: context) {
    case .choosing: return welcome(context)
    case .countIn(let until): return countdown(game, until: until, context)
    case .playing: return question(game, context)
    case .paused: return pause(game, context)
    case .stopped(let miss): return stopped(miss, game, context)
    case .timeUp: return timeUp(game, context)
    case .over: return summary(game, context)
    }
  }

  private func page(_ game: SpeedGame, _ context: AppContext) -> Page {
    SpeedHUD(
      game: game, now: now(in: context), best: bestBefore, isForFun: scoredToday != nil,
      isUnsure: isUnsure, context: context
    ).page(footer(in: context))
  }

  private func countdown(_ game: SpeedGame, until: Int, _ context: AppContext) -> Frame {
    var page = page(game, context)
    let left = max(1, (until - now(in: context) + 999) / 1000)
    let digit = Self.digits[min(left, Self.digits.count) - 1]
    // The digit, a blank line, and the words.
    let top = page.body.origin.y + 1 + max(0, (page.body.size.height - 1 - digit.count - 2) / 2)
    let width = context.size.width
    let x = (width - 2 * 3) / 2
    for (row, pixels) in digit.enumerated() {
      for (column, pixel) in pixels.enumerated() where pixel == "#" {
        let block = String(repeating: context.charset.pick("█", "#"), count: 2)
        page.frame.write(block, x: x + 2 * column, y: top + row, .accent, .bold)
      }
    }
    let ready = context.text(Words.Speed.ready)
    page.frame.write(
      ready, x: (width - ready.displayWidth) / 2, y: top + digit.count + 1, .heading, .bold)
    return page.frame
  }

  /// The digits of the countdown, each of three by five blocks.
  private static let digits = [
    [".#.", "##.", ".#.", ".#.", "###"], ["###", "..#", "###", "#..", "###"],
    ["###", "..#", "###", "..#", "###"],
  ]

  /// Hides the question, so that a pause cannot be used for thinking.
  private func pause(_ game: SpeedGame, _ context: AppContext) -> Frame {
    var page = page(game, context)
    let columns = Columns(in: context)
    var text = ColumnText(width: columns.text.width, context)
    text.add(Words.Speed.paused(context.keyNames))
    Scroll().draw(
      text.lines, on: &page, rows: questionTop(page, context)..<page.body.maxY,
      x: columns.text.x, context.charset)
    drawSide(nil, of: game, on: &page, context)
    return page.frame
  }

  /// Draws the curve of a question, or the course of the game, beside the text.
  private func drawSide(
    _ question: QuestionView?, of game: SpeedGame, on page: inout Page, _ context: AppContext
  ) {
    guard let side = Columns(in: context).side else { return }
    let area = side.inset(columns: 0, rows: 1)
    if let plot = question?.plot(area.size) {
      page.frame.draw(plot, x: area.origin.x, y: area.origin.y)
    } else {
      SpeedCourse(game.run, best: bestBefore).liveChart(context.charset).draw(
        on: &page.frame, in: area)
    }
  }

  /// The rows between the state of the game and the question.
  private func rowsAbove(_ context: AppContext) -> Int { context.size.height >= 18 ? 3 : 1 }

  private func questionTop(_ page: Page, _ context: AppContext) -> Int {
    page.body.origin.y + 1 + rowsAbove(context)
  }

  /// The rows of the question.
  func questionRows(_ context: AppContext) -> Int {
    max(0, context.size.height - 5 - rowsAbove(context))
  }

  private func question(_ game: SpeedGame, _ context: AppContext) -> Frame {
    var page = page(game, context)
    let column = Columns(in: context).text
    let top = questionTop(page, context)
    if let flash {
      // Before the blank line above the question, if there is one.
      let y = context.size.height >= 18 ? top - 2 : top - 1
      page.frame.write(highlight(flash, column.width, context), x: column.x, y: y)
    }
    scroll.draw(
      lines(of: game, context), on: &page, rows: top..<page.body.maxY, x: column.x,
      context.charset)
    drawSide(questionView(of: game, context), of: game, on: &page, context)
    return page.frame
  }

  /// The latest right answer with its points, in reverse for a moment.
  private func highlight(_ flash: Flash, _ width: Int, _ context: AppContext) -> [Run] {
    if context.isPlain { return [Run(context.text(Words.Speed.wasRight(gain: flash.points)))] }
    let gain = context.text(Words.Speed.gain(flash.points))
    let answer = TextLayout.truncate(
      context.rightMark + context.text(flash.answer), width: width - gain.displayWidth - 4,
      ellipsis: context.charset.pick("…", "~"))
    let attributes: Attributes = now(in: context) < flash.until ? [.bold, .reverse] : .bold
    return [Run(" \(answer)  \(gain) ", .right, attributes)]
  }

  private func questionView(of game: SpeedGame, _ context: AppContext) -> QuestionView {
    QuestionView(
      question: game.question, progress: AnswerInProgress(hints: game.hints), verdict: nil,
      context: context,
      isPlotBeside: context.isWide)
  }

  private func lines(of game: SpeedGame, _ context: AppContext) -> [[Run]] {
    questionView(of: game, context).lines(
      width: Columns(in: context).text.width, rows: questionRows(context)
    ).lines
  }

  /// The least rows of two curves with their names and axes.
  private static let leastPlotRows = 7

  /// The question that was answered wrongly, with both answers marked and the reason.
  private func stopped(_ miss: Miss, _ game: SpeedGame, _ context: AppContext) -> Frame {
    var page = page(game, context)
    let top = page.body.origin.y + 1
    scroll.draw(
      lines(of: miss, game, context), on: &page, rows: top..<page.body.maxY,
      x: Columns(in: context).text.x, context.charset)
    drawSide(questionView(of: miss, context), of: game, on: &page, context)
    return page.frame
  }

  private func questionView(of miss: Miss, _ context: AppContext) -> QuestionView {
    var progress = AnswerInProgress()
    progress.choice = miss.chosen?.id
    return QuestionView(
      question: miss.question, progress: progress, verdict: miss.verdict,
      context: context, plotRows: Self.leastPlotRows, isPlotBeside: context.isWide)
  }

  private func lines(of miss: Miss, _ game: SpeedGame, _ context: AppContext) -> [[Run]] {
    let width = Columns(in: context).text.width
    var text = ColumnText(width: width, context)
    // In plain text, the verdict under the question says everything.
    if !context.isPlain {
      let words =
        width < 60
        ? Words.Speed.shortStop(lives: game.lives) : Words.Speed.clockStopped(lives: game.lives)
      text.add(words, Style(.wrong, .bold), marker: [Run(context.wrongMark, .wrong, .bold)])
    }
    let rows = max(0, context.size.height - 5 - text.lines.count)
    var view = questionView(of: miss, context)
    var lines = view.lines(width: width, rows: rows).lines
    if case .curve = miss.question.card.form, !context.isPlain, !view.isPlotBeside,
      lines.count < rows
    {
      view.plotRows = min(14, Self.leastPlotRows + rows - lines.count)
      lines = view.lines(width: width, rows: rows).lines
    }
    text.add(lines)
    return text.lines
  }

  /// The time is over, and a key does nothing.
  private func timeUp(_ game: SpeedGame, _ context: AppContext) -> Frame {
    var page = page(game, context)
    let column = Page.column(in: context.size.width)
    let top = page.body.origin.y + 2
    for (row, text) in ["", Words.Speed.time, ""].enumerated() {
      let text = context.text(text)
      let left = (column.width - text.displayWidth) / 2
      page.frame.write(
        (String(repeating: " ", count: left) + text).padded(to: column.width), x: column.x,
        y: top + row, .accent, [.bold, .reverse])
    }
    let points = context.text(Words.Speed.points(game.score))
    page.frame.write(
      points, x: (context.size.width - points.displayWidth) / 2, y: top + 4, .heading, .bold)
    return page.frame
  }

  // MARK: Scrolling

  /// The number of lines that the present phase scrolls.
  func scrolledLines(_ context: AppContext) -> Int {
    guard let game else { return welcomeLines(context).count }
    switch phase(in: context) {
    case .playing: return lines(of: game, context).count
    case .stopped(let miss): return lines(of: miss, game, context).count
    case .over: return SpeedSummary(self, game, context).content.lines.count
    default: return 0
    }
  }

  /// The number of rows in which they scroll.
  func scrolledRows(_ context: AppContext) -> Int {
    switch phase(in: context) {
    case .playing: questionRows(context)
    case .stopped: max(0, context.size.height - 5)
    default: max(0, context.size.height - 4)
    }
  }
}
