import Lessons
import TestCourse
import Testing

/// Properties of any bundled lesson.
struct BundledCourseTests {
  @Test func everySectionHasFlashcardsAndQuestions() throws {
    let course = try TestCourse.bundled.get()
    #expect(!course.lesson.sections.isEmpty)
    for section in course.lesson.sections {
      #expect(
        course.deck.cards.contains { $0.section == section.id && $0.isFlashcard }, "\(section.id)")
      #expect(course.deck.questions.contains { $0.section == section.id }, "\(section.id)")
    }
  }

  @Test func questionsHaveAFlashcardAndExplainWrongChoices() throws {
    for card in try TestCourse.bundled.get().deck.questions {
      #expect(card.flashcardID != nil, "\(card.id)")
      switch card.form {
      case .trueFalse(let question):
        #expect(question.reasons.allSatisfy { $0.isCorrect || $0.feedback != nil }, "\(card.id)")
      case .order(let question): #expect(question.feedback != nil, "\(card.id)")
      case .match(let question): #expect(question.feedback != nil, "\(card.id)")
      case .numeric(let question): #expect(!question.mistakes.isEmpty, "\(card.id)")
      case .gap(let question): #expect(!question.mistakes.isEmpty, "\(card.id)")
      case .choice(let question), .curve(_, let question), .several(let question),
        .network(_, let question):
        #expect(question.choices.allSatisfy { $0.isCorrect || $0.feedback != nil }, "\(card.id)")
      default: break
      }
    }
  }
}
