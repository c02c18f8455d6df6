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
      "undo", ["u"], Action.undo, Words.Cards.undo, footer: true, when: lastDone != nil)
    let scroll = KeyBinding.scroll(
      Action.scroll, when: lines(context).count > rows(context))
    switch phase {
    case .finished: return bindingsAtEnd(context) + [undo, scroll, .back(.leave)]
    case .front(let card, let showsHint):
      return [
        KeyBinding("turn", [.space, .enter], .turn, Words.Cards.turn, footer: true), undo,
        KeyBinding(
          "hint", ["h"], .hint, Words.Cards.hint, footer: true, when: card.hint != nil && !showsHint
        ),
      ] + cardBindings(card, context) + [scroll, .back(.leave)]
    case .back(let card):
      let rows: [KeyBinding<Action>] = [
        KeyBinding("rewrite", ["e"], .rewrite, Words.Cards.rewrite),
        KeyBinding(
          "all-grades", ["m"], .grades,
          showsAllGrades ? Words.Cards.twoGrades : Words.Cards.fourGrades,
          footer: true),
        KeyBinding("intervals", ["i"], .intervals, Words.Cards.intervals, footer: true), undo,
      ]
      return gradeBindings + rows + cardBindings(card, context) + [scroll, .back(.leave)]
    }
  }

  /// The grades that are offered, each with its number.
  var grades: [Rating] { showsAllGrades ? Rating.allCases : [.again, .good] }

  private var gradeBindings: [KeyBinding<Action>] {
    grades.enumerated().map { index, rating in
      let keys = [Key.digits[index]] + (rating == .good ? [.space, .enter] : [])
      return KeyBinding(Self.name(of: rating), keys, .grade(rating), CardView.words(for: rating))
    }
  }

  /// The name of the action that gives a grade.
  private static func name(of rating: Rating) -> String {
    switch rating {
    case .again: "again"
    case .hard: "hard"
    case .good: "good"
    case .easy: "easy"
    }
  }

  /// The bindings for both sides of a card.
  private func cardBindings(
    _ card: Flashcard, _ context: AppContext
  ) -> [KeyBinding<Action>] {
    [
      KeyBinding("suspend-card", ["!"], .suspend, Words.Cards.suspend),
      KeyBinding(
        "open-in-lesson", ["o"], .openInLesson, Words.Frame.openInLesson,
        when: context.bundle.lesson.sectionIndex(id: card.card.section) != nil),
    ]
  }

  private func bindingsAtEnd(_ context: AppContext) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        "practise-missed", ["p"], .practiseMissed, Words.Cards.practiseMissed, footer: true,
        when: session?.missed.isEmpty == false),
      KeyBinding(
        "cram", ["c"], .cram, Words.Cards.cram, footer: true, when: !cramCards(context).isEmpty),
      KeyBinding("unlock", ["n"], .unlock, Words.Cards.unlock, footer: true, when: hasLocked),
      KeyBinding("leave", [.enter], .leave, Words.Cards.leave, footer: true),
    ]
  }
}
