import Activations
import Lessons
import TestCourse
import Testing

@testable import MathQuestions

/// Generated questions together with the bundled lesson.
struct BundledConceptsTests {
  @Test func conceptsOfTheBundledDeckAreKnown() throws {
    let deck = try TestCourse.bundled.get().deck
    let topics = Set(MathTopic.allCases.map(\.rawValue))
    for concept in deck.concepts.keys {
      let parts = concept.split(separator: "/").map(String.init)
      #expect(topics.contains(parts.last ?? ""), "\(concept)")
      guard parts.count == 2 else { continue }
      let isFault = parts[1] == MathTopic.diagnosis.rawValue && FaultCase.ids.contains(parts[0])
      #expect(isFault || Catalogue.has(parts[0]), "\(concept)")
    }
    let maker = QuestionMaker(deck)
    let cards = (0..<2000 as Range<UInt64>).compactMap { maker.question(seed: $0) }
    let linked = cards.filter { $0.flashcardID != nil }
    #expect(Double(linked.count) > 0.8 * Double(cards.count), "\(linked.count)")
    #expect(linked.allSatisfy { deck.card(id: $0.flashcardID ?? "")?.section == $0.section })
  }

  /// Every topic that is not about a function, and every fault, needs a flashcard, or it would never be asked while sections are unread.
  @Test func everyTopicIsTaughtByASection() throws {
    let concepts = try TestCourse.bundled.get().deck.concepts
    for topic in MathTopic.allCases where !topic.isAboutFunctions && topic != .diagnosis {
      #expect(concepts[topic.rawValue] != nil, "\(topic.rawValue)")
    }
    for fault in FaultCase.ids {
      #expect(concepts["\(fault)/diagnosis"] != nil, "\(fault)")
    }
  }

  @Test func questionsAreAboutSectionsReadOnly() throws {
    let bundle = try TestCourse.bundled.get()
    let deck = bundle.deck
    let sections = Set(deck.cards.map(\.section))
    for read in sections {
      let maker = QuestionMaker(deck, glossary: bundle.glossary, sections: [read])
      let cards = (0..<200 as Range<UInt64>).compactMap { seed in
        maker.question(seed: seed, level: 1 + Int(seed % 3))
      }
      #expect(cards.allSatisfy { $0.section == read || $0.section.isEmpty })
      if maker.isEmpty { #expect(cards.isEmpty) }
    }
    #expect(QuestionMaker(deck, glossary: bundle.glossary, sections: []).isEmpty)
    // With all sections, all that has a card is asked, and functions that the course does not introduce are not.
    let all = QuestionMaker(deck, glossary: bundle.glossary, sections: sections)
    let introduced = Set(
      deck.flashcards.flatMap(\.card.tags) + bundle.glossary.terms.map(\.id)
        + deck.concepts.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
    for seed in 0..<500 as Range<UInt64> {
      let card = try #require(all.question(seed: seed))
      #expect(
        card.flashcardID != nil || card.tags.contains(where: introduced.contains), "\(card.id)")
    }
  }
}
