import Lessons
import Practice
import TerminalUI
import TestCourse
import Testing
import Words

@testable import TutorScreens

/// Hints of cards and questions, one after the other.
struct HintTests {
  private static let hints = ["Think of zero.", "Square it."]

  /// A harness whose deck has hints on all cards.
  private static func harness(
    _ screen: String = "home", _ size: Size = Size(width: 80, height: 24)
  ) throws -> ScreenHarness {
    var harness = try ScreenHarness(screen, size)
    let deck = harness.context.bundle.deck
    harness.context.bundle.deck = Deck(
      id: deck.id, title: deck.title,
      cards: deck.cards.map { card in
        var card = card
        card.hints = hints
        return card
      })
    return harness
  }

  private static func card(_ id: String, _ harness: ScreenHarness) throws -> Card {
    try #require(harness.context.bundle.deck.card(id: id))
  }

  /// Presses a key until no hint is left.
  private func expectHints(_ key: String, _ harness: inout ScreenHarness) {
    let words = Self.hints.map { Words.Questions.hint($0) }
    #expect(!words.contains(where: harness.shows))
    harness.press(key)
    #expect(harness.shows(words[0]) && !harness.shows(words[1]))
    harness.press(key)
    #expect(words.allSatisfy(harness.shows))
    #expect(harness.session.top?.binds(.control("t"), in: harness.context) == false)
  }

  @Test func aCardShowsItsHintsBeforeItIsTurned() throws {
    var harness = try Self.harness()
    harness.open(.cards())
    harness.press("+")
    expectHints("h", &harness)
    harness.press("Space")
    #expect(!harness.shows(Words.Questions.hint(Self.hints[0])))
  }

  @Test(arguments: [("q-slope", "h"), ("q-slope", "C-t"), ("q-point", "h")])
  func aQuestionShowsItsHints(id: String, key: String) throws {
    var harness = try Self.harness()
    harness.open(.quiz(cards: [try Self.card(id, harness)]))
    expectHints(key, &harness)
  }

  @Test func aLetterIsPartOfAnAnswerInWords() throws {
    var harness = try Self.harness()
    let gap = try #require(
      harness.context.bundle.deck.questions.first { if case .gap = $0.form { true } else { false } }
    )
    harness.open(.quiz(cards: [gap]))
    harness.press("h")
    #expect(harness.shows("> h") && !harness.shows(Words.Questions.hint(Self.hints[0])))
    expectHints("C-t", &harness)
    #expect(harness.shows("> h"))
  }

  @Test func aHintChangesNoGrade() throws {
    var harness = try Self.harness()
    harness.open(.quiz(cards: [try Self.card("q-slope", harness)]))
    harness.press("h h")
    harness.type("1/4")
    harness.press("Enter")
    #expect(
      harness.facts.contains { fact in
        if case .answer(_, let isRight, _, _, _, _, _) = fact { isRight } else { false }
      })
  }

  @Test func theQuestionsOfASectionHaveHints() throws {
    var harness = try Self.harness("lesson")
    harness.context.courseVersion += 1
    harness.send(.appeared)
    harness.press("G")
    expectHints("h", &harness)
  }

  @Test func aHintHalvesThePointsOfTheSpeedChallenge() throws {
    var harness = try Self.harness("speed")
    harness.begin()
    expectHints("h", &harness)
    harness.answer(right: true)
    #expect(harness.speed?.game?.score == 50)
    harness.answer(right: true)
    #expect(harness.speed?.game?.score == 150)
  }
}
