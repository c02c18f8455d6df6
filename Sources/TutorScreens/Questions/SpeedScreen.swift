import Lessons
import MathQuestions
import Practice
import TerminalUI

/// The Speed Challenge.
struct SpeedScreen: Screen {
  let name = "Speed Challenge"
  private var game: SpeedGame?
  private var lastMiss: SpeedGame.Miss?
  private var wasRight: Bool?
  private var isOver = false
  private var isRecord = false
  private var scroll = Scroll()
  private var rounds: UInt64 = 0

  init() {}

  var tick: Int? { game != nil && !isOver ? 200 : nil }

  func keys(in context: Surroundings) -> [KeyBinding] {
    let leave = KeyBinding([.escape, .character("q")], "home", footer: true)
    if game == nil { return [KeyBinding([.enter, .space], "start", footer: true), leave] }
    if isOver {
      return [
        KeyBinding([.enter], "once more", footer: true),
        KeyBinding([.down, .up], "scroll", footer: true, label: "↓ ↑"), leave,
      ]
    }
    return [KeyBinding([.character("1")], "answer", footer: true, label: "1-4"), leave]
  }

  mutating func update(_ event: Event, in context: Surroundings) -> TutorResponse {
    switch event {
    case .tick: return check(context)
    case .key(let key): return press(key, context)
    case .appeared, .performed: return .stay
    }
  }

  private mutating func press(_ key: Key, _ context: Surroundings) -> TutorResponse {
    if key.leaves { return .pop }
    if game == nil || isOver {
      if key == .enter || (key == .space && game == nil) { begin(context) }
      _ = scroll.press(key, lines: lines(context).count, rows: max(0, context.size.height - 4))
      return .stay
    }
    let over = check(context)
    guard !isOver else { return over }
    guard let digit = key.digit, let question = game?.question,
      question.choices.indices.contains(digit - 1)
    else { return .stay }
    let choice = question.choices[digit - 1]
    let isRight = game?.answer(choice, at: context.milliseconds) ?? false
    wasRight = isRight
    lastMiss = isRight ? nil : game?.misses.last
    let facts = context.facts(
      after: question.card, isRight: isRight, mode: .speed,
      milliseconds: game?.times.last ?? 0)
    return Response(facts.map(Effect.record) + check(context).effects)
  }

  private mutating func begin(_ context: Surroundings) {
    let (width, rows) = (
      Page.column(in: context.size.width).width, questionRows(context)
    )
    let legible = context.course.deck.questions.filter {
      $0.canBeToldApart(width: width, rows: rows, context.charset)
    }
    let maker = QuestionMaker(context.course.deck)
    let charset = context.charset
    game = SpeedGame(
      questions: legible, seconds: context.speedSeconds, seed: context.seed &+ rounds,
      now: context.milliseconds
    ) { level, seed in
      maker.question(seed: seed, level: level) {
        $0.canBeToldApart(width: width, rows: rows, charset)
      }
    }
    rounds += 1
    (isOver, isRecord, lastMiss, wasRight, scroll) = (false, false, nil, nil, Scroll())
  }

  /// Ends the game when its time has come, and puts the result on record.
  private mutating func check(_ context: Surroundings) -> TutorResponse {
    guard let game, !isOver, game.isOver(at: context.milliseconds) else { return .stay }
    isOver = true
    let best = context.learner.bestRun(seconds: game.seconds)?.score ?? 0
    isRecord = game.score > best
    return .perform(.record(.speedRun(game.run)))
  }

  func view(in context: Surroundings) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    guard let game else { return welcome(context) }
    return isOver ? summary(game, context) : question(game, context)
  }

  private func welcome(_ context: Surroundings) -> Frame {
    var page = Page(name, keys: keys(in: context), in: context)
    let column = Page.column(in: context.size.width)
    var text =
      "\(context.speedSeconds) seconds, three lives. A right answer is worth 100 points, "
      + "50 if it took longer than eight seconds; three in a row raise the multiplier, up to ×4."
    if let best = context.learner.bestRun(seconds: context.speedSeconds) {
      text += "\nYour best: \(best.score) points, \(best.right) of \(best.answered) right."
    }
    text += "\nPress Enter when you are ready."
    page.write(
      TextLayout.wrap(context.text(text), width: column.width), from: page.body.origin.y + 1,
      x: column.x)
    return page.frame
  }

  private func question(_ game: SpeedGame, _ context: Surroundings) -> Frame {
    let left = (game.remaining(at: context.milliseconds) + 999) / 1000
    let clock = "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
    let hearts = String(repeating: context.charset.pick("●", "*"), count: game.lives)
    let wide = context.size.width >= 60
    let barWidth = 20
    let filled = barWidth * left / max(1, game.seconds)
    let bar =
      wide
      ? " " + String(repeating: context.charset.pick("█", "#"), count: filled)
        + String(repeating: context.charset.pick("░", "."), count: barWidth - filled) : ""
    var page = Page(
      (wide ? "Speed Challenge  " : "") + clock + bar,
      status: "\(hearts)  \(game.score)  ×\(game.multiplier)", keys: keys(in: context), in: context)
    let column = Page.column(in: context.size.width)
    var row = page.body.origin.y
    if let miss = lastMiss {
      let text = context.charset.pick("✗ ", "x ") + miss.card.rightAnswer
      page.frame.write(
        TextLayout.truncate(
          context.text(text), width: column.width, ellipsis: context.charset.pick("…", "~")),
        x: column.x, y: row, .wrong)
    } else if wasRight == true {
      page.frame.write(context.charset.pick("✓ right", "+ right"), x: column.x, y: row, .right)
    }
    row = page.body.maxY - questionRows(context)
    Scroll().draw(
      QuestionView(
        question: game.question, progress: AnswerInProgress(), verdict: nil, context: context
      ).lines(width: column.width, rows: questionRows(context)).lines,
      on: &page, rows: row..<page.body.maxY, x: column.x, context.charset)
    return page.frame
  }

  /// Rows under the line that says how the last answer was.
  private func questionRows(_ context: Surroundings) -> Int {
    max(0, context.size.height - 4 - (context.size.height >= 18 ? 2 : 1))
  }

  private func summary(_ game: SpeedGame, _ context: Surroundings) -> Frame {
    var page = Page(
      "Speed Challenge · \(game.lives == 0 ? "out of lives" : "time is up")",
      keys: keys(in: context), in: context)
    let column = Page.column(in: context.size.width)
    scroll.draw(
      lines(context), on: &page, rows: page.body.origin.y..<page.body.maxY, x: column.x,
      context.charset)
    return page.frame
  }

  /// What a finished game leaves to be read: the result, and every miss with its reason.
  private func lines(_ context: Surroundings) -> [[Run]] {
    guard let game, isOver else { return [] }
    var text = ColumnText(width: Page.column(in: context.size.width).width, context)
    text.add([
      [
        Run("\(game.score) points", .accent, .bold),
        Run(isRecord ? "  a personal best" : "", .right, .bold),
      ]
    ])
    let run = game.run
    let accuracy = run.answered == 0 ? 0 : run.right * 100 / run.answered
    var facts = "\(run.right) of \(run.answered) right, \(accuracy) %"
    if let median = game.medianTime { facts += " · median \(Double(median / 100) / 10) s" }
    if !isRecord, let best = context.learner.bestRun(seconds: game.seconds) {
      facts += " · best \(best.score)"
    }
    text.add(facts)
    for miss in game.misses {
      text.addBlank()
      text.add(
        miss.card.prompt, Style(.text, .bold),
        marker: [Run(context.charset.pick("✗ ", "x "), .wrong, .bold)])
      let reason = [
        "You said: \(miss.chosen.text).", miss.chosen.feedback,
        "Right: \(miss.card.rightAnswer).", miss.card.explanation,
      ]
      text.add(reason.compactMap { $0 }.joined(separator: " "))
    }
    return text.lines
  }
}
