import Lessons
import Practice
import TerminalUI
import Words

extension CardsScreen {
  enum Action: Sendable {
    case turn, produce(ProducedCard.Action), hint, grade(Rating), undo, suspend, rewrite,
      openInLesson
    case intervals, grades, scroll(Move), cram, practiseMissed, unlock, leave
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let undo = KeyBinding(
      "undo", ["u"], Action.undo, Words.Cards.undo, footer: true, when: lastDone != nil)
    let scroll = KeyBinding.scroll(
      Action.scroll, when: lines(context).count > rows(context))
    switch phase {
    case .finished: return bindingsAtEnd(context) + [undo, scroll, .back(.leave)]
    case .front(let card, let hints):
      return [
        KeyBinding("turn", [.space, .enter], .turn, Words.Cards.turn, footer: true), undo,
        KeyBinding(
          "hint", ["h", .control("t")], .hint, Words.Questions.hint, footer: true,
          when: hints < card.card.hints.count),
      ] + cardBindings(card, context) + [scroll, .back(.leave)]
    case .produced(let produced) where produced.rating == nil:
      return producingBindings(produced, undo, scroll, context)
    case .back(let card): return gradingBindings(card, undo, scroll, context)
    case .produced(let produced): return gradingBindings(produced.card, undo, scroll, context)
    }
  }

  /// The bindings while an answer is produced; characters that are part of it neither scroll nor leave nor undo.
  private func producingBindings(
    _ produced: ProducedCard, _ undo: KeyBinding<Action>, _ scroll: KeyBinding<Action>,
    _ context: AppContext
  ) -> [KeyBinding<Action>] {
    let answers = produced.bindings.map { $0.map(Action.produce) }
    guard produced.isTyping else {
      let taken = answers.flatMap(\.keys)
      return answers + [undo] + cardBindings(produced.card, context)
        + [scroll, .back(.leave)].compactMap { $0.without(taken) }
    }
    let undo = KeyBinding(
      "undo", [.control("u")], Action.undo, Words.Cards.undo, footer: true,
      when: lastDone != nil && produced.isEmpty)
    let rest: [KeyBinding<Action>] = [scroll, .back(.leave)]
    return answers + [undo] + rest.compactMap { $0.without(["j", "k", "q", .backspace]) }
  }

  private func gradingBindings(
    _ card: Flashcard, _ undo: KeyBinding<Action>, _ scroll: KeyBinding<Action>,
    _ context: AppContext
  ) -> [KeyBinding<Action>] {
    let rows: [KeyBinding<Action>] = [
      KeyBinding("rewrite", ["e"], .rewrite, Words.Cards.rewrite),
      KeyBinding(
        "all-grades", ["m"], .grades,
        showsAllGrades ? Words.Cards.twoGrades : Words.Cards.fourGrades,
        footer: true, when: produced == nil),
      KeyBinding("intervals", ["i"], .intervals, Words.Cards.intervals, footer: true), undo,
    ]
    return gradeBindings + rows + cardBindings(card, context) + [scroll, .back(.leave)]
  }

  /// The grades that are offered, each with its number: after a produced answer, those that it is worth.
  var grades: [Rating] {
    if let highest = produced?.rating { return Rating.allCases.filter { $0 <= highest } }
    return showsAllGrades ? Rating.allCases : [.again, .good]
  }

  private var gradeBindings: [KeyBinding<Action>] {
    let highest = produced?.rating
    return grades.enumerated().map { index, rating in
      let isUsual = rating == highest ?? .good
      let digit = [Key.digits[index]]
      let keys = highest == nil ? digit + [.space, .enter] : [.space, .enter] + digit
      return KeyBinding(
        Self.name(of: rating), isUsual ? keys : digit, .grade(rating),
        CardView.words(for: rating), footer: isUsual && highest != nil)
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
      KeyBinding("unlock", ["+"], .unlock, Words.Cards.unlock, footer: true, when: hasLocked),
      KeyBinding("leave", [.enter], .leave, Words.Cards.leave, footer: true),
    ]
  }
}
