import Lessons
import Practice
import TerminalUI
import Words

extension CardsScreen {
  enum Action: Sendable {
    case turn, hint, grade(Rating), undo, suspend, rewrite, openInLesson
    case intervals, grades, scroll(Move), cram, practiseMissed, unlock, leave
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let undo = KeyBinding(
      ["u"], Action.undo, Words.Cards.undo, footer: true, when: lastDone != nil)
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
        KeyBinding(["e"], .rewrite, Words.Cards.rewrite),
        KeyBinding(
          ["m"], .grades, showsAllGrades ? Words.Cards.twoGrades : Words.Cards.fourGrades,
          footer: true),
        KeyBinding(["i"], .intervals, Words.Cards.intervals, footer: true), undo,
      ]
      return gradeBindings + rows + cardBindings(card, context) + [scroll, .back(.leave)]
    }
  }

  /// The grades that are offered, each with its number.
  var grades: [Rating] { showsAllGrades ? Rating.allCases : [.again, .good] }

  private var gradeBindings: [KeyBinding<Action>] {
    grades.enumerated().map { index, rating in
      let keys = [Key.digits[index]] + (rating == .good ? [.space, .enter] : [])
      return KeyBinding(keys, .grade(rating), CardView.words(for: rating))
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
    [
      KeyBinding(
        ["p"], .practiseMissed, Words.Cards.practiseMissed, footer: true,
        when: session?.missed.isEmpty == false),
      KeyBinding(
        ["c"], .cram, Words.Cards.cram, footer: true, when: !cramCards(context).isEmpty),
      KeyBinding(["n"], .unlock, Words.Cards.unlock, footer: true, when: hasLocked),
      KeyBinding([.enter], .leave, Words.Cards.leave, footer: true),
    ]
  }
}
