import Foundation
import Lessons
import Practice
import TutorScreens

/// What the learner knows, as numbers.
struct ProgressReport: Encodable {
  struct Section: Encodable {
    var id: String
    var isRead: Bool
    var cards, begun: Int
    /// The mean chance that begun cards are remembered today.
    var recall: Double?
  }
  struct Run: Encodable {
    var score, right, answered, seconds: Int
  }

  var reviews, questionsAnswered, questionsRight, streak, due: Int
  var recall: Double?
  var sections: [Section]
  var speedRuns: [Run]

  init(_ context: Surroundings) {
    let (learner, flashcards) = (context.learner, context.course.deck.flashcards)
    reviews = learner.reviewCount
    (questionsAnswered, questionsRight) = learner.answers
    streak = learner.streak(on: context.today)
    due = flashcards.count {
      learner.isDue($0.id, at: context.now, utcOffset: context.utcOffset)
    }
    recall = learner.meanRecall(of: flashcards, on: context.today)
    sections = context.course.lesson.sections.map { section in
      let cards = flashcards.filter { $0.card.section == section.id }
      return Section(
        id: section.id, isRead: learner.sectionsRead.contains(section.id), cards: cards.count,
        begun: cards.count { learner.schedules[$0.id] != nil },
        recall: learner.meanRecall(of: cards, on: context.today))
    }
    speedRuns = learner.speedRuns.map {
      Run(score: $0.score, right: $0.right, answered: $0.answered, seconds: $0.seconds)
    }
  }

  /// The document.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    // Encoding plain numbers and strings cannot fail.
    return String(decoding: (try? encoder.encode(self)) ?? Data(), as: UTF8.self) + "\n"
  }
}
