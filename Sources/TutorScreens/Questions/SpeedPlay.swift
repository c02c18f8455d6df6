import Figures
import Lessons
import MathQuestions
import Practice
import TerminalUI
import Words

/// The course of a game: its start, answers and end.
extension SpeedScreen {
  mutating func begin(_ form: SpeedForm, _ context: AppContext) {
    let isDaily = form == .daily
    // The daily challenge is the same for everybody: about the whole lesson, whatever the window.
    let sections = isDaily ? nil : context.questionSections
    let isLegible = isDaily ? Self.isLegibleAnywhere : legibility(context)
    let maker = context.questionMaker(sections)
    let countsIn = form.questions == nil && !context.isPlain
    let start = now + (countsIn ? Self.countdown : 0)
    let seconds = isDaily ? 60 : context.speedSeconds
    game = SpeedGame(
      questions: context.questions(about: sections).filter(isLegible), form: form,
      seconds: seconds, seed: isDaily ? context.today.dailySeed : context.seed &+ rounds,
      now: start
    ) { level, seed in
      maker.question(seed: seed, level: level, isLegible: isLegible)
    }
    guard game != nil else { return }
    rounds += 1
    day = context.today
    scoredToday = isDaily ? context.learner.dailyRun(on: day) : nil
    bestBefore = context.learner.bestRun(form, seconds: seconds)
    (flash, scroll, misses, isUnsure) = (nil, Scroll(), MissList(), false)
    phase = countsIn ? .countIn(until: start) : .playing
    ignoreKeys(until: now, quiet: 0, context)
  }

  mutating func answer(_ index: Int, _ context: AppContext) -> TutorResponse {
    guard var game, game.question.choices.indices.contains(index) else { return .stay }
    let (question, score) = (game.question, game.score)
    let choice = question.choices[index]
    let isRight = game.answer(choice, at: now)
    let verdict = isRight ? AskedQuestion.Verdict.right : .wrong(choice.feedback)
    let isSure = context.isSure(unlessMarked: isUnsure)
    isUnsure = false
    let facts = context.facts(
      after: question.card, verdict, mode: .speed, milliseconds: game.times.last ?? 0,
      isSure: isSure)
    let isOver = game.isOver(at: now)
    flash = nil
    scroll = Scroll()
    if isRight {
      flash = Flash(
        answer: choice.text, points: game.score - score, until: now + Self.highlight)
      if isOver { phase = .over }
    } else {
      game.pause(at: now)
      let miss = Miss(
        question: question, answer: .choice(choice.id), verdict: verdict, isSure: isSure)
      misses.add(miss)
      phase = .stopped(miss)
    }
    self.game = game
    if case .over = phase {
      ignoreKeys(until: now + Self.pauseAtEnd, quiet: Self.quietAtEnd, context)
    } else if !isRight {
      ignoreKeys(until: now + Self.pauseAtWrong, quiet: Self.repeatGap, context)
    }
    return Response(facts.map(Effect.record) + (isOver ? result() : []))
  }

  /// Goes on after a wrong answer.
  mutating func proceed(_ context: AppContext) {
    scroll = Scroll()
    guard game?.isOver(at: now) == false else {
      phase = .over
      return ignoreKeys(until: now + Self.quietAtEnd, quiet: Self.quietAtEnd, context)
    }
    resume()
    if context.isPlain { return }
    ignoreKeys(until: now + Self.pauseAtStart, quiet: Self.repeatGap, context)
  }

  /// The fact that a game has ended; none if it does not count.
  func result() -> [Effect] {
    guard let game, scoredToday == nil else { return [] }
    return [.record(.speedRun(game.run))]
  }

  /// Whether the curves of a daily question can be distinguished on a usual screen.
  private static let isLegibleAnywhere: @Sendable (Card) -> Bool = {
    $0.isDistinguishable(width: 72, rows: 18, .ascii)
  }

  /// Whether a question fits on the screen and its curves can be distinguished there.
  private func legibility(_ context: AppContext) -> @Sendable (Card) -> Bool {
    let (width, rows) = (Page.column(in: context.size.width).width, questionRows(context))
    return { card in
      card.isDistinguishable(width: width, rows: rows, context.charset)
        && (rows < 6 || card.leastRows(width: width, rows: rows, context) <= rows)
    }
  }
}

extension Card {
  /// The rows of a question with a key for each choice, before it is answered.
  fileprivate func leastRows(width: Int, rows: Int, _ context: AppContext) -> Int {
    var shown = ColumnText(width: width, context)
    shown.add(stem, isRoomy: rows >= QuestionView.roomyRows, context)
    return shown.lines.count + rowsOfQuestion(width: width, rows: rows)
  }

  private func rowsOfQuestion(width: Int, rows: Int) -> Int {
    func lines(_ text: String, _ width: Int) -> Int {
      TextLayout.wrap(text, width: max(1, width)).count
    }
    switch form {
    case .choice(let question), .network(_, let question):
      let figure = if case .network = form { 1 } else { 0 }
      return lines(prompt, width) + figure
        + question.choices.reduce(0) { $0 + lines($1.text, width - 3) }
    case .curve(_, let question):
      return lines(prompt, width) + plotSize(width: width, rows: rows).height
        + question.choices.reduce(0) { $0 + lines($1.text, width - 3) }
    default: return lines(prompt, width)
    }
  }
}
