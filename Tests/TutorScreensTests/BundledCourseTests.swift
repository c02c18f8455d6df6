import Activations
import Lessons
import Practice
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

  @Test func aCardAboutAFunctionLeadsToThePartAboutIt() throws {
    let course = try TestCourse.bundled.get()
    var count = 0
    for section in course.lesson.sections {
      let headings = section.blocks.indices.filter { index in
        if case .heading = section.blocks[index] { true } else { false }
      }
      for function in Catalogue.all {
        let concepts = course.deck.cards.filter { card in
          card.section == section.id && card.concepts.contains { $0.hasPrefix(function.id + "/") }
        }
        let own = headings.first { section.blocks[$0].plainText == function.name }
        guard let own else { continue }
        let end = headings.first { $0 > own } ?? section.blocks.count
        for card in concepts {
          let place = try #require(course.passage(about: card))
          // A card may compare the function with another one of a part before or after.
          let others = headings.filter { heading in
            card.prompt.contains(section.blocks[heading].plainText.lowercased())
          }
          count += 1
          #expect((own..<end).contains(place.block) || !others.isEmpty, "\(card.id)")
        }
      }
    }
    #expect(count > 10)
  }

  @Test func questionsHaveAFlashcardAndExplainWrongChoices() throws {
    for card in try TestCourse.bundled.get().deck.questions {
      // An order or pairs may be about several facts, and a diagnosis is a card of its own.
      if !card.isAboutSeveral { #expect(card.flashcardID != nil, "\(card.id)") }
      for choice in card.choiceLists.joined() {
        #expect(choice.isCorrect || choice.feedback != nil, "\(card.id)")
      }
      switch card.form {
      case .order(let question): #expect(question.feedback != nil, "\(card.id)")
      case .match(let question): #expect(question.feedback != nil, "\(card.id)")
      case .numeric(let question): #expect(!question.mistakes.isEmpty, "\(card.id)")
      case .point(_, let question): #expect(!question.mistakes.isEmpty, "\(card.id)")
      case .gap(let question): #expect(!question.mistakes.isEmpty, "\(card.id)")
      default: break
      }
    }
  }
}

extension Card {
  fileprivate var isAboutSeveral: Bool {
    switch form {
    case .order, .match, .diagnose: true
    default: false
    }
  }
}
