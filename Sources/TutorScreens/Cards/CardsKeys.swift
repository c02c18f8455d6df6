import Lessons
import Practice
import TerminalUI
import Words

extension CardsScreen {
  enum Action: Sendable {
    case turn, hint, grade(Rating), undo, suspend, rewrite, openInLesson
    case intervals, grades, scroll(Move), cramAll, practiseMissed, unlock, leave
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let undo = KeyBinding(
      ["u"], Action.undo, Words.Cards.undo, footer: true, when: lastGraded != nil)
    let scroll = KeyBinding.scroll(
      Action.scroll, when: lines(context).count > rows(context))
    switch phase {
    case .finished: return bindingsAtEnd(context) + [undo, scroll, .back(.leave)]
    case .front(let card, let showsHint):
      return [
        KeyBinding([.space, .enter], .turn, Words.Cards.turn, footer: true), undo,
        KeyBinding(
          ["h"], .hint, Words.Cards.hint, footer: true, when: card.hint != nil && !showsHint),
      ] + cardBindings(card, context) + [scroll, .back(.leave)]
    case .back(let card):
      let rows: [KeyBinding<Action>] = [
        KeyBinding(["1"], .grade(.again), Words.Cards.again),
        KeyBinding(["2"], .grade(.hard), Words.Cards.hard),
        KeyBinding(["3", .space, .enter], .grade(.good), Words.Cards.good),
        KeyBinding(["4"], .grade(.easy), Words.Cards.easy),
        KeyBinding(["e"], .rewrite, Words.Cards.rewrite),
        KeyBinding(
          ["m"], .grades, showsAllGrades ? Words.Cards.twoGrades : Words.Cards.fourGrades,
          footer: true),
        KeyBinding(["i"], .intervals, Words.Cards.intervals, footer: true), undo,
      ]
      return rows + cardBindings(card, context) + [scroll, .back(.leave)]
    }
  }

  /// The bindings for both sides of a card.
  private func cardBindings(
    _ card: Flashcard, _ context: AppContext
  ) -> [KeyBinding<Action>] {
    [
      KeyBinding(["!"], .suspend, Words.Cards.suspend),
      KeyBinding(
        ["o"], .openInLesson, Words.Frame.openInLesson,
        when: context.bundle.lesson.sectionIndex(id: card.card.section) != nil),
    ]
  }

  private func bindingsAtEnd(_ context: AppContext) -> [KeyBinding<Action>] {
    let hasCards = context.bundle.deck.flashcards.contains(where: isWanted)
    return [
      KeyBinding(
        [.enter, .space], .cramAll, Words.Cards.cramAll, footer: true, when: hasCards),
      KeyBinding(
        ["p"], .practiseMissed, Words.Cards.practiseMissed, footer: true,
        when: session?.missed.isEmpty == false),
      KeyBinding(["n"], .unlock, Words.Cards.unlock, footer: true, when: hasLocked),
    ]
  }
}
