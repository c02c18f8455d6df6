import Lessons
import Practice
import TerminalUI
import Words

/// The place of a flashcard in the lesson, and the learner's history with it.
struct CardHistory {
  private let card: Flashcard
  private let context: AppContext

  /// The number of grades that are listed.
  private static let most = 8

  init(_ card: Flashcard, _ context: AppContext) {
    self.card = card
    self.context = context
  }

  /// The section, when the card is due, and the latest grades.
  func lines(width: Int) -> [[Run]] {
    var text = ColumnText(width: width, context)
    let lesson = context.bundle.lesson
    if let index = lesson.sectionIndex(id: card.card.section) {
      text.add(
        Words.Glossary.section(index + 1, title: lesson.sections[index].title), Style(.dim))
      text.addBlank()
    }
    text.add(context.knowledge(of: [card]), Style(.dim))
    if let due { text.add(due, Style(.dim)) }
    let grades = context.learner.grades(of: card.id)
    guard !grades.isEmpty else { return text.lines }
    text.addBlank()
    if grades.count > Self.most {
      text.add(Words.CardHistory.earlier(grades.count - Self.most), Style(.dim))
    }
    for (day, rating) in grades.suffix(Self.most) {
      let mark =
        rating == .again
        ? Run(context.wrongMark, .wrong) : Run(context.rightMark, .right)
      text.add(CardView.words(for: rating), marker: [Run(day.iso + "  ", .dim), mark])
    }
    return text.lines
  }

  /// When the card is due; nil if it was never graded.
  private var due: String? {
    guard let schedule = context.learner.schedule(of: card.id) else { return nil }
    let day = LocalDay(unixSeconds: schedule.due, utcOffsetSeconds: context.utcOffset)
    let days = day.days(since: context.today)
    return days > 0 ? Words.CardHistory.due(inDays: days) : Words.CardHistory.isDue
  }
}

extension AppContext {
  /// The learner's knowledge of the flashcards of one card, in a sentence.
  func knowledge(of cards: [Flashcard]) -> String {
    let counts = mastery(of: cards)
    let percent = ProgressPages.percent(learner.meanRecall(of: cards, on: today) ?? 0)
    if counts.total > 0, counts.known == counts.total {
      return Words.Mastery.cardIsKnown(recall: percent)
    }
    if counts.known + counts.learning > 0 {
      return Words.Mastery.cardIsLearning(recall: percent)
    }
    return cards.contains { learner.schedule(of: $0.id) != nil }
      ? Words.Mastery.cardIsMet : Words.Mastery.cardIsNew
  }
}
