import Lessons
import Practice
import TerminalUI
import Words

/// The keys of the Speed Challenge in each of its phases.
extension SpeedScreen {
  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    guard let game else { return keysAtStart(context) }
    switch phase(in: context) {
    case .choosing: return keysAtStart(context)
    case .countIn: return [.back(.leave)]
    case .playing:
      return [
        .digits(
          "choice", game.question.choices.count, Action.answer, Words.Speed.answer, footer: true),
        KeyBinding(
          "hint", ["h", .control("t")], .hint, Words.Speed.hint, footer: true,
          when: game.hints < game.question.card.hints.count),
        context.unsureBinding(.toggleUnsure, isUnsure: isUnsure),
        KeyBinding("pause", [.space], .pause, Words.Speed.pause, footer: true), scrolling(context),
        .back(.leave),
      ]
    case .paused:
      return [
        KeyBinding("pause", [.space], .resume, Words.Speed.resume, footer: true), .back(.leave),
      ]
    case .stopped:
      return asSoonAsTheyWork(
        [
          KeyBinding(
            "proceed", [.space, .enter, .right], .proceed, Words.Speed.resume, footer: true),
          .digits("choice", Key.digits.count, { _ in .proceed }, Words.Speed.resume),
          scrolling(context),
          .back(.leave),
        ], context)
    case .timeUp, .over: return asSoonAsTheyWork(keysAtEnd(game, context), context)
    }
  }

  private func keysAtStart(_ context: AppContext) -> [KeyBinding<Action>] {
    let isWhole = context.learner.scope == .whole
    let start =
      context.nothingToAsk
      ? KeyBinding("read", [.enter, .space], Action.read, Words.Quiz.read, footer: true)
      : KeyBinding(
        "start", [.enter, .space], .begin(context.isPlain ? .untimed : .timed), Words.Speed.start,
        footer: true)
    return [
      start,
      .digits("form", Self.forms.count, { .begin(Self.forms[$0]) }, Words.Speed.form, footer: true),
      KeyBinding(
        "scope", ["w"], .scope(isWhole ? .read : .whole),
        isWhole ? Words.Quiz.askRead : Words.Quiz.askWhole, footer: true,
        when: isWhole || context.questionSections != nil), copying(context), scrolling(context),
      .back(.leave),
    ]
  }

  private func keysAtEnd(
    _ game: SpeedGame, _ context: AppContext
  ) -> [KeyBinding<Action>] {
    let again = game.form == .daily ? Words.Speed.forFun : Words.Speed.playAgain
    let isLong = scrolledLines(context) > scrolledRows(context)
    return [
      KeyBinding("restart", [.enter], .begin(game.form), again, footer: true), copying(context),
      misses.opening(.openPassage, context),
      KeyBinding(
        "practise-missed", ["p"], .practiseMissed, Words.Speed.practiseMissed, footer: true,
        when: !misses.isEmpty),
    ] + misses.movement(select: Action.select, scroll: Action.scroll, isLong: isLong)
      + [.back(.leave)]
  }

  private func copying(_ context: AppContext) -> KeyBinding<Action> {
    KeyBinding(
      "copy", ["y"], .copy, Words.Speed.copy, footer: true, when: dailyLine(context) != nil)
  }

  private func scrolling(_ context: AppContext) -> KeyBinding<Action> {
    .scroll(
      Action.scroll, footer: true, when: scrolledLines(context) > scrolledRows(context))
  }

  /// Footers name keys as soon as they work.
  private func asSoonAsTheyWork(
    _ keys: [KeyBinding<Action>], _ context: AppContext
  ) -> [KeyBinding<Action>] {
    context.isPlain || now(in: context) >= ignoresKeysUntil ? keys : keys.map(\.inHelpOnly)
  }
}
