import Lessons
import Practice
import TerminalUI
import Words

/// What stands above a session of flashcards and at its end.
extension CardsScreen {
  func title(_ session: CardSession) -> String {
    let words =
      session.isCram
      ? Words.Cards.cramTitle(session.size, toGo: session.toGo, again: session.repeats)
      : Words.Cards.title(session.size, toGo: session.toGo, again: session.repeats)
    return session.heldBack == 0 ? words : words + Words.Cards.heldBack(session.heldBack)
  }

  /// What the session has brought.
  func summary(_ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: Columns(in: context).text.width, context)
    text.addBlank()
    guard let session, !session.graded.isEmpty else {
      text.add(nothingAsked(context))
      return text.lines
    }
    let summary = SessionSummary(
      session, knownBefore: start.known, context.learner, at: context.now,
      utcOffset: context.utcOffset)
    text.add(
      Words.Cards.done(
        cards: summary.cards, atOnce: summary.rightAtOnce, minutes: (seconds + 59) / 60),
      Style(.text, .bold))
    if session.isCram { text.add(Words.Cards.cramDone, Style(.dim)) }
    if !summary.due.isEmpty {
      text.add(Words.Cards.next(summary.due.prefix(4).map { Self.words(for: $0) }))
    }
    if summary.becameKnown > 0 {
      text.add(Words.Cards.becameKnown(summary.becameKnown), Style(.right))
    }
    let milestones = Milestones(
      since: start, context.learner, of: context.bundle, on: context.today, at: context.now)
    text.add(milestones, context)
    if !session.missed.isEmpty {
      text.addBlank()
      text.add(Words.Cards.missed, Style(.heading, .bold))
    }
    for id in session.missed {
      let card = context.bundle.deck.flashcards.first { $0.id == id }
      let prompt =
        card.map { context.front(of: $0) } ?? context.bundle.deck.card(id: id)?.prompt ?? id
      text.add(prompt, marker: [Run(context.wrongMark, .wrong)])
    }
    return text.lines
  }

  /// Why no card was asked.
  private func nothingAsked(_ context: AppContext) -> String {
    if lockedFromCram > 0 { return Words.Cards.cramIsLocked(context.keyNames) }
    return hasLocked && session?.due.isEmpty == true
      ? Words.Cards.newAreLocked(session?.locked ?? 0, context.keyNames) : Words.Cards.nothingDue
  }

  private static func words(for due: SessionSummary.Due) -> String {
    switch due.time {
    case .minutes(let minutes): Words.Cards.next(due.count, inMinutes: minutes)
    case .days(let days): Words.Cards.next(due.count, inDays: days)
    }
  }
}
