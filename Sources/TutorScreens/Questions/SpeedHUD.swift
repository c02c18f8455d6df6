import Practice
import TerminalUI
import Words

/// The header of a game: name and clock, a bar of the time left over the whole width, and the state of the game.
struct SpeedHUD {
  let game: SpeedGame
  /// The time on the play clock.
  let now: Int
  let best: SpeedRun?
  /// Whether this daily game does not count.
  let isForFun: Bool
  /// Whether the next answer is marked as unsure.
  let isUnsure: Bool
  let context: AppContext

  /// The number of wide columns from which everything has its full name.
  private static let wide = 60

  private var isWide: Bool { context.size.width >= Self.wide }

  /// Draws an empty page under the header.
  func page(_ keys: [KeyHint]) -> Page {
    var name = game.form.words(seconds: game.seconds).name
    if isForFun { name += " · " + Words.Speed.isForFun }
    if context.isPlain {
      let state = [
        Words.Speed.state(lives: game.lives, points: game.score, multiplier: game.multiplier),
        lead.map(Words.Speed.lead), isUnsure ? Words.Questions.isUnsure : nil,
      ]
      return Page(
        name + " " + clock, status: state.compactMap { $0 }.joined(separator: ", "), keys: keys,
        in: context)
    }
    var page = Page(name, status: clock, keys: keys, in: context)
    let width = context.size.width
    page.frame.write(clock, x: width - 1 - clock.displayWidth, y: 0, .accent, .bold)
    drawBar(on: &page.frame)
    page.frame.write(
      state, x: Columns(in: context).text.x, y: page.body.origin.y, limit: width - 1)
    return page
  }

  /// The time left, or the number of the question in a game without a clock.
  private var clock: String {
    guard game.seconds > 0 else {
      let count = game.form.questions ?? 0
      return Words.Speed.place(min(count, game.times.count + 1), of: count)
    }
    let left = (game.remaining(at: now) + 999) / 1000
    return "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
  }

  /// The part of the time, or of the questions, that is left.
  private func drawBar(on frame: inout Frame) {
    let width = frame.size.width
    let (left, all) =
      game.seconds > 0
      ? (game.remaining(at: now), game.seconds * 1000)
      : ((game.form.questions ?? 1) - game.times.count, game.form.questions ?? 1)
    let filled = min(width, max(0, (left * width + all - 1) / max(1, all)))
    func bar(_ unicode: String, _ ascii: String, _ count: Int) -> String {
      String(repeating: context.charset.pick(unicode, ascii), count: count)
    }
    frame.write(bar("█", "#", filled), x: 0, y: 1, .accent, .bold)
    frame.write(bar("░", ".", width - filled), x: filled, y: 1, .dim)
  }

  /// The lead over the best game: at this moment, or without a clock at this question; nil without such a game.
  var lead: Int? {
    guard let best, !best.steps.isEmpty else { return nil }
    return game.score
      - (game.form.questions == nil
        ? best.score(after: game.elapsed(at: now)) : best.score(afterAnswers: game.times.count))
  }

  /// Lives, points, multiplier with the steps to the next one, the mark of an unsure answer, and the lead over the best
  /// game.
  private var state: [Run] {
    let space = Run(isWide ? "    " : "  ")
    var runs: [Run] = []
    if let lives = game.lives, let all = game.form.lives {
      let glue = isWide ? " " : ""
      let marks =
        Array(repeating: context.charset.pick("♥", "*"), count: lives)
        + Array(repeating: context.charset.pick("♡", "-"), count: max(0, all - lives))
      runs += [Run(marks.joined(separator: glue), .wrong, .bold), space]
    }
    let score = isWide ? Words.Speed.points(game.score) : Words.Speed.grouped(game.score)
    runs += [Run(score, .text, .bold), space]
    let pips =
      String(repeating: "●", count: game.pips) + String(repeating: "○", count: 3 - game.pips)
    runs.append(
      Run(
        context.text(Words.Speed.multiplier(game.multiplier) + " " + pips), .accent, .bold))
    if isUnsure {
      runs += [space, Run(isWide ? Words.Questions.isUnsure : "?", .heading, [.bold, .reverse])]
    }
    if let lead {
      let text = isWide ? Words.Speed.lead(lead) : Words.Speed.shortLead(lead)
      runs += [space, Run(context.text(text), lead < 0 ? .heading : .right, .bold)]
    }
    return runs
  }
}
